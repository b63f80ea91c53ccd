import type { SampledLeadTime } from '../figures/types';
import { type Calendar, officeHours } from '../model/calendar';
import type {
  Flow,
  MapNode,
  Named,
  Project,
  Role,
  System,
  ValueStream,
  ValueStreamMap,
} from '../model/project';
import type { Improvement } from '../model/workshop';
import { blankProject } from '../model/new-project';
import type { Quantity } from '../model/quantity';
import type { FlowBarrier, NodeType } from '../model/value-sets';

const amounts = [
  'processTime',
  'wait',
  'completeAccurate',
  'crew',
  'rejectRate',
  'batch',
  'changeover',
  'wip',
  'cadence',
  'cutoff',
  'repeatFactor',
] as const;
const lists = ['systems', 'inputs', 'outputs', 'practices', 'barriers'] as const;

type Amount = number | Quantity;
type AmountField = (typeof amounts)[number];
type ListField = (typeof lists)[number];

/** A step as an example writes it: times in minutes, shares 0..1, lists of names. */
export type ExampleStep = Partial<
  Omit<MapNode, AmountField | ListField | 'map' | 'order' | 'name' | 'type'>
> &
  Partial<Record<AmountField, Amount>> &
  Partial<Record<Exclude<ListField, 'barriers'>, readonly string[]>> & {
    readonly barriers?: readonly FlowBarrier[];
    /** Absent: made from the id. */
    readonly name?: string;
    readonly type?: Exclude<NodeType, 'start' | 'end'>;
  };

/** A flow as an example writes it. */
export type ExampleFlow = Partial<Omit<Flow, 'map' | 'order' | 'from' | 'to' | 'share'>> & {
  readonly from: string;
  readonly to: string;
  readonly share?: Amount;
};

type ById<T> = Readonly<Record<string, Partial<T>>>;

/** A small stream that shows a rule: run by the tests and drawn in the documentation. */
export interface Example {
  /** What it shows, in a few words. */
  readonly title: string;
  /** Steps by id, in their order; an id is also the name: `check-form` is called "Check form". */
  readonly steps: Readonly<Record<string, ExampleStep>>;
  /** Absent: from `start` through the steps in their order to `end`. */
  readonly flows?: readonly ExampleFlow[];
  /** Of the two ends of every map, those that this one lacks. */
  readonly lacks?: readonly ('start' | 'end')[];
  readonly stream?: Partial<ValueStream>;
  readonly map?: Partial<ValueStreamMap>;
  /** The other maps of the stream, without nodes. */
  readonly siblings?: ById<Omit<ValueStreamMap, 'stream'>>;
  /** What is known of the roles, systems, artefacts and partners that the steps name. */
  readonly roles?: ById<Role>;
  readonly systems?: ById<System>;
  readonly artefacts?: ById<Named>;
  readonly partners?: ById<Named>;
  readonly improvements?: ById<Omit<Improvement, 'stream'>>;
  /** The calendar of the project; office hours where nothing is said. */
  readonly calendar?: Calendar;
  /** Percentiles as sampling would give them; not sampled where nothing is said. */
  readonly sampled?: SampledLeadTime;
}

/** An example together with what the rule must find in it: ids of nodes or roles, flows as `from>to`, or `map`. */
export interface FlaggedExample extends Example {
  readonly finds: readonly string[];
}

/** Id of the one map of an example. */
export const exampleMapId = 'map';

/** The id of a flow of an example. */
export const exampleFlowId = (from: string, to: string): string => `${from}--${to}`;

/** The name of a thing of an example: `check-form` is "Check form". */
export function exampleName(id: string): string {
  return (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');
}

const isOneOf = (fields: readonly string[], field: string): boolean => fields.includes(field);

function storedValue(field: string, value: unknown): unknown {
  if (isOneOf(amounts, field) && typeof value === 'number') return { likely: value };
  if (isOneOf(lists, field) && Array.isArray(value))
    return Object.fromEntries(value.map((id: string, index) => [id, index + 1]));
  return value;
}

function nodeOf(id: string, type: NodeType, order: number, fields: object): MapNode {
  const stored: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) stored[field] = storedValue(field, value);
  return { map: exampleMapId, name: exampleName(id), ...stored, type, order };
}

/** Things by id: those that steps name, with what else is said of them. */
function things<T extends object>(
  ids: readonly string[],
  said: Readonly<Record<string, T>> = {},
): Record<string, T & { name: string; order: number }> {
  const all = [...new Set([...ids, ...Object.keys(said)])];
  return Object.fromEntries(
    all.map((id, index) => [id, { name: exampleName(id), order: index + 1, ...(said[id] as T) }]),
  );
}

function chain(ids: readonly string[]): ExampleFlow[] {
  return ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }));
}

function nodesOf({ steps }: Example, ids: readonly string[]): Project['nodes'] {
  const nodes: Project['nodes'] = {};
  for (const [index, id] of ids.entries()) {
    const fields = steps[id] ?? {};
    const type = id === 'start' || id === 'end' ? id : (fields.type ?? 'step');
    nodes[id] = nodeOf(id, type, index + 1, fields);
  }
  return nodes;
}

function flowsOf(flows: readonly ExampleFlow[]): Project['flows'] {
  return Object.fromEntries(
    flows.map(({ share, ...flow }, index) => [
      exampleFlowId(flow.from, flow.to),
      {
        kind: 'normal' as const,
        ...flow,
        map: exampleMapId,
        order: index + 1,
        ...(share === undefined ? {} : { share: typeof share === 'number' ? { likely: share } : share }),
      },
    ]),
  );
}

function mapsOf({ title, map, siblings = {} }: Example): Project['maps'] {
  const maps: Project['maps'] = {
    [exampleMapId]: { stream: 'stream', name: title, order: 1, state: 'current', ...map },
  };
  for (const [index, [id, fields]] of Object.entries(siblings).entries())
    maps[id] = { name: exampleName(id), order: index + 2, state: 'current', ...fields, stream: 'stream' };
  return maps;
}

/** The project that an example describes, with one map called `map` (besides its siblings) and flows called `from--to`. */
export function exampleProject(example: Example): Project {
  const steps = Object.values(example.steps);
  const ids = ['start', ...Object.keys(example.steps), 'end'].filter(
    (id) => !isOneOf(example.lacks ?? [], id),
  );
  const named = (...fields: ('systems' | 'inputs' | 'outputs')[]): string[] =>
    fields.flatMap((field) => steps.flatMap((step) => step[field] ?? []));
  const improvements = things([], example.improvements);
  return {
    ...blankProject(example.title),
    settings: { calendar: example.calendar ?? officeHours, currency: 'EUR', profile: 'review' },
    streams: { stream: { name: example.title, order: 1, ...example.stream } },
    maps: mapsOf(example),
    nodes: nodesOf(example, ids),
    flows: flowsOf(example.flows ?? chain(ids)),
    roles: things(
      steps.flatMap((step) => step.role ?? []),
      example.roles,
    ),
    systems: things(named('systems'), example.systems),
    artefacts: things(named('inputs', 'outputs'), example.artefacts),
    partners: things(
      steps.flatMap((step) => step.partner ?? []),
      example.partners,
    ),
    improvements: Object.fromEntries(
      Object.entries(improvements).map(([id, each]) => [id, { ...each, stream: 'stream' }]),
    ),
  };
}
