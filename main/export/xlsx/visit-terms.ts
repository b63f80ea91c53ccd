import { solveDense } from '../../../shared/figures/solve';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, fixed, formulaCell, numberCell, textCell } from './cells';
import type { Style } from './styles';
import { difference, known, product, quotient, sum, type Term } from './terms';

const words = xlsxText.calculation;

/** A cell that is to be put somewhere; columns are counted from 0, rows from 1. */
export interface Put {
  readonly column: number;
  readonly row: number;
  readonly cell: Cell;
}

/** Items that go from one node to another, per visit of the first. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: Term;
}

/** What flows through a map, and where its formulas stand. */
export interface Flowing {
  readonly size: number;
  readonly edges: readonly Edge[];
  /** Items that come in at each node. */
  readonly source: readonly number[];
  readonly rowOf: (node: number) => number;
  /** Column of the answer. */
  readonly column: number;
  /** First free column for what helps to find it where items return. */
  readonly helper: number;
  /** First free row below the nodes. */
  readonly below: number;
  readonly nameOf: (node: number) => string;
}

/** The answer per node, the cells that hold it, and how many helping columns they take. */
export interface Answer {
  readonly terms: readonly Term[];
  readonly puts: readonly Put[];
  readonly columns: number;
}

/** More steps that items return to than this, and the formulas say nothing to anybody. */
const mostReturns = 40;

const isNumber = ({ code }: Term): boolean => /^[\d.e-]+$/.test(code);

/** The cell of a term, and the term that points to it. */
export function placed(column: number, row: number, term: Term, style: Style): { put: Put; term: Term } {
  const cell = isNumber(term) ? numberCell(term.value, style) : formulaCell(term.code, term.value, style);
  return { put: { column, row, cell }, term: { code: fixed(column, row), value: term.value } };
}

/** The nodes in an order in which few edges run backwards: the end of each walk last. */
export function inOrder(size: number, edges: readonly Edge[], source: readonly number[]): number[] {
  const out: number[][] = Array.from({ length: size }, () => []);
  for (const { from, to } of edges) out[from]?.push(to);
  const seen = new Set<number>();
  const done: number[] = [];
  const roots = [...Array(size).keys()].sort((a, b) => (source[b] ?? 0) - (source[a] ?? 0) || a - b);
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack: { readonly node: number; next: number }[] = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = out[top.node]?.[top.next];
      top.next += 1;
      if (to === undefined) {
        done.push(top.node);
        stack.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        stack.push({ node: to, next: 0 });
      }
    }
  }
  return done.reverse();
}

interface Unknowns {
  readonly flowing: Flowing;
  readonly into: readonly (readonly Edge[])[];
  /** Nodes that items return to: all others follow from their visits. */
  readonly returns: readonly number[];
  readonly puts: Put[];
}

/** What arrives at a node, once and for each visit of those that items return to. */
function arriving(
  { flowing, into, returns }: Unknowns,
  parts: ReadonlyMap<number, readonly Term[]>,
  node: number,
): Term[] {
  return Array.from({ length: returns.length + 1 }, (_, at) =>
    sum(
      known(at === 0 ? (flowing.source[node] ?? 0) : 0),
      ...(into[node] ?? []).map(({ from, weight }) => product(parts.get(from)?.[at] ?? known(0), weight)),
    ),
  );
}

/** The visits of the nodes that items return to: the rows of (1 - M) x = m, solved by the spreadsheet. */
function solveReturns(unknowns: Unknowns, parts: ReadonlyMap<number, readonly Term[]>): Term[] {
  const { flowing, returns, puts } = unknowns;
  const { helper, below, nameOf } = flowing;
  const [first, last, answer] = [below + 1, below + returns.length, helper + returns.length + 2];
  const rows = returns.map((node, at) => {
    const [once = known(0), ...each] = arriving(unknowns, parts, node);
    const left = each.map((term, other) =>
      other === at ? difference(known(1), term) : difference(known(0), term),
    );
    const row = first + at;
    puts.push({ column: helper, row, cell: textCell(nameOf(node), 'faint') });
    return [once, ...left].map((term, column) => {
      const one = placed(helper + 1 + column, row, term, 'visits');
      puts.push(one.put);
      return one.term;
    });
  });
  puts.push(
    { column: helper, row: below, cell: textCell(words.unknowns, 'heading') },
    { column: answer, row: below, cell: textCell(words.answer, 'headingEnd') },
  );
  const isKnown = rows.every((row) => row.every(({ value }) => value !== null));
  const solved = isKnown
    ? solveDense(
        rows.map((row) => Float64Array.from(row.slice(1), ({ value }) => value ?? 0)),
        Float64Array.from(rows, (row) => row[0]?.value ?? 0),
      )
    : null;
  const range = (from: number, to: number): string => `${fixed(from, first)}:${fixed(to, last)}`;
  const all = `MMULT(MINVERSE(${range(helper + 2, helper + 1 + returns.length)}),${range(helper + 1, helper + 1)})`;
  return rows.map((row, at) => {
    const value = solved?.[at] ?? null;
    const [once = known(0), alone = known(1)] = row;
    const cell: Cell =
      returns.length === 1
        ? formulaCell(quotient(once, alone).code, value, 'visits')
        : at === 0
          ? { ...formulaCell(all, value, 'visits'), over: range(answer, answer).replaceAll('$', '') }
          : numberCell(value, 'visits');
    puts.push({ column: answer, row: first + at, cell });
    return { code: fixed(answer, first + at), value };
  });
}

function withReturns(unknowns: Unknowns, order: readonly number[]): readonly Term[] {
  const { flowing, returns, puts } = unknowns;
  const { helper, rowOf, column, nameOf } = flowing;
  const parts = new Map<number, readonly Term[]>();
  returns.forEach((node, at) =>
    parts.set(node, [known(0), ...returns.map((_, other) => known(other === at ? 1 : 0))]),
  );
  for (const node of order) {
    if (parts.has(node)) continue;
    const own = arriving(unknowns, parts, node).map((term, at) => {
      if (isNumber(term)) return term;
      const one = placed(helper + 1 + at, rowOf(node), term, 'visits');
      puts.push(one.put);
      return one.term;
    });
    parts.set(node, own);
  }
  [words.arriving, ...returns.map((node) => words.returning(nameOf(node)))].forEach((heading, at) =>
    puts.push({ column: helper + 1 + at, row: 1, cell: textCell(heading, 'headingEnd') }),
  );
  const answers = solveReturns(unknowns, parts);
  const terms = new Map<number, Term>();
  for (const node of order) {
    const [once = known(0), ...each] = parts.get(node) ?? [];
    const whole = sum(once, ...each.map((term, at) => product(term, answers[at] ?? known(0))));
    const one = placed(column, rowOf(node), whole, 'visits');
    puts.push(one.put);
    terms.set(node, one.term);
  }
  return [...Array(flowing.size).keys()].map((node) => terms.get(node) ?? known(0));
}

/** The expected visits of each node as formulas of the shares, returns included; null where too many steps are returned to. */
export function visitTerms(flowing: Flowing): Answer | null {
  const { size, edges, source, rowOf, column } = flowing;
  const order = inOrder(size, edges, source);
  const at = new Map(order.map((node, index) => [node, index]));
  const into: Edge[][] = Array.from({ length: size }, () => []);
  for (const edge of edges) into[edge.to]?.push(edge);
  const isBack = ({ from, to }: Edge): boolean => (at.get(from) ?? 0) >= (at.get(to) ?? 0);
  const returns = order.filter((node) => into[node]?.some(isBack));
  const puts: Put[] = [];
  if (returns.length > mostReturns) return null;
  if (returns.length > 0) {
    const terms = withReturns({ flowing, into, returns, puts }, order);
    return { terms, puts, columns: returns.length + 3 };
  }
  const terms = new Map<number, Term>();
  for (const node of order) {
    const whole = sum(
      known(source[node] ?? 0),
      ...(into[node] ?? []).map(({ from, weight }) => product(terms.get(from) ?? known(0), weight)),
    );
    const one = placed(column, rowOf(node), whole, 'visits');
    puts.push(one.put);
    terms.set(node, one.term);
  }
  return { terms: [...Array(size).keys()].map((node) => terms.get(node) ?? known(0)), puts, columns: 0 };
}
