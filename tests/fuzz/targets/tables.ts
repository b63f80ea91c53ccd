import { isDeepStrictEqual } from 'node:util';
import { defaultPack } from '../../../shared/catalogue/packs';
import { openHistory, redo, run, undo } from '../../../shared/commands/history';
import { emptyProject } from '../../../shared/model/new-project';
import { addTable } from '../../../shared/tables/add-table';
import { buildProject } from '../../../shared/tables/build-project';
import { cellsToTable, guessMapping, refuseMapping } from '../../../shared/tables/cells-table';
import {
  type Cells,
  clipboardCells,
  readCells,
  readHtmlCells,
  writeCells,
  writeHtmlCells,
} from '../../../shared/tables/cells-text';
import { readTable } from '../../../shared/tables/read-table';
import type { ReadTableResult, TableFormat } from '../../../shared/tables/types';
import { writeTable } from '../../../shared/tables/write-table';
import { countIds } from '../../helpers/count-ids';
import { checkProject, checkSentence, must } from '../check-project';
import type { FuzzTarget } from '../engine';
import { exampleWords, hostile } from '../words';

const options = () => ({ makeId: countIds(), name: 'File' });
const textOf = (input: Uint8Array): string => Buffer.from(input).toString('utf8');

/** A table that was read is put on a map, taken away and put there again. */
function checkAdding(table: Extract<ReadTableResult, { kind: 'read' }>): void {
  let count = 0;
  const makeId = (): string => `fresh-${(count += 1)}`;
  const names = { project: 'P', stream: 'S', map: 'M', demand: 'Demand', value: 'Value' };
  const { project, mapId } = emptyProject({ makeId, names });
  const command = addTable({ project, mapId, table, after: null }, makeId);
  if (command === null) return;
  const start = structuredClone(project);
  const done = run(openHistory(project), command);
  if (done.kind === 'refused') return checkSentence(done.sentence);
  const undone = undo(done.history);
  must(isDeepStrictEqual(undone.project, start), 'undoing a table leaves something behind');
  must(isDeepStrictEqual(redo(undone).project, done.history.project), 'redoing a table does something else');
  checkProject(done.history.project, false);
}

function checkTable(result: ReadTableResult, isDeep: boolean): void {
  if (result.kind === 'errors') {
    must(result.errors.length > 0, 'a table is refused without a reason');
    for (const { sentence } of result.errors) checkSentence(sentence);
    return;
  }
  checkProject(result.project, isDeep);
  if (!isDeep) return;
  checkAdding(result);
  const written = writeTable(result.project, result.mapId, 'json');
  must(written !== null, 'a table that was read is not written');
  const again = readTable(written, 'json', options());
  must(again.kind === 'read', 'a table that was written is not read');
}

const tableTarget = (name: string, format: TableFormat, shape: 'json' | 'lines'): FuzzTarget => ({
  name,
  shape,
  words: exampleWords.table,
  check: (input, isDeep) => checkTable(readTable(textOf(input), format, options()), isDeep),
});

/** Step tables as CSV. */
export const tableCsv = tableTarget('table-csv', 'csv', 'lines');
/** Step tables as JSON. */
export const tableJson = tableTarget('table-json', 'json', 'json');

function checkCells(cells: Cells, isDeep: boolean): void {
  const [first] = cells;
  must(
    cells.every((row) => row.length === first?.length),
    'rows of cells differ in width',
  );
  must(cells.length <= 5000 && (first?.length ?? 0) <= 100, 'there are more cells than anybody can use');
  must(
    cells.every((row) => row.every((cell) => typeof cell === 'string' && !cell.includes('native code'))),
    'a cell is no text',
  );
  const mapping = guessMapping(cells, defaultPack);
  if (refuseMapping(mapping) !== null) return;
  checkTable(buildProject(cellsToTable(cells, mapping, new Set()), options()), isDeep);
}

/** Cells pasted as plain text. */
export const pastedText: FuzzTarget = {
  name: 'pasted-text',
  shape: 'lines',
  words: exampleWords.table,
  check(input, isDeep) {
    const cells = clipboardCells(textOf(input), '');
    checkCells(cells, isDeep);
    const again = readCells(writeCells(cells));
    must(!isDeep || cells.length < 2 || again.length === cells.length, 'cells that were copied are others');
  },
};

/** Cells pasted from a page or a spreadsheet. */
export const pastedHtml: FuzzTarget = {
  name: 'pasted-html',
  shape: 'xml',
  words: [
    '<table>',
    '<tr>',
    '<td>',
    '<td colspan="3" rowspan=9999>',
    '</table>',
    '<br>',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '&nbsp;',
    '&#55296;',
    '&#x10ffff;',
    '&toString;',
    ...hostile,
  ],
  check(input, isDeep) {
    const cells = readHtmlCells(textOf(input));
    if (cells === null) return;
    checkCells(cells, isDeep);
    if (isDeep) {
      const again = readHtmlCells(writeHtmlCells(cells)) ?? [];
      must(again.length === cells.length, 'cells that were copied are others');
    }
  },
};
