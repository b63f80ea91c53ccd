import { computeFigures } from '../../../shared/figures/compute-figures';
import { xlsxText } from '../../../shared/text/xlsx';
import { textCell } from './cells';
import { columnRange } from './sheet-xml';
import { known, missing, product, sum, type Term, whereSome } from './terms';
import { put, type Working } from './working';

const words = xlsxText.calculation;

/** More ways from a step to the next ones than this are not written as formulas. */
const mostWays = 60;

interface Move {
  readonly from: number;
  readonly to: number;
  readonly amount: Term;
}

/** Where items go from a step, looking through choices, forks and joins; null where that goes round or branches too much. */
function movesFrom({ input }: Working, step: number, visits: Term): Move[] | null {
  const { network } = input.figures.structure;
  const ways = new Map<number, Term[]>();
  let count = 0;
  const follow = (node: number, before: readonly Term[], passed: readonly number[]): boolean =>
    (network.out[node] ?? []).every((number) => {
      const to = network.flows[number]?.to ?? -1;
      const weights = [...before, input.weight[number] ?? missing];
      if (network.nodes[to]?.type !== 'step')
        return !passed.includes(to) && follow(to, weights, [...passed, to]);
      ways.set(to, [...(ways.get(to) ?? []), product(...weights)]);
      count += 1;
      return count <= mostWays;
    });
  if (!follow(step, [], [])) return null;
  return [...ways].map(([to, parts]) => ({ from: step, to, amount: product(visits, sum(...parts)) }));
}

/** How often an item passes to another team, in all and without the consumer; null where no formula says so. */
export interface Moves {
  readonly all: Term | null;
  readonly provider: Term | null;
}

const headings = [words.from, words.to, words.moves, words.handoff, words.provider];

function handoffTerm(working: Working, { from, to }: Move, amount: Term, field: 'team' | 'role'): Term {
  const { steps, figures } = working.input;
  const { nodes } = figures.structure.network;
  const [a, b] = [nodes[from], nodes[to]];
  const [here, there] = [steps.at(a?.id ?? '', field), steps.at(b?.id ?? '', field)];
  if (from === to) return known(0);
  if (here === null || there === null) return missing;
  const isOpen = a?.[field] === undefined || b?.[field] === undefined;
  const value = isOpen ? null : a[field] === b[field] ? 0 : amount.value;
  return whereSome(amount, {
    code: `IF(OR(${here}="",${there}=""),NA(),IF(EXACT(${here},${there}),0,${amount.code}))`,
    value,
  });
}

function providerTerm(working: Working, { from, to }: Move, handoff: Term): Term {
  const { steps, figures } = working.input;
  const { nodes } = figures.structure.network;
  const parties = [from, to].map((at) => steps.at(nodes[at]?.id ?? '', 'party'));
  const [a, b] = parties;
  if (!a || !b) return handoff;
  const isConsumer = [from, to].some((at) => nodes[at]?.party === 'consumer');
  return {
    code: `IF(OR(${a}="consumer",${b}="consumer"),0,${handoff.code})`,
    value: isConsumer ? 0 : handoff.value,
  };
}

/** The hand-offs as a table: which steps items pass between, how often, and whether the team changes. */
export function moveTerms(working: Working, visits: readonly Term[]): Moves {
  const { input, nameOf } = working;
  const { nodes } = input.figures.structure.network;
  const field = computeFigures(input.graph).handoffsByRole ? 'role' : 'team';
  const found: Move[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'step' || visits[at]?.value === 0) continue;
    const moves = movesFrom(working, at, visits[at] ?? missing);
    if (moves === null) return { all: null, provider: null };
    found.push(...moves);
  }
  const first = working.take(headings.length);
  headings.forEach((heading, at) =>
    working.grid.put(first + at, 1, textCell(heading, at < 2 ? 'heading' : 'headingEnd')),
  );
  const rows = found.map((move, at) => {
    const row = at + 2;
    working.grid.put(first, row, textCell(nameOf(move.from), 'faint'));
    working.grid.put(first + 1, row, textCell(nameOf(move.to), 'faint'));
    const amount = put(working, first + 2, row, move.amount, 'visits');
    const handoff = put(working, first + 3, row, handoffTerm(working, move, amount, field), 'visits');
    return {
      handoff,
      provider: put(working, first + 4, row, providerTerm(working, move, handoff), 'visits'),
    };
  });
  const last = rows.length + 1;
  if (rows.length === 0) return { all: known(0), provider: known(0) };
  return {
    all: {
      code: `SUM(${columnRange(first + 3, 2, last)})`,
      value: sum(...rows.map(({ handoff }) => handoff)).value,
    },
    provider: {
      code: `SUM(${columnRange(first + 4, 2, last)})`,
      value: sum(...rows.map(({ provider }) => provider)).value,
    },
  };
}
