import { lineOf } from './branches';
import { type ClockView, stepsOnClock } from './explain-clock';
import type { ExplainedPath } from './explain-types';

/**
 * The part of a map that fixes the clock: the steps that add to it, with the flows between them.
 * Starts, choices, forks, joins and ends belong to it where it leads through them.
 */
export function pathOf(view: ClockView): ExplainedPath | null {
  const { structure, expected } = view.input;
  const { network, blocks } = structure;
  if (expected.problems.length > 0) return null;
  const steps = new Set(stepsOnClock(view));
  const isPassed = (at: number): boolean => {
    const line = lineOf(blocks, blocks.regionOf[at] ?? 0);
    return line.every((region) => view.reading.longest.has(region));
  };
  const isUsed = (flow: number): boolean => expected.weight[flow] !== 0;
  const on = new Set<number>();
  const open: number[] = [];
  const enter = (at: number): void => {
    if (on.has(at)) return;
    on.add(at);
    open.push(at);
  };
  network.nodes.forEach((node, at) => {
    if (steps.has(node.id)) enter(at);
  });
  if (view.kind !== 'tail') network.starts.forEach(enter);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const number of network.out[at] ?? []) {
      const to = network.flows[number]?.to ?? -1;
      if (isUsed(number) && network.nodes[to]?.type !== 'step' && isPassed(to)) enter(to);
    }
  }
  const flows = network.flows.filter(({ from, to }, number) => isUsed(number) && on.has(from) && on.has(to));
  const drawn = new Set(network.graph.flows.map(({ id }) => id));
  return {
    nodes: new Set(
      [...on].map((at) => network.nodes[at]?.id ?? '').filter((id) => network.graph.node.has(id)),
    ),
    flows: new Set(flows.flatMap(({ id }) => (drawn.has(id) ? [id] : []))),
  };
}
