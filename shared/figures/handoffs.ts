import { type FigureInput, figureOf, gapsOf, isReached, needs, unknownFigure } from './figure';
import type { Figure } from './types';

/** Items that pass from one step to another, by their numbers in the network. */
export interface Transition {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** Ways shorter than this part of an item are not followed any further. */
const negligible = 1e-12;

/** Transitions from a step to the next steps, looking through forks, joins and decisions. */
export function transitionsFrom({ structure, expected }: FigureInput, step: number): Transition[] {
  const { network } = structure;
  const arrived = new Map<number, number>();
  let front = new Map([[step, expected.visits[step] ?? 0]]);
  while (front.size > 0) {
    const next = new Map<number, number>();
    for (const [at, amount] of front) {
      for (const number of network.out[at] ?? []) {
        const to = network.flows[number]?.to ?? -1;
        const part = amount * (expected.weight[number] ?? 0);
        if (!(part > negligible)) continue;
        const target = network.nodes[to]?.type === 'step' ? arrived : next;
        target.set(to, (target.get(to) ?? 0) + part);
      }
    }
    front = next;
  }
  return [...arrived].map(([to, amount]) => ({ from: step, to, amount }));
}

const sumOf = (moves: readonly Transition[]): number => moves.reduce((sum, { amount }) => sum + amount, 0);

/** Hand-offs per item: transitions to a step of another team (of another role where no step names a team), and those without the consumer's. */
export function handoffs(input: FigureInput): {
  readonly figure: Record<'handoffs' | 'handoffsProvider', Figure>;
  readonly byRole: boolean;
} {
  const { structure, steps, expected } = input;
  const { nodes } = structure.network;
  const reached = [...nodes.keys()].filter((at) => steps[at]?.isStep && isReached(expected, at));
  const byRole = reached.every((at) => nodes[at]?.team === undefined);
  const field = byRole && reached.some((at) => nodes[at]?.role !== undefined) ? 'role' : 'team';
  const who = (at: number): string | undefined => nodes[at]?.[field];
  const own = needs(input, expected, () => true, [{ field, isKnown: (at) => who(at) !== undefined }]);
  if (gapsOf(expected).length > 0) {
    const unknown = unknownFigure(own.coverage, own.missing);
    return { figure: { handoffs: unknown, handoffsProvider: unknown }, byRole: field === 'role' };
  }
  const transitions = reached.flatMap((at) => transitionsFrom(input, at));
  const count = (moves: readonly Transition[]): Figure => {
    const isNamed = ({ from, to }: Transition): boolean => who(from) !== undefined && who(to) !== undefined;
    const low = sumOf(moves.filter((move) => isNamed(move) && who(move.from) !== who(move.to)));
    const open = sumOf(moves.filter((move) => !isNamed(move) && move.from !== move.to));
    const high = low + open;
    return figureOf({ low, high }, own.coverage, own.missing);
  };
  const isConsumer = (at: number): boolean => nodes[at]?.party === 'consumer';
  return {
    figure: {
      handoffs: count(transitions),
      handoffsProvider: count(transitions.filter(({ from, to }) => !isConsumer(from) && !isConsumer(to))),
    },
    byRole: field === 'role',
  };
}
