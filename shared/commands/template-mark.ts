import type { Patch } from 'immer';
import type { Project } from '../model/project';
import { lookUp } from '../model/queries';

const withoutMeaning = new Set(['position', 'order', 'template', 'lanes']);

/** The map that a record stands on; undefined for records of no map and for those that are gone. */
export function mapOfRecord(table: string | undefined, id: string, project: Project): string | undefined {
  if (table === 'maps') return id;
  if (table === 'nodes') return lookUp(project.nodes, id)?.map;
  if (table === 'flows') return lookUp(project.flows, id)?.map;
  return undefined;
}

/** The streams that bear the mark of an untouched template although the patches change more than places. */
export function touchedTemplates(before: Project, after: Project, patches: readonly Patch[]): string[] {
  const streams = new Set<string>();
  for (const { path } of patches) {
    const [table, id, field] = path.map(String);
    if (id === undefined || (field !== undefined && withoutMeaning.has(field))) continue;
    const map = mapOfRecord(table, id, after) ?? mapOfRecord(table, id, before);
    const stream = table === 'streams' ? id : lookUp(before.maps, map)?.stream;
    if (stream === undefined || lookUp(before.streams, stream)?.template === undefined) continue;
    if (lookUp(after.streams, stream)?.template !== undefined) streams.add(stream);
  }
  return [...streams];
}
