import type { JsonValue } from '../file-format/json';
import { en } from '../text/en';
import type { TableOptions } from './build-project';
import { buildStepTable } from './build-step-table';
import { readCsv } from './read-csv';
import { cutDocument, readJson } from './read-json';
import type { CellError, RawTable, ReadTableResult, TableFormat } from './types';

function build(
  cut: RawTable | { readonly errors: readonly CellError[] },
  options: TableOptions,
): ReadTableResult {
  return 'errors' in cut ? { kind: 'errors', errors: cut.errors } : buildStepTable(cut, options);
}

/** A project with one map from the text of a step table. All or nothing: one unreadable cell and there are only errors, one per cell. */
export function readTable(source: string, format: TableFormat, options: TableOptions): ReadTableResult {
  return build(format === 'json' ? readJson(source) : readCsv(source), options);
}

/** The same from a step table that is a JSON value already. */
export function readTableDocument(document: JsonValue, options: TableOptions): ReadTableResult {
  return build(cutDocument(document), options);
}

/** One line about a cell that could not be read, with its place. */
export function sayCellError({ sheet, row, column, sentence }: CellError): string {
  const { errorLine, sheets } = en.tables;
  return errorLine(sheets[sheet], row, column, sentence);
}
