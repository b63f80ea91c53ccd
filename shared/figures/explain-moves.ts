import { formatNumber } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { nameOf, plainInput, type Term } from './explain-inputs';
import type { FigureInput } from './figure';
import { isReached } from './figure';
import { transitionsFrom } from './handoffs';
import type { Figures } from './types';

const negligible = 1e-9;

/** The moves from step to step that are hand-offs, and how often each happens per item; those without the consumer's where wanted. */
export function moveTerms(input: FigureInput, { handoffsByRole }: Figures, isOfProvider: boolean): Term[] {
  const { structure, steps, expected } = input;
  const { nodes, graph } = structure.network;
  if (expected.problems.length > 0 || expected.unknownShares.length > 0) return [];
  const field = handoffsByRole ? 'role' : 'team';
  const who = (at: number): string | undefined => nodes[at]?.[field];
  const said = (at: number): string => {
    const id = who(at);
    return id === undefined ? text.unknown : handoffsByRole ? nameOf(graph, id) : id;
  };
  const isConsumer = (at: number): boolean => nodes[at]?.party === 'consumer';
  return [...nodes.keys()]
    .filter((at) => steps[at]?.isStep && isReached(expected, at))
    .flatMap((at) => transitionsFrom(input, at))
    .filter(({ from, to, amount }) => amount > negligible && from !== to)
    .filter(({ from, to }) => !isOfProvider || !(isConsumer(from) || isConsumer(to)))
    .filter(({ from, to }) => who(from) === undefined || who(to) === undefined || who(from) !== who(to))
    .map(({ from, to, amount }) => {
      const ids = [nodes[from]?.id ?? '', nodes[to]?.id ?? ''];
      const isOpen = who(from) === undefined || who(to) === undefined;
      return {
        about: ids,
        name: text.move(nameOf(graph, ids[0] ?? ''), nameOf(graph, ids[1] ?? '')),
        terms: text.between(said(from), said(to)),
        amount: isOpen ? null : amount,
        inputs: [plainInput(text.inputs.moves, formatNumber(amount))],
      };
    });
}
