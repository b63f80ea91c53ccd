import { importLimits } from '../import/limits';
import { en } from '../text/en';
import { buildProject, type TableOptions } from './build-project';
import type { CellError, RawRow, RawTable, ReadTableResult } from './types';

/** The first row beyond the limit, as an error; nothing where there is none. */
function beyond(
  rows: readonly RawRow[] | null,
  most: number,
  say: (most: number) => string,
): readonly CellError[] {
  const first = rows?.[most];
  if (first === undefined) return [];
  return [{ sheet: first.sheet, row: first.row, column: '', found: '', sentence: say(most) }];
}

/** The project of a step table that somebody brings, or every cell that cannot be read; one with more rows than a map may have parts is not built. */
export function buildStepTable(table: RawTable, options: TableOptions): ReadTableResult {
  const { tooManySteps, tooManyFlows } = en.tables;
  const errors = [
    ...beyond(table.steps, importLimits.nodes, tooManySteps),
    ...beyond(table.flows, importLimits.flows, tooManyFlows),
  ];
  return errors.length > 0 ? { kind: 'errors', errors } : buildProject(table, options);
}
