import type { Calendar } from '../../../shared/model/calendar';
import type { MapGraph } from '../../../shared/model/queries';
import type { FlowKind, NodeType } from '../../../shared/model/value-sets';
import { type Amount, buildMap, type StepFields } from '../../helpers/build-map';

/** A node as these tests write it: `pt`, `wait` in minutes and `ca` as 0..1; the other fields as the model names them. */
export interface NodeSpec extends Omit<StepFields, 'processTime' | 'completeAccurate'> {
  readonly pt?: Amount;
  readonly ca?: Amount;
}

export interface MapSpec {
  readonly nodes: Readonly<Record<string, NodeSpec>>;
  /** Lines such as `a > b`, `a > b 0.25 rework`. */
  readonly flows: readonly string[];
  readonly demand?: number;
  readonly target?: number;
  /** Cost of delay per item and hour. */
  readonly costOfDelay?: number;
  readonly roles?: Readonly<Record<string, { people?: number; availability?: number; ratePerHour?: number }>>;
  /** Office hours where nothing is said. */
  readonly calendar?: Calendar;
}

const named: readonly NodeType[] = ['start', 'end', 'fork', 'join', 'decision', 'note', 'control'];
const kinds: readonly FlowKind[] = ['escalation', 'rework', 'iteration', 'information'];

function fieldsOf({ pt, ca, ...rest }: NodeSpec): StepFields {
  return {
    ...rest,
    ...(pt === undefined ? {} : { processTime: pt }),
    ...(ca === undefined ? {} : { completeAccurate: ca }),
  };
}

/** The graph of a map written as a spec. A node whose id begins with start, end, fork, join, decision, note or control is one. */
export function mapOf(spec: MapSpec): MapGraph {
  return buildMap((m) => {
    const demand = spec.demand === undefined ? {} : { demandPerMonth: spec.demand };
    const target = spec.target === undefined ? {} : { targetLeadTime: spec.target };
    const delay = spec.costOfDelay === undefined ? {} : { costOfDelayPerHour: spec.costOfDelay };
    m.stream({ ...demand, ...target, ...delay });
    if (spec.calendar) m.map({ calendar: spec.calendar });
    for (const [id, role] of Object.entries(spec.roles ?? {})) m.role(id, role);
    for (const [id, node] of Object.entries(spec.nodes)) {
      const type = node.type ?? named.find((each) => id.startsWith(each)) ?? 'step';
      m.node(type, id, fieldsOf(node));
    }
    for (const line of spec.flows) {
      const [from = '', , to = '', ...rest] = line.split(' ');
      const share = rest.find((word) => !Number.isNaN(Number(word)));
      m.flow(from, to, {
        kind: kinds.find((each) => rest.includes(each)) ?? 'normal',
        ...(share === undefined ? {} : { share: Number(share) }),
      });
    }
  }).graph;
}

/** Flows from each node to the next. */
export function chain(...ids: string[]): string[] {
  return ids.slice(1).map((id, at) => `${ids[at] ?? ''} > ${id}`);
}

/** Hours as minutes. */
export const h = (hours: number): number => hours * 60;

/** A calendar with so many working minutes a month. */
export function minutesAMonth(minutes: number): Calendar {
  const daily = (minutes / 60) * (84 / 365 / 7);
  return {
    kind: 'custom',
    hours: [daily, daily, daily, daily, daily, daily, daily],
    holidays: {},
    timeZone: 'UTC',
  };
}
