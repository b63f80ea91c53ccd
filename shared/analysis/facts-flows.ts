import type { Figures } from '../figures/types';
import { knownMean } from '../model/quantity';
import { flowsBy, type MapGraph } from '../model/queries';
import type { FlowKind } from '../model/value-sets';
import { type Measure, measure } from './measure';

/** A flow that carries items, as the rules read it; null is unknown. */
export interface FlowFacts {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly label: string | null;
  /** As typed, 0..1. */
  readonly share: Measure | null;
  /** Share of the items at its start that take it, after blanks and roundings are settled. */
  readonly likelihood: number | null;
  /** Expected passes per item. */
  readonly passes: number | null;
  /** Expected visits per item of the node that it leaves. */
  readonly visitsBefore: number | null;
}

/** The facts of every flow that carries items. */
export function flowFacts(graph: MapGraph, figures: Figures): FlowFacts[] {
  return graph.flows
    .filter((flow) => flow.kind !== 'information')
    .map((flow) => {
      const passes = figures.visits?.flow.get(flow.id) ?? null;
      const visitsBefore = figures.visits?.node.get(flow.from) ?? null;
      return {
        id: flow.id,
        from: flow.from,
        to: flow.to,
        kind: flow.kind,
        label: flow.label ?? null,
        share: measure(flow.share),
        likelihood:
          passes !== null && visitsBefore !== null && visitsBefore > 0
            ? passes / visitsBefore
            : knownMean(flow.share),
        passes,
        visitsBefore,
      };
    });
}

const isRepeat = (kind: FlowKind): boolean => kind === 'rework' || kind === 'iteration';

/** The nodes that an item reaches from a start without rework or iteration. */
export function reachedWithoutRework(graph: MapGraph, flows: readonly FlowFacts[]): ReadonlySet<string> {
  const taken = flows.filter((flow) => !isRepeat(flow.kind) && flow.likelihood !== 0);
  const exits = flowsBy(taken, 'from');
  const reached = new Set(graph.nodes.filter((node) => node.type === 'start').map((node) => node.id));
  for (const id of reached) for (const { to } of exits.get(id) ?? []) reached.add(to);
  return reached;
}

const entriesByNode = new WeakMap<readonly FlowFacts[], ReadonlyMap<string, readonly FlowFacts[]>>();

/** The flows that come to each node without rework or iteration; once per map. */
function entriesOf(flows: readonly FlowFacts[]): ReadonlyMap<string, readonly FlowFacts[]> {
  let entries = entriesByNode.get(flows);
  if (entries === undefined) {
    const forward = flows.filter((flow) => !isRepeat(flow.kind));
    entriesByNode.set(flows, (entries = flowsBy(forward, 'to')));
  }
  return entries;
}

/** Ids of the nodes from which an item comes to a node without rework or iteration. */
export function stepsBefore(flows: readonly FlowFacts[], id: string): ReadonlySet<string> {
  const entries = entriesOf(flows);
  const before = new Set(entries.get(id)?.map((flow) => flow.from));
  for (const each of before) for (const { from } of entries.get(each) ?? []) before.add(from);
  before.delete(id);
  return before;
}
