import { knownMean } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { componentsInOrder } from './components';
import { structureOf } from './compute-figures';
import type { Network } from './network';
import { solveDense } from './solve';
import type { Figures } from './types';

/** What a loop adds, minutes and person-minutes per item. */
export interface LoopCost {
  readonly leadTime: number;
  readonly effort: number;
}

/** A loop in more nodes than this is left to the whole solution. */
const mostNodes = 60;

/** Items that leave a loop may differ by rounding alone. */
const negligible = 1e-9;

/** The nodes that lead to each other, and what one visit of them takes. */
interface Circles {
  readonly network: Network;
  readonly numberOf: ReadonlyMap<string, number>;
  readonly flowOf: ReadonlyMap<string, number>;
  /** The circle of each node: all nodes that lead to each other. */
  readonly circleOf: readonly (readonly number[])[];
  readonly visits: readonly number[];
  readonly passes: readonly number[];
  /** Minutes that one visit moves the clock, and person-minutes; null where they are unknown or not the same each time. */
  readonly clock: readonly (number | null)[];
  readonly effort: readonly (number | null)[];
  /** True for nodes inside parallel work, where the longest branch counts. */
  readonly isParallel: readonly boolean[];
}

function circlesOf(graph: MapGraph, figures: Figures): Circles | null {
  const { network, blocks, problems } = structureOf(graph);
  const { visits } = figures;
  if (problems.length > 0 || visits === null) return null;
  const edges = {
    size: network.nodes.length,
    from: network.flows.map(({ from }) => from),
    to: network.flows.map(({ to }) => to),
    weight: network.flows.map(() => 1),
  };
  const circleOf: (readonly number[])[] = network.nodes.map(() => []);
  for (const circle of componentsInOrder(edges, network.starts))
    for (const at of circle) circleOf[at] = circle;
  const onClock = new Map(figures.contributions.map((each) => [each.node, each]));
  const clock: (number | null)[] = [];
  const effort: (number | null)[] = [];
  for (const node of network.nodes) {
    const { onPath = false, wait = null, processTime = null } = onClock.get(node.id) ?? {};
    const isSame = node.type !== 'step' || node.repeatFactor === undefined;
    const isTimed = wait !== null && processTime !== null;
    const work = node.type === 'step' ? processTime : 0;
    clock.push(!isSame ? null : !onPath ? 0 : isTimed ? wait + processTime : null);
    effort.push(!isSame || work === null ? null : work * (knownMean(node.crew) ?? 1));
  }
  return {
    network,
    numberOf: new Map(network.nodes.map(({ id }, at) => [id, at])),
    flowOf: new Map(network.flows.map(({ id }, at) => [id, at])),
    circleOf,
    visits: network.nodes.map(({ id }) => visits.node.get(id) ?? Number.NaN),
    passes: network.flows.map(({ id }) => visits.flow.get(id) ?? Number.NaN),
    clock,
    effort,
    isParallel: network.nodes.map(
      ({ type }, at) => type === 'fork' || type === 'join' || blocks.regionOf[at] !== 0,
    ),
  };
}

const known = new WeakMap<Figures, Circles | null>();

function circlesIn(graph: MapGraph, figures: Figures): Circles | null {
  let circles = known.get(figures);
  if (circles === undefined) known.set(figures, (circles = circlesOf(graph, figures)));
  return circles;
}

/** Part of the items of a node that take each of its exits, without one flow and the other exits scaled to the whole. */
function partsWithout(
  { network, visits, passes }: Circles,
  from: number,
  without: number,
): Map<number, number> {
  const exits = network.out[from] ?? [];
  const left = exits.reduce((sum, flow) => (flow === without ? sum : sum + (passes[flow] ?? 0)), 0);
  const whole = exits.includes(without) ? left : (visits[from] ?? 0);
  return new Map(exits.map((flow) => [flow, flow === without ? 0 : (passes[flow] ?? 0) / whole]));
}

/** Visits of the nodes of a circle without one flow; null where they cannot be told, or where items would leave the circle elsewhere. */
function visitsWithout(circles: Circles, circle: readonly number[], without: number): Float64Array | null {
  const { network, visits, passes } = circles;
  const place = new Map(circle.map((at, row) => [at, row]));
  const parts = circle.map((at) =>
    (visits[at] ?? 0) > 0 ? partsWithout(circles, at, without) : new Map<number, number>(),
  );
  const rows = circle.map((node) => Float64Array.from(circle, (other) => (node === other ? 1 : 0)));
  const right = Float64Array.from(circle, (at) => visits[at] ?? 0);
  circle.forEach((at, row) => {
    for (const flow of network.in[at] ?? []) {
      const from = place.get(network.flows[flow]?.from ?? -1);
      const line = rows[row];
      if (from === undefined || line === undefined) continue;
      right[row] = (right[row] ?? 0) - (passes[flow] ?? 0);
      line[from] = (line[from] ?? 0) - (parts[from]?.get(flow) ?? 0);
    }
  });
  const answer = solveDense(rows, right);
  if (answer === null || !answer.every(Number.isFinite)) return null;
  const staysSame = parts.every((exits, row) =>
    [...exits].every(([flow, part]) => {
      const isInside = place.has(network.flows[flow]?.to ?? -1);
      return isInside || Math.abs((answer[row] ?? 0) * part - (passes[flow] ?? 0)) <= negligible;
    }),
  );
  return staysSame ? answer : null;
}

/**
 * What a loop adds to lead time and effort, worked out among the nodes that lead to each other alone: exact where all
 * items leave them by the same flows with the loop and without it. Null where that is not so, in parallel work, where
 * repeats take another time, and where something is unknown: then the whole map must be solved without the flow.
 */
export function loopCostWithin(graph: MapGraph, figures: Figures, flow: string): LoopCost | null {
  const circles = circlesIn(graph, figures);
  const without = circles?.flowOf.get(flow);
  if (!circles || without === undefined) return null;
  const { network, visits, passes, clock, effort, isParallel } = circles;
  const { from = -1, to = -1 } = network.flows[without] ?? {};
  const circle = circles.circleOf[from] ?? [];
  if (!circle.includes(to) || circle.length > mostNodes) return null;
  const isPlain = circle.every(
    (at) =>
      !isParallel[at] &&
      Number.isFinite(visits[at]) &&
      (network.out[at] ?? []).every((each) => Number.isFinite(passes[each])),
  );
  if (!isPlain) return null;
  const left = visitsWithout(circles, circle, without);
  if (left === null) return null;
  let cost: LoopCost = { leadTime: 0, effort: 0 };
  for (const [row, at] of circle.entries()) {
    const more = (visits[at] ?? 0) - (left[row] ?? 0);
    const minutes = clock[at];
    const work = effort[at];
    if (minutes == null || work == null) return null;
    cost = { leadTime: cost.leadTime + more * minutes, effort: cost.effort + more * work };
  }
  return cost;
}
