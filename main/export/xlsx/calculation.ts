import { light } from '../../../shared/drawing/theme';
import { isOnClock } from '../../../shared/figures/lead-time';
import type { Solution } from '../../../shared/figures/solution';
import { figuresText } from '../../../shared/text/figures';
import { xlsxText } from '../../../shared/text/xlsx';
import { branchTerms } from './branch-terms';
import { type CalculationInput, edgesOf, outside } from './calculation-input';
import { type Cell, formulaCell, textCell } from './cells';
import { moveTerms } from './move-terms';
import { rightTerms } from './right-terms';
import { Grid, type Sheet } from './sheet';
import { columnRange } from './sheet-xml';
import { type StepTerms, stepTerms } from './step-terms';
import type { Style } from './styles';
import { widthOf } from './table-sheet';
import { known, missing, product, sum, type Term, whereSome } from './terms';
import { visitTerms } from './visit-terms';
import { agrees, put, type Working } from './working';

const words = xlsxText.calculation;

/** The columns of the calculation, in their order; what takes several comes behind them. */
const columnNames = [
  'step',
  'visits',
  'single',
  'right',
  'wait',
  'work',
  'people',
  'good',
  'counts',
  'waitClock',
  'workClock',
  'singleClock',
  'longest',
  'longestSingle',
  'added',
  'effort',
] as const satisfies readonly (keyof typeof words)[];
type ColumnName = (typeof columnNames)[number];

const columnOf = (name: ColumnName): number => columnNames.indexOf(name);

/** Totals of a calculation, times in hours; null where it has no formula for one. */
export interface Totals {
  readonly lead: Term;
  readonly single: Term;
  readonly wait: Term;
  readonly work: Term;
  readonly added: Term;
  readonly effort: Term;
  readonly right: Term | null;
  readonly handoffs: Term | null;
  readonly handoffsProvider: Term | null;
}

/** The sheet with the calculation, and what other sheets take from it. */
export interface Calculation {
  readonly sheet: Sheet;
  readonly totals: Totals;
  /** Hours of work or of wait on the clock, or person-hours, of a step. */
  readonly of: (step: string, part: 'waitClock' | 'workClock' | 'effort') => Term | null;
}

/** The visits of each node: formulas where they give what the app computes, else its numbers. */
function visitsColumn(
  working: Working,
  solution: Solution,
  weights: readonly (Term | null)[],
  column: number,
): Term[] {
  const { input, grid, rowOf, nameOf, below } = working;
  const { nodes, starts } = input.figures.structure.network;
  const isSolved = solution.problems.length === 0;
  const app = nodes.map((_, at) =>
    isSolved && solution.isKnown[at] === 1 ? (solution.visits[at] ?? 0) : null,
  );
  const edges = edgesOf(input, solution, weights);
  const source = nodes.map((_, at) => (starts.includes(at) ? 1 / starts.length : 0));
  const flowing = { size: nodes.length, edges: edges ?? [], source, rowOf, column, below, nameOf };
  const trial = edges && visitTerms({ ...flowing, helper: 0 });
  if (!trial?.terms.every((term, at) => agrees(term, app[at] ?? null)))
    return app.map((value, at) =>
      put(working, column, rowOf(at), value === null ? missing : known(value), 'visits'),
    );
  const made = trial.columns === 0 ? trial : visitTerms({ ...flowing, helper: working.take(trial.columns) });
  for (const { column: at, row, cell } of made?.puts ?? []) grid.put(at, row, cell);
  return [...(made?.terms ?? [])];
}

/** Columns of the steps, times in hours. */
interface StepColumns {
  readonly wait: readonly Term[];
  readonly work: readonly Term[];
  readonly single: readonly Term[];
  readonly added: readonly Term[];
  readonly effort: readonly Term[];
}

type StepRow = { readonly [Part in keyof StepColumns]: Term };

const noTime: StepRow = {
  wait: known(0),
  work: known(0),
  single: known(0),
  added: known(0),
  effort: known(0),
};

function stepRow(working: Working, at: number, step: StepTerms, visits: Term, single: Term): StepRow {
  const own = (name: ColumnName, term: Term, style: Style = 'hours'): Term =>
    put(working, columnOf(name), working.rowOf(at), term, style);
  const times = working.input.figures.steps[at];
  const isCounted = times !== undefined && times.holdsUp && isOnClock(times);
  own('counts', known(isCounted ? 1 : 0), 'number');
  const [wait, work] = [own('wait', step.wait), own('work', step.work)];
  const people = own('people', step.people, 'number');
  const [passing, once] = isCounted ? [visits, single] : [known(0), known(0)];
  const singleWork = step.singleWork.code === step.work.code ? work : step.singleWork;
  const worked = own('workClock', whereSome(passing, product(passing, work)));
  return {
    wait: own('waitClock', whereSome(passing, product(passing, wait))),
    work: worked,
    single: own('singleClock', whereSome(once, product(once, sum(wait, singleWork)))),
    added: own('added', whereSome(worked, product(worked, step.added))),
    effort: own('effort', whereSome(visits, product(visits, work, people))),
  };
}

/** The last row of the nodes, also where there is none. */
const lastOf = (below: number): number => Math.max(2, below - 2);

/** The sum of a column, of the steps on the longest branches where `flags` says which these are. */
function total(
  { below }: Working,
  name: ColumnName,
  terms: readonly Term[],
  flags: { readonly column: ColumnName; readonly on: readonly Term[] } | null,
): Term {
  const range = columnRange(columnOf(name), 2, lastOf(below));
  if (flags === null) return { code: `SUM(${range})`, value: sum(...terms).value };
  return {
    code: `SUMPRODUCT(${range},${columnRange(columnOf(flags.column), 2, lastOf(below))})`,
    value: sum(...terms.map((term, at) => product(term, flags.on[at] ?? known(1)))).value,
  };
}

function sheetOf({ grid, below, input }: Working): Sheet {
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, at) => {
    const cells = grid.rows.flatMap((row): Cell[] => {
      const cell = row[at];
      return cell === null || cell === undefined ? [] : [cell];
    });
    if (at === 0) return 30;
    return cells.length === 0
      ? 3
      : Math.min(28, widthOf({ heading: String(cells[0]?.value ?? ''), cells: cells.slice(1) }));
  });
  const cellsOf = (name: ColumnName): string =>
    columnRange(columnOf(name), 2, lastOf(below)).replaceAll('$', '');
  return {
    name: input.name,
    tab: light.borderStrong,
    rows: grid.rows,
    widths,
    frozen: { rows: 1, columns: 1 },
    headingRow: 1,
    filter: null,
    bars: [
      { range: cellsOf('waitClock'), colour: light.wait },
      { range: cellsOf('workClock'), colour: light.va },
      { range: cellsOf('effort'), colour: light.accent },
    ],
    chart: null,
  };
}

function begin(input: CalculationInput): Working {
  const grid = new Grid();
  const { nodes } = input.figures.structure.network;
  let free: number = columnNames.length;
  const nameOf = (at: number): string => {
    const node = nodes[at];
    if (node === undefined || input.graph.node.has(node.id)) return node?.name ?? '';
    return words.onward(input.graph.node.get(node.id.replace(/ onward$/, ''))?.name ?? '');
  };
  const rowOf = (at: number): number => at + 2;
  columnNames.forEach((name, at) =>
    grid.put(at, 1, textCell(words[name], at === 0 ? 'heading' : 'headingEnd')),
  );
  nodes.forEach((node, at) => {
    const place = input.steps.at(node.id, 'name');
    const name = nameOf(at);
    const cell = place === null ? textCell(name, 'faint') : formulaCell(`${place}&""`, name, 'strong');
    grid.put(0, rowOf(at), cell);
  });
  const take = (count: number): number => {
    const first = free + 1;
    free = first + count;
    return first;
  };
  return { input, grid, rowOf, nameOf, below: nodes.length + 3, take };
}

/** The totals below the columns, with their names. */
function totalsOf(
  working: Working,
  columns: StepColumns,
  flags: ReturnType<typeof branchTerms>,
): Omit<Totals, 'right' | 'handoffs' | 'handoffsProvider'> {
  const on = { column: 'longest', on: flags.expected } as const;
  const [wait, work] = [
    total(working, 'waitClock', columns.wait, on),
    total(working, 'workClock', columns.work, on),
  ];
  const single = { column: 'longestSingle', on: flags.single } as const;
  const { name } = figuresText;
  const lines = {
    wait: [name.waitOnPath, wait],
    work: [name.processTimeOnPath, work],
    lead: [name.leadTimeExpected, sum(wait, work)],
    single: [name.leadTimeSinglePass, total(working, 'singleClock', columns.single, single)],
    added: [words.added, total(working, 'added', columns.added, on)],
    effort: [name.effortPersonHours, total(working, 'effort', columns.effort, null)],
  } as const;
  const placedLines = Object.entries(lines).map(([key, [label, term]], at) => {
    const row = working.below + at;
    working.grid.put(0, row, textCell(label, 'strong'));
    return [key, outside(working.input.name, put(working, 1, row, term, 'hours'))] as const;
  });
  const found = new Map(placedLines);
  const take = (key: keyof typeof lines): Term => found.get(key) ?? missing;
  return {
    wait: take('wait'),
    work: take('work'),
    lead: take('lead'),
    single: take('single'),
    added: take('added'),
    effort: take('effort'),
  };
}

/** The sheet that works out the figures of a map with formulas over the tables of its steps and flows. */
export function calculationOf(input: CalculationInput): Calculation {
  const working = begin(input);
  const { expected, singlePass, structure, steps: times } = input.figures;
  const { nodes } = structure.network;
  const visits = visitsColumn(working, expected, input.weight, columnOf('visits'));
  const single = visitsColumn(working, singlePass, input.singleWeight, columnOf('single'));
  const steps = nodes.map((_, at) => stepTerms(input, at));
  const rows = steps.map((step, at) =>
    step === null ? noTime : stepRow(working, at, step, visits[at] ?? missing, single[at] ?? missing),
  );
  const columns: StepColumns = {
    wait: rows.map(({ wait }) => wait),
    work: rows.map(({ work }) => work),
    single: rows.map((row) => row.single),
    added: rows.map(({ added }) => added),
    effort: rows.map(({ effort }) => effort),
  };
  const flags = branchTerms(working, columns);
  const place = (name: ColumnName, at: number, term: Term, style: Style): Term =>
    steps[at] === null ? term : put(working, columnOf(name), working.rowOf(at), term, style);
  const on = {
    expected: flags.expected.map((flag, at) => place('longest', at, flag, 'number')),
    single: flags.single.map((flag, at) => place('longestSingle', at, flag, 'number')),
  };
  const good = steps.map(
    (step, at): Term =>
      step === null || times[at]?.holdsUp !== true ? known(1) : place('good', at, step.good, 'percent'),
  );
  const right = rightTerms(working, good, columnOf('right'));
  const moves = moveTerms(working, visits);
  const line = (at: number, label: string, term: Term | null, style: Style): Term | null => {
    if (term === null) return null;
    const row = working.below + 6 + at;
    working.grid.put(0, row, textCell(label, 'strong'));
    return outside(input.name, put(working, 1, row, term, style));
  };
  const { name } = figuresText;
  const totals: Totals = {
    ...totalsOf(working, columns, on),
    right: line(0, name.rolledCompleteAccurate, right, 'percent'),
    handoffs: line(1, name.handoffs, moves.all, 'visits'),
    handoffsProvider: line(2, name.handoffsProvider, moves.provider, 'visits'),
  };
  const indexes = new Map(nodes.map(({ id }, at) => [id, at]));
  const parts = { waitClock: columns.wait, workClock: columns.work, effort: columns.effort };
  return {
    sheet: sheetOf(working),
    totals,
    of: (step, part) => {
      const at = indexes.get(step);
      const term = at === undefined || steps[at] === null ? undefined : parts[part][at];
      return term === undefined ? null : outside(input.name, term);
    },
  };
}
