import { knownMean } from '../model/quantity';
import { type FigureInput, figureOf, gapsOf, isReached, unknownFigure } from './figure';
import { nothing, plus, type Span, spanOf, times } from './step-times';
import type { Figure, MissingInput } from './types';

/** Part of the process time of the next step that repairing wrong input takes there: our own assumption. */
export const usualRepair = 0.3;

/** True where rework is drawn for the output of a step: from it, or back to it. */
export function hasRework({ network }: FigureInput['structure'], at: number): boolean {
  const flows = [...(network.out[at] ?? []), ...(network.in[at] ?? [])];
  return flows.some((number) => network.flows[number]?.flow.kind === 'rework');
}

/** Process time of the steps that come next, weighted by the items that go there, looking through choices, forks and joins. */
export function nextProcessTime({ structure, steps, expected }: FigureInput, from: number): Span {
  const { network } = structure;
  const open: [node: number, part: number][] = [[from, 1]];
  const seen = new Set<number>();
  let sum = nothing;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, part] = next;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const number of network.out[at] ?? []) {
      const to = network.flows[number]?.to ?? -1;
      const weight = part * (expected.weight[number] ?? 0);
      if (Number.isNaN(weight)) return spanOf(null);
      if (weight === 0) continue;
      if (network.nodes[to]?.type === 'step')
        sum = plus(sum, times(spanOf(steps[to]?.processTime ?? null), weight, weight));
      else open.push([to, weight]);
    }
  }
  return sum;
}

/**
 * Hidden repair in minutes of process time per item: where output is not always right but no
 * rework is drawn, (1 - %C&A) x visits x `part` x process time of the next step. An estimate that
 * belongs in no total. Unknown %C&A leaves an upper bound.
 */
export function hiddenRepair(input: FigureInput, part = usualRepair): Figure {
  const { structure, steps, expected } = input;
  const { nodes } = structure.network;
  if (gapsOf(expected).length > 0) return unknownFigure(0, gapsOf(expected));
  const missing: MissingInput[] = [];
  let all = 0;
  let known = 0;
  let sum = nothing;
  nodes.forEach((node, at) => {
    if (!steps[at]?.isStep || !isReached(expected, at) || hasRework(structure, at)) return;
    const next = nextProcessTime(input, at);
    const visits = expected.visits[at] ?? 0;
    const right = knownMean(node.completeAccurate);
    if (next.high === 0 || right === 1) return;
    all += visits;
    if (right === null) missing.push({ about: node.id, field: 'completeAccurate' });
    else if (next.low !== next.high) missing.push({ about: node.id, field: 'processTime' });
    else known += visits;
    const wrong = right === null ? { low: 0, high: 1 } : { low: 1 - right, high: 1 - right };
    sum = plus(sum, times(next, wrong.low * visits * part, wrong.high * visits * part));
  });
  return figureOf(sum, all === 0 ? 1 : known / all, missing);
}
