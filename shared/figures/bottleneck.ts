import type { FigureInput } from './figure';
import { isReached } from './figure';
import { plus, type Span, spanOf, times } from './step-times';
import type { Bottleneck } from './types';

interface Candidate {
  readonly id: string;
  readonly span: Span;
}

/** The one that is largest for certain, as far as anything is; of equals that which may be larger. */
function largest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates
    .filter(({ span }) => span.low > 0)
    .sort((a, b) => b.span.low - a.span.low || b.span.high - a.span.high || (a.id < b.id ? -1 : 1))[0];
}

function bottleneckAmong(kind: Bottleneck['kind'], candidates: readonly Candidate[]): Bottleneck | null {
  const found = largest(candidates);
  if (!found) return null;
  const { id, span } = found;
  const isCertain = candidates.every((other) => other === found || other.span.high <= span.low);
  return { kind, id, amount: span.low, isLowerBound: span.low !== span.high, isCertain };
}

/**
 * The role with the highest utilisation; without demand or roles, of the steps that hold up the
 * item until value is there (`onPath`) the one with the largest visits x (wait + process time). Where inputs are missing, what is certain of each is compared:
 * `isCertain` is false where another one may be larger once the gaps are filled.
 */
export function bottleneckOf(
  input: FigureInput,
  utilisation: ReadonlyMap<string, Span>,
  onPath: ReadonlySet<string>,
): Bottleneck | null {
  const { structure, steps, expected } = input;
  const { nodes } = structure.network;
  if (expected.problems.length > 0) return null;
  const reached = [...nodes.keys()].filter((at) => steps[at]?.isStep && isReached(expected, at));
  const working = new Set(reached.flatMap((at) => nodes[at]?.role ?? []));
  const role = bottleneckAmong(
    'role',
    [...working].map((id) => ({ id, span: utilisation.get(id) ?? spanOf(null) })),
  );
  if (role) return role;
  return bottleneckAmong(
    'step',
    reached.flatMap((at) => {
      const id = nodes[at]?.id ?? '';
      if (!onPath.has(id)) return [];
      const once = plus(spanOf(steps[at]?.wait ?? null), spanOf(steps[at]?.processTime ?? null));
      const low = expected.lowest[at] ?? 0;
      const high = expected.isKnown[at] === 1 ? low : Number.POSITIVE_INFINITY;
      return [{ id, span: times(once, low, high) }];
    }),
  );
}
