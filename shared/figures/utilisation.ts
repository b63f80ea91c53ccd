import type { MapGraph } from '../model/queries';
import type { FigureInput } from './figure';
import { isReached } from './figure';
import { nothing, plus, type Span, spanOf, times } from './step-times';
import { demandRate } from './takt';

/** Working minutes per item of each role with a step that items reach, or may reach: what is certain of them. */
export function loadsOf({ structure, steps, expected }: FigureInput): Map<string, Span> {
  const load = new Map<string, Span>();
  structure.network.nodes.forEach((node, at) => {
    const step = steps[at];
    if (!step?.isStep || node.role === undefined || !isReached(expected, at)) return;
    const isSolved = expected.problems.length === 0;
    const low = isSolved ? (expected.lowest[at] ?? 0) : 0;
    const high = isSolved && expected.isKnown[at] === 1 ? low : Number.POSITIVE_INFINITY;
    const own = times(spanOf(step.processTime), low * step.crew, high * step.crew);
    load.set(node.role, plus(load.get(node.role) ?? nothing, own));
  });
  return load;
}

/** What is certain of the utilisation of each role: demand rate x sum of visits x process time x crew over its steps / (people x availability). */
export function utilisationSpans(graph: MapGraph, load: ReadonlyMap<string, Span>): Map<string, Span> {
  const rate = demandRate(graph);
  return new Map(
    [...graph.roles.values()].map(({ id, people, availability }) => {
      const capacity = people === undefined || availability === undefined ? 0 : people * availability;
      if (rate === null || capacity === 0) return [id, spanOf(null)];
      return [id, times(load.get(id) ?? nothing, rate / capacity, rate / capacity)];
    }),
  );
}

/** The utilisation per role, null where it is not certain. */
export function knownUtilisations(spans: ReadonlyMap<string, Span>): Map<string, number | null> {
  return new Map([...spans].map(([id, { low, high }]) => [id, low === high ? low : null]));
}
