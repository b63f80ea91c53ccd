import { officeHours } from '../model/calendar';
import type { Flow, MapNode, Project, ValueStream, ValueStreamMap } from '../model/project';
import type { Quantity } from '../model/quantity';
import type { NodeType } from '../model/value-sets';

type Amount = number | Quantity;
type AmountField = 'processTime' | 'wait' | 'completeAccurate' | 'crew' | 'rejectRate';
type ListField = 'systems' | 'inputs' | 'outputs';

/** A step as an example writes it: times in minutes, shares 0..1, lists of names. */
export type ExampleStep = Partial<
  Omit<MapNode, AmountField | ListField | 'map' | 'order' | 'name' | 'type'>
> &
  Partial<Record<AmountField, Amount>> &
  Partial<Record<ListField, readonly string[]>> & { readonly type?: Exclude<NodeType, 'start' | 'end'> };

/** A flow as an example writes it. */
export type ExampleFlow = Partial<Omit<Flow, 'map' | 'order' | 'from' | 'to' | 'share'>> & {
  readonly from: string;
  readonly to: string;
  readonly share?: Amount;
};

/** A small stream that shows a rule: run by the tests and drawn in the documentation. */
export interface Example {
  /** What it shows, in a few words. */
  readonly title: string;
  /** Steps by id, in their order; an id is also the name: `check-form` is called "Check form". */
  readonly steps: Readonly<Record<string, ExampleStep>>;
  /** Absent: from `start` through the steps in their order to `end`. */
  readonly flows?: readonly ExampleFlow[];
  readonly stream?: Partial<ValueStream>;
  readonly map?: Partial<ValueStreamMap>;
}

/** An example together with what the rule must find in it: ids of nodes, flows as `from>to`, or `map`. */
export interface FlaggedExample extends Example {
  readonly finds: readonly string[];
}

/** Id of the one map of an example. */
export const exampleMapId = 'map';

/** The id of a flow of an example. */
export const exampleFlowId = (from: string, to: string): string => `${from}--${to}`;

const amounts: readonly string[] = ['processTime', 'wait', 'completeAccurate', 'crew', 'rejectRate'];
const lists: readonly string[] = ['systems', 'inputs', 'outputs'];

/** The name of a thing of an example: `check-form` is "Check form". */
export function exampleName(id: string): string {
  return (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');
}

function storedValue(field: string, value: unknown): unknown {
  if (amounts.includes(field) && typeof value === 'number') return { likely: value };
  if (lists.includes(field) && Array.isArray(value))
    return Object.fromEntries(value.map((id: string, index) => [id, index + 1]));
  return value;
}

function nodeOf(id: string, type: NodeType, order: number, fields: object): MapNode {
  const stored: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) stored[field] = storedValue(field, value);
  return { map: exampleMapId, name: exampleName(id), ...stored, type, order };
}

function things(ids: readonly string[]): Record<string, { name: string; order: number }> {
  return Object.fromEntries(ids.map((id, index) => [id, { name: exampleName(id), order: index + 1 }]));
}

function chain(ids: readonly string[]): ExampleFlow[] {
  return ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }));
}

/** The project that an example describes, with one map called `map` and flows called `from--to`. */
export function exampleProject(example: Example): Project {
  const steps = Object.entries(example.steps);
  const ids = ['start', ...steps.map(([id]) => id), 'end'];
  const flows = example.flows ?? chain(ids);
  const nodes: Project['nodes'] = {};
  for (const [index, id] of ids.entries()) {
    const fields = example.steps[id] ?? {};
    const type = id === 'start' || id === 'end' ? id : (fields.type ?? 'step');
    nodes[id] = nodeOf(id, type, index + 1, fields);
  }
  const namesIn = (field: ListField): string[] => [
    ...new Set(steps.flatMap(([, step]) => step[field] ?? [])),
  ];
  return {
    name: example.title,
    pack: 'itil4',
    settings: { calendar: officeHours, currency: 'EUR', profile: 'review' },
    streams: { stream: { name: example.title, order: 1, ...example.stream } },
    maps: {
      [exampleMapId]: { stream: 'stream', name: example.title, order: 1, state: 'current', ...example.map },
    },
    nodes,
    flows: Object.fromEntries(
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
    ),
    roles: {},
    systems: things(namesIn('systems')),
    artefacts: things([...new Set([...namesIn('inputs'), ...namesIn('outputs')])]),
    partners: {},
    improvements: {},
    waivers: {},
    ruleSettings: {},
  };
}
