import type { Project } from '../model/project';

/** What every project has, and every stream: alone it is nobody's work. */
const frame = new Set(['settings', 'ruleSettings', 'streams', 'maps', 'nodes', 'flows']);
const title = new Set(['name', 'order', 'template']);

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** True where a project holds something that somebody would miss: an element between the ends of a map, a word of a charter, or an entry of another kind. */
export function holdsWork(project: Project): boolean {
  const { nodes, streams } = project;
  const hasElement = Object.values(nodes).some(({ type }) => type !== 'start' && type !== 'end');
  const hasCharter = Object.values(streams).some((stream) =>
    Object.keys(stream).some((field) => !title.has(field)),
  );
  const hasEntry = Object.entries(project).some(([key, value]) => !frame.has(key) && isFilled(value));
  return hasElement || hasCharter || hasEntry;
}
