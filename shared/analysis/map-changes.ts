import { rankNodes } from '../layout/ranks';
import type { Flow, MapNode, Project } from '../model/project';
import { meanOf, type Quantity } from '../model/quantity';
import { graphOf, lookUp } from '../model/queries';
import { formatDuration } from '../model/units-format';
import { differingFields } from '../commands/change';
import { compareText as words } from '../text/compare';
import { inspectorText } from '../text/inspector';
import { matchMaps, type OnMap } from './changed-map';
import { shortShare } from './telling';

/** How a node or flow differs between two maps. A node that moved and changed is `changed`, with `isMoved`. */
export type DifferenceKind = keyof typeof words.kinds;

/** A node or flow of two maps. */
export interface Difference {
  /** The id on the first map, or on the second where it is new. */
  readonly id: string;
  readonly what: 'node' | 'flow';
  readonly before: string | null;
  readonly after: string | null;
  readonly kind: DifferenceKind;
  /** True where it is in another lane or at another place in the flow. */
  readonly isMoved: boolean;
  /** What changed, in little space: `work 4h 20m → 40m`; the wait before a step first. */
  readonly short: readonly string[];
  /** True where `short` begins with the wait. */
  readonly isWaitFirst?: boolean;
}

const laneFields = ['role', 'team', 'party'] as const satisfies readonly (keyof MapNode)[];
const placeFields: readonly string[] = ['map', 'order', 'position', 'copiedFrom', 'group', ...laneFields];
const shownFields: readonly string[] = ['wait', 'processTime', 'completeAccurate', 'automation'];

const arrowed = (
  before: Quantity | undefined,
  after: Quantity | undefined,
  say: (mean: number) => string,
): string | null => {
  const text = (value: Quantity | undefined): string => (value ? say(meanOf(value)) : '–');
  const [a, b] = [text(before), text(after)];
  return a === b ? null : words.arrow(a, b);
};

/** What changed at a node, in little space; empty where nothing did. */
function shortChanges(before: MapNode, after: MapNode): string[] {
  const fields = differingFields(before, after).filter((key) => !placeFields.includes(key));
  if (fields.length === 0) return [];
  const { short } = words;
  const wait = arrowed(before.wait, after.wait, formatDuration);
  const work = arrowed(before.processTime, after.processTime, formatDuration);
  const quality = arrowed(before.completeAccurate, after.completeAccurate, shortShare);
  const said = [
    ...(wait === null ? [] : [short.wait(wait)]),
    ...(work === null ? [] : [short.processTime(work)]),
    ...(quality === null ? [] : [short.completeAccurate(quality)]),
    ...(fields.includes('automation') && after.automation !== undefined
      ? [short.automation(inspectorText.automation[after.automation])]
      : []),
  ];
  const others = fields.filter((key) => !shownFields.includes(key)).length;
  if (others > 0) said.push(short.other(others));
  return said.length > 0 ? said : [short.other(fields.length)];
}

/** Positions of a longest run that keeps its order, in a list of places. */
function keptRun(places: readonly number[]): Set<number> {
  const best: { length: number; from: number }[] = [];
  places.forEach((place, at) => {
    let found = { length: 1, from: -1 };
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if ((places[earlier] ?? 0) < place && length > found.length) found = { length, from: earlier };
    }
    best.push(found);
  });
  let at = best.reduce((most, each, index) => (each.length > (best[most]?.length ?? 0) ? index : most), 0);
  const kept = new Set<number>();
  while (at >= 0 && best[at]) {
    kept.add(at);
    at = best[at]?.from ?? -1;
  }
  return kept;
}

/** Steps on both maps that come at another place along the flow. */
function reordered(
  project: Project,
  before: string,
  after: string,
  now: OnMap,
  own: (id: string) => string,
  earlier: Project,
): Set<string> {
  const [a, b] = [graphOf(earlier, before), graphOf(project, after)];
  if (!a || !b) return new Set();
  const stepsIn = (graph: typeof a, name: (id: string) => string): string[] =>
    rankNodes(graph)
      .ordered.filter((node) => node.type === 'step')
      .map(({ id }) => name(id));
  const then = stepsIn(a, (id) => id).filter((id) => now.nodes.has(id));
  const place = new Map(then.map((id, at) => [id, at]));
  const both = stepsIn(b, own).filter((id) => place.has(id));
  const kept = keptRun(both.map((id) => place.get(id) ?? 0));
  return new Set(both.filter((_, at) => !kept.has(at)));
}

function nodeDifference(
  [before, after]: readonly [MapNode | undefined, MapNode | undefined],
  isElsewhere: boolean,
): Pick<Difference, 'kind' | 'isMoved' | 'short' | 'isWaitFirst'> {
  if (!after) return { kind: 'removed', isMoved: false, short: [] };
  if (!before) return { kind: 'added', isMoved: false, short: [] };
  const isMoved = isElsewhere || laneFields.some((field) => before[field] !== after[field]);
  const short = shortChanges(before, after);
  const isWaitFirst = arrowed(before.wait, after.wait, formatDuration) !== null;
  return { kind: short.length > 0 ? 'changed' : isMoved ? 'moved' : 'kept', isMoved, short, isWaitFirst };
}

function flowDifference(
  before: Flow | undefined,
  after: Flow | undefined,
): Pick<Difference, 'kind' | 'short'> {
  if (!after) return { kind: 'removed', short: [] };
  if (!before) return { kind: 'added', short: [] };
  const share = arrowed(before.share, after.share, shortShare);
  const isSame = share === null && before.label === after.label && before.limit === after.limit;
  if (isSame) return { kind: 'kept', short: [] };
  return { kind: 'changed', short: [share ?? words.short.other(1)] };
}

/** Every node and flow of two maps, those of the second map in its order, then those that are gone; `earlier` is the state of the project that the first map is taken from. */
export function mapChanges(
  project: Project,
  before: string,
  after: string,
  earlier: Project = project,
): readonly Difference[] {
  if (!lookUp(earlier.maps, before) || !lookUp(project.maps, after)) return [];
  const { old, now, after: idAfter } = matchMaps(project, before, after, earlier);
  const own = new Map([...now.nodes.keys()].map((id) => [idAfter(id) ?? id, id]));
  const moved = reordered(project, before, after, now, (id) => own.get(id) ?? id, earlier);
  const ids = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): string[] => [
    ...new Set([...b.keys(), ...a.keys()]),
  ];
  const ends = (id: string): Pick<Difference, 'before' | 'after'> => ({
    before: old.nodes.has(id) || old.flows.has(id) ? id : null,
    after: now.nodes.has(id) || now.flows.has(id) ? idAfter(id) : null,
  });
  const nodes = ids(old.nodes, now.nodes).map(
    (id): Difference => ({
      id,
      what: 'node',
      ...ends(id),
      ...nodeDifference([old.nodes.get(id), now.nodes.get(id)], moved.has(id)),
    }),
  );
  const flows = ids(old.flows, now.flows).map(
    (id): Difference => ({
      id,
      what: 'flow',
      ...ends(id),
      isMoved: false,
      ...flowDifference(old.flows.get(id), now.flows.get(id)),
    }),
  );
  return [...nodes, ...flows];
}

/** How many of each kind there are; what moved and changed counts in both. */
export function countDifferences(
  differences: readonly Difference[],
): Readonly<Record<DifferenceKind, number>> {
  const count = { kept: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind, isMoved } of differences) {
    count[kind] += 1;
    if (isMoved && kind !== 'moved') count.moved += 1;
  }
  return count;
}
