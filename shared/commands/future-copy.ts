import type { Flow, MapNode, Position, Project, ValueStreamMap } from '../model/project';
import type { Quantity } from '../model/quantity';
import { listOf, lookUp, mapsOf } from '../model/queries';
import { en } from '../text/en';
import { fixesText } from '../text/fixes';
import { copyJudgements } from './analysis';
import { type MakingCommand, type ProjectDraft, numbered, sameName } from './change';
import type { MakeId } from './command';
import { originsOf } from './copies';
import { copyGroups } from './groups';
import { orderAtEnd } from './order';
import { copyStepLinks } from './value-items';

/** A copy of a map: `made` is the id of the new map, `idOf` gives the id that a node, a flow or the map has on it. */
export interface MapCopy extends MakingCommand {
  readonly made: readonly [string];
  /** The id on the copy of what has this id on the map; the id itself for what is not on the map, a role for instance. */
  readonly idOf: (id: string) => string;
}

const { refused } = en.commands;

/** A name that no map of the stream has: with a number behind it where it is taken. */
function freeName(project: Project, stream: string, name: string): string {
  const names = mapsOf(project, stream).map((map) => map.name);
  return numbered(name, (wanted) => names.some((each) => sameName(each, wanted)));
}

/** New ids for a map, its nodes and the flows that have both ends on it; made once, so that doing it again gives the same. */
function idsFor(project: Project, map: string, makeId: MakeId): ReadonlyMap<string, string> {
  const isHere = (id: string): boolean => lookUp(project.nodes, id)?.map === map;
  const nodes = Object.keys(project.nodes).filter(isHere);
  const flows = Object.entries(project.flows)
    .filter(([, flow]) => flow.map === map && isHere(flow.from) && isHere(flow.to))
    .map(([id]) => id);
  const groups = Object.keys(project.groups).filter((id) => lookUp(project.groups, id)?.map === map);
  return new Map([map, ...nodes, ...flows, ...groups].map((id) => [id, makeId()]));
}

interface Copying {
  readonly from: string;
  readonly to: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly node: (id: string, node: MapNode) => MapNode;
}

const placed = (position: Position | undefined): { position?: Position } =>
  position === undefined ? {} : { position: { ...position } };

function copyNodes(draft: ProjectDraft, { from, to, ids, node }: Copying): void {
  for (const [id, row] of Object.entries(draft.nodes)) {
    const own = ids.get(id);
    if (own === undefined || row.map !== from) continue;
    draft.nodes[own] = { ...node(id, { ...row }), ...placed(row.position), map: to };
  }
}

function copyFlows(draft: ProjectDraft, { from, to, ids }: Copying): void {
  for (const [id, row] of Object.entries(draft.flows)) {
    const [own, source, target] = [ids.get(id), ids.get(row.from), ids.get(row.to)];
    if (own === undefined || source === undefined || target === undefined || row.map !== from) continue;
    const copy: Flow = { ...row, map: to, from: source, to: target };
    draft.flows[own] = copy;
  }
}

interface What {
  readonly project: Project;
  readonly map: string;
  /** Absent: the usual name of such a map; a number is added where a map of the stream has it already. */
  readonly name?: string;
  readonly makeId: MakeId;
}

function copyOf(
  { project, map, makeId }: What,
  about: {
    readonly name: string;
    readonly label: string;
    readonly fields: (source: ValueStreamMap) => ValueStreamMap;
    readonly node: (id: string, node: MapNode) => MapNode;
    readonly after?: (draft: ProjectDraft, to: string, ids: ReadonlyMap<string, string>) => void;
  },
): MapCopy {
  const ids = idsFor(project, map, makeId);
  const to = ids.get(map) ?? makeId();
  return {
    name: about.name,
    label: about.label,
    made: [to],
    idOf: (id) => ids.get(id) ?? id,
    refuse: (now) => (lookUp(now.maps, map) ? null : refused.mapGone),
    apply(draft) {
      const source = lookUp(draft.maps, map);
      if (!source) return;
      const order = orderAtEnd(Object.values(draft.maps));
      draft.maps[to] = { ...about.fields({ ...source }), order };
      const copying: Copying = { from: map, to, ids, node: about.node };
      copyNodes(draft, copying);
      copyFlows(draft, copying);
      copyGroups(draft, to, ids);
      copyJudgements(draft, { map, ids }, makeId);
      copyStepLinks(draft, ids);
      about.after?.(draft, to, ids);
    },
  };
}

/**
 * Copies a map as a future state of the same stream. Each node and the map remember what they were copied from; places
 * and flows stay; what was observed (the date, totals that somebody gave) is left behind, since a future is not observed.
 */
export function makeFutureCopy(what: What): MapCopy {
  const { project, map } = what;
  const stream = lookUp(project.maps, map)?.stream ?? '';
  const name = freeName(project, stream, what.name ?? en.shell.states.future);
  return copyOf(what, {
    name: 'map.future',
    label: fixesText.label.makeFuture(name),
    node: (id, node) => ({ ...node, copiedFrom: id }),
    fields: ({ observedOn: _observed, statedLeadTime: _lead, statedProcessTime: _work, ...kept }) => ({
      ...kept,
      name,
      state: 'future',
      copiedFrom: map,
    }),
  });
}

/** A value without where it came from: what was wished for is not what was seen. */
const unseen = ({ likely, low, high }: Quantity): Quantity => ({
  likely,
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

const amounts = [
  'crew',
  'processTime',
  'wait',
  'completeAccurate',
  'batch',
  'changeover',
  'wip',
  'cadence',
  'cutoff',
  'repeatFactor',
  'rejectRate',
] as const satisfies readonly (keyof MapNode)[];

function unseenNode({ copiedFrom: _source, ...node }: MapNode): MapNode {
  const values = amounts.flatMap((field) => {
    const amount = node[field];
    return amount === undefined ? [] : [[field, unseen(amount)] as const];
  });
  return { ...node, ...Object.fromEntries(values) };
}

/**
 * Copies a future state that has no current state as one, to be put right by observing: values stay without their
 * sources. The future state and its nodes then count as copied from it.
 */
export function currentFromThis(what: What): MapCopy {
  const { project, map } = what;
  const stream = lookUp(project.maps, map)?.stream ?? '';
  const name = freeName(project, stream, what.name ?? en.shell.states.current);
  return copyOf(what, {
    name: 'map.current',
    label: fixesText.label.makeCurrent(name),
    node: (_id, node) => unseenNode(node),
    fields: ({ observedOn: _observed, copiedFrom: _source, ...kept }) => ({
      ...kept,
      name,
      state: 'current',
    }),
    after(draft, to, ids) {
      const future = lookUp(draft.maps, map);
      if (!future || lookUp(draft.maps, future.copiedFrom)) return;
      future.copiedFrom = to;
      for (const [id, own] of ids) {
        const node = lookUp(draft.nodes, id);
        if (node) node.copiedFrom = own;
      }
    },
  });
}

/** Futures of a map: the maps of its stream that were copied from it, directly or from such a copy; the newest first. */
export function futuresOf(project: Project, map: string): string[] {
  const stream = lookUp(project.maps, map)?.stream;
  return listOf(project.maps)
    .filter((each) => each.stream === stream && each.state === 'future' && each.id !== map)
    .filter((each) => originsOf(project.maps, each.id).includes(map))
    .map((each) => each.id)
    .reverse();
}

/** How the things of two maps belong together. */
export interface MapLink {
  /** The id on the copy of a thing of the source; null where it has none there. Roles and other shared things keep their id. */
  readonly onCopy: (id: string) => string | null;
  /** The id on the source of a thing of the copy; null where it is new. */
  readonly onSource: (id: string) => string | null;
}

const flowKey = (flow: Flow, from: string | undefined, to: string | undefined): string =>
  `${from ?? ''} ${to ?? ''} ${flow.kind}`;

/** Nodes of a map by every node that they come from, themselves included; the nearest first. */
function byOrigin(project: Project, map: string): Map<string, string[]> {
  const found = new Map<string, { id: string; depth: number }[]>();
  for (const [id, node] of Object.entries(project.nodes)) {
    if (node.map !== map) continue;
    for (const [depth, origin] of [id, ...originsOf(project.nodes, id)].entries()) {
      const list = found.get(origin) ?? [];
      found.set(origin, [...list, { id, depth }]);
    }
  }
  return new Map(
    [...found].map(([origin, list]) => [origin, list.sort((a, b) => a.depth - b.depth).map(({ id }) => id)]),
  );
}

/** Nodes of the source by their twins on the copy: one was copied from the other, or both from a third; the nearer of two wins, the same id before all. */
function twinsOf(project: Project, source: string, copy: string, earlier: Project): Map<string, string> {
  const there = new Map<string, string>();
  const sources = byOrigin(earlier, source);
  const own = Object.keys(project.nodes).filter((id) => lookUp(project.nodes, id)?.map === copy);
  const lines = new Map(own.map((id) => [id, [id, ...originsOf(project.nodes, id)]]));
  const isTaken = new Set<string>();
  const longest = Math.max(0, ...[...lines.values()].map((line) => line.length));
  for (let depth = 0; depth < longest; depth += 1)
    for (const id of own) {
      const origin = lines.get(id)?.[depth];
      if (origin === undefined || isTaken.has(id)) continue;
      const twin = (sources.get(origin) ?? []).find((each) => !there.has(each));
      if (twin === undefined) continue;
      there.set(twin, id);
      isTaken.add(id);
    }
  return there;
}

/** Flows of the source by those of the copy that go the same way between twins; of several the one with the same id. */
function sameWays(
  link: {
    readonly project: Project;
    readonly source: string;
    readonly copy: string;
    readonly earlier: Project;
  },
  twins: ReadonlyMap<string, string>,
): Map<string, string> {
  const { project, source, copy, earlier } = link;
  const there = new Map<string, string>();
  const copied = new Map<string, string[]>();
  for (const [id, flow] of Object.entries(project.flows)) {
    const key = flowKey(flow, flow.from, flow.to);
    if (flow.map === copy) copied.set(key, [...(copied.get(key) ?? []), id]);
  }
  const flows = Object.entries(earlier.flows).flatMap(([id, flow]) =>
    flow.map === source
      ? [{ id, ways: copied.get(flowKey(flow, twins.get(flow.from), twins.get(flow.to))) }]
      : [],
  );
  for (const { id, ways } of flows) {
    const at = ways?.indexOf(id) ?? -1;
    if (at < 0) continue;
    ways?.splice(at, 1);
    there.set(id, id);
  }
  for (const { id, ways } of flows) {
    const own = there.has(id) ? undefined : ways?.shift();
    if (own !== undefined) there.set(id, own);
  }
  return there;
}

/**
 * The link between two maps, usually a map and a copy of it: nodes by what they were copied from, flows by their ends
 * and kind. `earlier` is the project that the source is taken from, where that is another state of the document: then
 * what has the same id belongs together.
 */
export function linkBetween(
  project: Project,
  source: string,
  copy: string,
  earlier: Project = project,
): MapLink {
  const twins = twinsOf(project, source, copy, earlier);
  const ways = sameWays({ project, source, copy, earlier }, twins);
  const there = new Map<string, string>([[source, copy], ...twins, ...ways]);
  const back = new Map([...there].map(([id, own]) => [own, id]));
  const isOn = ({ nodes, flows }: Project, id: string, map: string): boolean =>
    id === map || lookUp(nodes, id)?.map === map || lookUp(flows, id)?.map === map;
  return {
    onCopy: (id) => there.get(id) ?? (isOn(earlier, id, source) ? null : id),
    onSource: (id) => back.get(id) ?? (isOn(project, id, copy) ? null : id),
  };
}
