import { blankProject } from '../../shared/model/new-project';
import type { Flow, MapNode, Project, Role, ValueStream, ValueStreamMap } from '../../shared/model/project';
import type { Quantity } from '../../shared/model/quantity';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import type { Members } from '../../shared/model/schema-tools';
import type { NodeType } from '../../shared/model/value-sets';

/** One value, `[low, likely, high]`, or a quantity with its provenance. */
export type Amount = number | readonly [number, number, number] | Quantity;

type AmountField =
  | 'crew'
  | 'processTime'
  | 'wait'
  | 'completeAccurate'
  | 'batch'
  | 'changeover'
  | 'wip'
  | 'cadence'
  | 'rejectRate';
type ListField = 'practices' | 'systems' | 'inputs' | 'outputs';

/** Fields of a step as a test writes them: times in minutes, shares 0..1, sets as lists of ids. */
export type StepFields = Partial<Omit<MapNode, AmountField | ListField | 'map' | 'order'>> &
  Partial<Record<AmountField, Amount>> &
  Partial<Record<ListField, readonly string[]>>;

export type FlowFields = Partial<Omit<Flow, 'share' | 'from' | 'to' | 'map' | 'order'>> & { share?: Amount };

/** What `buildMap` gives to its function: every method adds one thing to the map. */
export interface MapBuilder {
  stream(fields: Partial<ValueStream>): void;
  map(fields: Partial<ValueStreamMap>): void;
  role(id: string, fields?: Partial<Role>): void;
  start(id?: string, fields?: StepFields): void;
  end(id?: string, fields?: StepFields): void;
  step(id: string, fields?: StepFields): void;
  node(type: NodeType, id: string, fields?: StepFields): void;
  flow(from: string, to: string, fields?: FlowFields): void;
  /** Normal flows from each node to the next. */
  path(...ids: string[]): void;
}

export interface BuiltMap {
  readonly project: Project;
  readonly mapId: string;
  readonly graph: MapGraph;
}

/** A quantity from a number or from `[low, likely, high]`. */
function quantity(amount: Amount): Quantity {
  if (typeof amount === 'number') return { likely: amount };
  if ('likely' in amount) return amount;
  const [low, likely, high] = amount;
  return { low, likely, high };
}

/** Hours as minutes. */
export const hours = (count: number): number => count * 60;

/** A project without a map. */
export function bareProject(): Project {
  return blankProject('Test');
}

const amountFields: readonly AmountField[] = [
  'crew',
  'processTime',
  'wait',
  'completeAccurate',
  'batch',
  'changeover',
  'wip',
  'cadence',
  'rejectRate',
];

const members = (ids: readonly string[]): Members =>
  Object.fromEntries(ids.map((id, index) => [id, index + 1]));

const titled = (id: string): string => (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');

function declare(project: Project, fields: StepFields): void {
  const note = (table: Record<string, { name: string; order: number }>, ids: readonly string[]): void => {
    for (const id of ids)
      if (!Object.hasOwn(table, id)) table[id] = { name: titled(id), order: count(table) };
  };
  note(project.systems, fields.systems ?? []);
  note(project.artefacts, [...(fields.inputs ?? []), ...(fields.outputs ?? [])]);
  note(project.partners, fields.partner === undefined ? [] : [fields.partner]);
  note(project.roles, fields.role === undefined ? [] : [fields.role]);
}

const count = (table: Record<string, unknown>): number => Object.keys(table).length + 1;

function nodeFrom(mapId: string, type: NodeType, id: string, order: number, fields: StepFields): MapNode {
  const { practices, systems, inputs, outputs, ...rest } = fields;
  const node: Record<string, unknown> = { map: mapId, name: titled(id), ...rest, type, order };
  for (const [field, ids] of Object.entries({ practices, systems, inputs, outputs }))
    if (ids !== undefined) node[field] = members(ids);
  for (const field of amountFields) {
    const amount = fields[field];
    if (amount !== undefined) node[field] = quantity(amount);
  }
  return node as unknown as MapNode;
}

function addFlow(project: Project, mapId: string, from: string, to: string, fields: FlowFields): void {
  const { share, ...rest } = fields;
  let id = `${from}--${to}`;
  while (Object.hasOwn(project.flows, id)) id += '-again';
  project.flows[id] = {
    map: mapId,
    from,
    to,
    kind: 'normal',
    order: count(project.flows),
    ...rest,
    ...(share === undefined ? {} : { share: quantity(share) }),
  };
}

/** A project with one map, told like a sentence: `buildMap((m) => { m.start(); m.step('log', { wait: 30 }); m.end(); m.path('start', 'log', 'end'); })`. Ids are those given; flows are called `from--to`, the map `map`, its stream `stream`. */
export function buildMap(tell: (m: MapBuilder) => void): BuiltMap {
  const project = bareProject();
  const mapId = 'map';
  project.streams.stream = { name: 'Stream', order: 1 };
  project.maps[mapId] = { stream: 'stream', name: 'Current state', order: 1, state: 'current' };
  const add = (type: NodeType, id: string, fields: StepFields = {}): void => {
    declare(project, fields);
    project.nodes[id] = nodeFrom(mapId, type, id, count(project.nodes), fields);
  };
  tell({
    stream: (fields) => Object.assign(project.streams.stream ?? {}, fields),
    map: (fields) => Object.assign(project.maps[mapId] ?? {}, fields),
    role: (id, fields) => {
      project.roles[id] = { name: titled(id), order: count(project.roles), ...fields };
    },
    start: (id = 'start', fields) => add('start', id, fields),
    end: (id = 'end', fields) => add('end', id, fields),
    step: (id, fields) => add('step', id, fields),
    node: add,
    flow: (from, to, fields = {}) => addFlow(project, mapId, from, to, fields),
    path: (...ids) => {
      for (const [index, to] of ids.entries()) {
        const from = ids[index - 1];
        if (from !== undefined) addFlow(project, mapId, from, to, {});
      }
    },
  });
  const graph = graphOf(project, mapId);
  if (graph === null) throw new Error('The map was taken away while it was built.');
  return { project, mapId, graph };
}
