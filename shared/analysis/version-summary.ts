import { sameValue } from '../commands/change';
import { computeFigures } from '../figures/compute-figures';
import type { MapNode, Project } from '../model/project';
import { graphOf, lookUp } from '../model/queries';
import { formatDuration } from '../model/units-format';
import { historyText } from '../text/history';
import { versionsText } from '../text/versions';
import { changesBesideMaps, countRows } from './version-changes';

const words = historyText.changes;

const steps = ({ nodes }: Project): Record<string, MapNode> =>
  Object.fromEntries(Object.entries(nodes).filter(([, node]) => node.type === 'step'));
const others = ({ nodes }: Project): Record<string, MapNode> =>
  Object.fromEntries(Object.entries(nodes).filter(([, node]) => node.type !== 'step'));

/** Nodes without where they stand. */
function placeless(nodes: Readonly<Record<string, MapNode>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, { position: _position, ...rest }]) => [id, rest]),
  );
}

function stepLines(before: Project, after: Project): string[] {
  const counts = countRows(placeless(steps(before)), placeless(steps(after)));
  return [
    ...(counts.added + counts.removed > 0 ? [words.steps(counts.added, counts.removed)] : []),
    ...(counts.changed > 0 ? [words.stepsChanged(counts.changed)] : []),
  ];
}

const sumOf = ({ added, removed, changed }: ReturnType<typeof countRows>): number =>
  added + removed + changed;

/** The expected lead time of a map, minutes; null where it is not known. */
function leadTime(project: Project, map: string): number | null {
  const graph = graphOf(project, map);
  return graph ? computeFigures(graph).figure.leadTimeExpected.value : null;
}

function leadTimeLine(before: Project, after: Project, map: string): string[] {
  if (!lookUp(before.maps, map) || !lookUp(after.maps, map)) return [];
  const [a, b] = [leadTime(before, map), leadTime(after, map)];
  if (a === null && b === null) return [];
  const say = (minutes: number | null): string =>
    minutes === null ? words.leadTimeUnknown : formatDuration(minutes);
  return say(a) === say(b) ? [] : [words.leadTime(say(a), say(b))];
}

/** How much two states of a document differ, in a few words, what weighs most first: `3 steps more`, `lead time 47h to 27h`. Empty where nothing differs. */
export function sizeOfChange(before: Project, after: Project, map: string): readonly string[] {
  const maps = countRows(before.maps, after.maps);
  const [otherBefore, otherAfter] = [placeless(others(before)), placeless(others(after))];
  const elements = sumOf(countRows(otherBefore, otherAfter));
  const flows = sumOf(countRows(before.flows, after.flows));
  const subjects = changesBesideMaps(before, after).map(({ subject }) => versionsText.subjects[subject]);
  const said = [
    ...(maps.added + maps.removed > 0 ? [words.maps(maps.added, maps.removed)] : []),
    ...stepLines(before, after),
    ...leadTimeLine(before, after, map),
    ...(elements > 0 ? [words.elements(elements)] : []),
    ...(flows > 0 ? [words.flows(flows)] : []),
    ...(maps.changed > 0 ? [words.mapFields] : []),
    ...subjects,
  ];
  if (said.length > 0) return said;
  const hasMoved = !sameValue(before.nodes, after.nodes) || !sameValue(before.groups, after.groups);
  return hasMoved ? [words.places] : [];
}
