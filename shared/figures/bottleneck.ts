import type { FigureInput } from './figure';
import { isReached } from './figure';
import type { Bottleneck } from './types';

interface Candidate {
  readonly id: string;
  readonly amount: number;
}

const largest = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))[0];

/**
 * The role with the highest utilisation; without demand or roles, the step with the largest
 * visits x (wait + process time). `isCertain` is false where another one may be larger once the
 * gaps are filled.
 */
export function bottleneckOf(
  input: FigureInput,
  utilisation: ReadonlyMap<string, number | null>,
): Bottleneck | null {
  const { structure, steps, expected } = input;
  const { nodes } = structure.network;
  if (expected.problems.length > 0) return null;
  const reached = [...nodes.keys()].filter((at) => steps[at]?.isStep && isReached(expected, at));
  const busy = [...utilisation].flatMap(([id, amount]) =>
    amount === null || amount === 0 ? [] : [{ id, amount }],
  );
  const role = largest(busy);
  if (role) {
    const isCertain = reached.every((at) => {
      const id = nodes[at]?.role;
      return id === undefined || (utilisation.get(id) ?? null) !== null;
    });
    return { kind: 'role', ...role, isCertain };
  }
  const step = largest(
    reached.flatMap((at) => {
      const { wait = null, processTime = null } = steps[at] ?? {};
      const amount = (expected.lowest[at] ?? 0) * ((wait ?? 0) + (processTime ?? 0));
      return amount > 0 ? [{ id: nodes[at]?.id ?? '', amount }] : [];
    }),
  );
  if (!step) return null;
  const isCertain = reached.every(
    (at) => expected.isKnown[at] === 1 && steps[at]?.wait !== null && steps[at]?.processTime !== null,
  );
  return { kind: 'step', ...step, isCertain };
}
