import { type FigureInput, figureOf, isReached, needs, scaledFigure, unknownFigure } from './figure';
import { nothing, plus, type Span, times } from './step-times';
import { demandRate } from './takt';
import type { Figure, MissingInput } from './types';

/** People needed in all and per role, and what keeps a role from being known. */
export interface PeopleNeeded {
  readonly figure: Figure;
  readonly byRole: ReadonlyMap<string, number | null>;
}

/**
 * People needed to keep up with the demand: demand x effort / (working time x availability), per
 * role and added up (900 items a month of 1.66 h at 80 %: 10.8). `loads` are working minutes per
 * item and role.
 */
export function peopleNeeded(input: FigureInput, loads: ReadonlyMap<string, Span>): PeopleNeeded {
  const { structure, steps, expected } = input;
  const { nodes, graph } = structure.network;
  const rate = demandRate(graph);
  const lackingDemand: MissingInput = { about: graph.stream.id, field: 'demand' };
  const spans = new Map<string, Span>();
  const gaps: MissingInput[] = [];
  for (const [id, load] of loads) {
    const { availability } = graph.roles.get(id) ?? {};
    const isIdle = load.high === 0;
    if (!isIdle && (availability === undefined || availability === 0)) {
      gaps.push({ about: id, field: 'availability' });
      spans.set(id, { low: load.low, high: Number.POSITIVE_INFINITY });
    } else {
      const perPerson = isIdle ? 1 : (availability ?? 1);
      spans.set(id, times(load, 1 / perPerson, 1 / perPerson));
    }
  }
  const byRole = new Map(
    [...spans].map(([id, { low, high }]) => [id, rate !== null && low === high ? low * rate : null]),
  );
  const isDone = (at: number): boolean =>
    graph.roles.has(nodes[at]?.role ?? '') || steps[at]?.processTime === 0;
  const { coverage, missing } = needs(input, expected, () => true, [
    { field: 'processTime', isKnown: (at) => steps[at]?.processTime !== null },
    { field: 'role', isKnown: isDone },
  ]);
  if (expected.problems.length > 0) return { figure: unknownFigure(coverage, missing), byRole };
  const unnamed = nodes.some((_, at) => steps[at]?.isStep && isReached(expected, at) && !isDone(at));
  const known = [...spans.values()].reduce(plus, nothing);
  const all = unnamed ? { low: known.low, high: Number.POSITIVE_INFINITY } : known;
  const figure = figureOf(all, coverage, [...missing, ...gaps]);
  return { figure: scaledFigure(figure, rate, [lackingDemand]), byRole };
}
