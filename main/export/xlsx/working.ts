import type { CalculationInput } from './calculation-input';
import type { Grid } from './sheet';
import type { Style } from './styles';
import type { Term } from './terms';
import { placed } from './visit-terms';

/** A calculation while it is made. */
export interface Working {
  readonly input: CalculationInput;
  readonly grid: Grid;
  readonly rowOf: (node: number) => number;
  readonly nameOf: (node: number) => string;
  /** The first free row below the nodes. */
  readonly below: number;
  /** Takes columns behind those that are in use, with one left free before them. */
  readonly take: (count: number) => number;
}

/** Puts a term in its cell and gives the term that points to it. */
export function put({ grid }: Working, column: number, row: number, term: Term, style: Style): Term {
  const one = placed(column, row, term, style);
  grid.put(column, row, one.put.cell);
  return one.term;
}

/** True where a formula comes to what the app computes. */
export function agrees(term: Term, value: number | null): boolean {
  if (term.value === null || value === null) return term.value === value;
  return Math.abs(term.value - value) <= 1e-9 * Math.max(1, Math.abs(term.value), Math.abs(value));
}
