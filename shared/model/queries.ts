import { type Calendar, officeHours } from './calendar';
import { keep } from './keep';
import type {
  Flow,
  MapNode,
  Named,
  Position,
  Project,
  Role,
  System,
  ValueStream,
  ValueStreamMap,
} from './project';
import type { Group, Improvement, ValueItem } from './workshop';
import type { Members } from './schema-tools';

/** A record together with its id. */
export type WithId<T> = T & { readonly id: string };

/** One map with everything that its figures, findings and drawing are computed from. */
export interface MapGraph {
  readonly id: string;
  readonly map: ValueStreamMap;
  readonly stream: WithId<ValueStream>;
  readonly calendar: Calendar;
  /** Code of the project's currency. */
  readonly currency: string;
  /** In the order of the model (a fractional `order`, then the id). */
  readonly nodes: readonly WithId<MapNode>[];
  /** Only flows whose both ends are on this map. */
  readonly flows: readonly WithId<Flow>[];
  readonly node: ReadonlyMap<string, WithId<MapNode>>;
  /** Flows out of a node and into a node, information flows left out. */
  readonly out: ReadonlyMap<string, readonly WithId<Flow>[]>;
  readonly in: ReadonlyMap<string, readonly WithId<Flow>[]>;
  readonly roles: ReadonlyMap<string, WithId<Role>>;
  /** Systems of the project, for the names of those that a step uses. */
  readonly systems: ReadonlyMap<string, WithId<System>>;
  /** Partners of the project, for their names. */
  readonly partners: ReadonlyMap<string, WithId<Named>>;
  /** Artefacts of the project, for their names. */
  readonly artefacts: ReadonlyMap<string, WithId<Named>>;
  /** Improvements of the stream, in their order. */
  readonly improvements: readonly WithId<Improvement>[];
  /** What the stream gives to and takes from its stakeholders, in the order of the entries. */
  readonly valueItems: readonly WithId<ValueItem>[];
  /** Groups of the map that have a node, in their order. */
  readonly groups: readonly WithId<Group>[];
  /** The other maps of the stream, in their order. */
  readonly siblings: readonly WithId<ValueStreamMap>[];
}

const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
  a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The records of a table as a list in their order, each with its id. */
export function listOf<T extends { order: number }>(table: Record<string, T>): WithId<T>[] {
  return Object.entries(table)
    .map(([id, row]) => ({ ...row, id }))
    .sort(byOrder);
}

/** A record of a table, or undefined; safe for ids such as `constructor`. */
export function lookUp<T>(table: Record<string, T>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}

/** The ids of a set in their order. */
export function membersOf(members: Members | undefined): string[] {
  return Object.entries(members ?? {})
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** True where items go on along a flow the first time: rework, planned repeats and information are left out. */
export function isForward({ kind }: Pick<Flow, 'kind'>): boolean {
  return kind === 'normal' || kind === 'escalation';
}

/** The maps of a stream in their order. */
export function mapsOf(project: Project, streamId: string): WithId<ValueStreamMap>[] {
  return listOf(project.maps).filter((map) => map.stream === streamId);
}

/** Flows by the node that they leave, or that they reach, in their order. */
export function flowsBy<F extends { readonly from: string; readonly to: string }>(
  flows: readonly F[],
  end: 'from' | 'to',
): ReadonlyMap<string, readonly F[]> {
  const groups = new Map<string, F[]>();
  for (const flow of flows) {
    const list = groups.get(flow[end]);
    if (list) list.push(flow);
    else groups.set(flow[end], [flow]);
  }
  return groups;
}

const byId = <T extends { order: number }>(table: Record<string, T>): ReadonlyMap<string, WithId<T>> =>
  new Map(listOf(table).map((row) => [row.id, row]));

/** Farther out nothing stands, pixels: tens of thousands of steps in a row. */
const farthest = 1e7;

const isWithin = ({ x, y }: Position): boolean => Math.abs(x) <= farthest && Math.abs(y) <= farthest;
const nearer = (at: number): number => Math.max(-farthest, Math.min(farthest, at));

/** The same row, no farther out than anything is drawn: a file may say anything. */
function within<T extends { readonly position?: Position }>(row: T): T {
  const { position } = row;
  if (position === undefined || isWithin(position)) return row;
  return { ...row, position: { ...position, x: nearer(position.x), y: nearer(position.y) } };
}

const strayStream: ValueStream = { name: '', order: 0 };

function buildGraph(project: Project, id: string, map: ValueStreamMap): MapGraph {
  const nodes = listOf(project.nodes)
    .filter((node) => node.map === id)
    .map(within);
  const node = new Map(nodes.map((each) => [each.id, each]));
  const flows = Object.entries(project.flows)
    .map(([flowId, flow]) => ({ ...flow, id: flowId }))
    .filter((flow) => flow.map === id && node.has(flow.from) && node.has(flow.to))
    .sort(byOrder);
  const carrying = flows.filter((flow) => flow.kind !== 'information');
  return {
    id,
    map,
    stream: { ...(lookUp(project.streams, map.stream) ?? strayStream), id: map.stream },
    calendar: map.calendar ?? project.settings.calendar ?? officeHours,
    currency: project.settings.currency,
    nodes,
    flows,
    node,
    out: flowsBy(carrying, 'from'),
    in: flowsBy(carrying, 'to'),
    roles: byId(project.roles),
    systems: byId(project.systems),
    partners: byId(project.partners),
    artefacts: byId(project.artefacts),
    improvements: listOf(project.improvements).filter((each) => each.stream === map.stream),
    valueItems: listOf(project.valueItems).filter(
      (each) => lookUp(project.stakeholders, each.stakeholder)?.stream === map.stream,
    ),
    groups: listOf(project.groups).filter(
      (each) => each.map === id && nodes.some((member) => member.group === each.id),
    ),
    siblings: mapsOf(project, map.stream).filter((each) => each.id !== id),
  };
}

const graphs = keep<Project, MapGraph | null>();

/** The graph of a map, or null where the project has no such map; computed once per project object. Flows that lack an end are left out. */
export function graphOf(project: Project, mapId: string): MapGraph | null {
  return graphs.once(project, mapId, () => {
    const map = lookUp(project.maps, mapId);
    return map ? buildGraph(project, mapId, map) : null;
  });
}

/** The one flow on which items go on out of a node, where a further step would go between; null where there are several or none, and at a fork or a decision, which get another exit instead. */
export function onlyExitOf(graph: MapGraph, id: string): WithId<Flow> | null {
  const type = graph.node.get(id)?.type;
  if (type === 'fork' || type === 'decision') return null;
  const [exit, ...others] = (graph.out.get(id) ?? []).filter(isForward);
  return exit !== undefined && others.length === 0 ? exit : null;
}

/** The steps of a map, in the order of the model. */
export function stepsOf(graph: MapGraph): WithId<MapNode>[] {
  return graph.nodes.filter((node) => node.type === 'step');
}

/** Ids of the nodes that items can come to from a start; without a start those that any flow touches. */
export function nodesOnStream(graph: MapGraph): Set<string> {
  const starts = graph.nodes.filter((node) => node.type === 'start');
  const isTouched = ({ id }: WithId<MapNode>): boolean => graph.out.has(id) || graph.in.has(id);
  const open = (starts.length > 0 ? starts : graph.nodes.filter(isTouched)).map((node) => node.id);
  const found = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { to } of graph.out.get(id) ?? [])
      if (!found.has(to)) {
        found.add(to);
        open.push(to);
      }
  return found;
}
