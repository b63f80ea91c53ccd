import path from 'node:path';
import { writeProject } from '../../../shared/file-format/write';
import { graphOf, stepsOf } from '../../../shared/model/queries';
import { readTable, sayCellError } from '../../../shared/tables/read-table';
import type { CellError, TableFormat } from '../../../shared/tables/types';
import { cliText } from '../../../shared/text/cli';
import { demand, readArguments } from '../arguments';
import { readText, refuseSameFile, writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes } from '../io';
import { makeId } from '../make-id';

const shape = { operands: ['TABLE'], options: { '--output': null } };

/** By the end of the name, else by the first sign: JSON begins with a bracket. */
function formatOf(file: string, text: string): TableFormat {
  const end = path.extname(file).toLowerCase();
  if (end === '.json') return 'json';
  if (end === '.csv' || end === '.tsv' || end === '.txt') return 'csv';
  return /^\ufeff?\s*[[{]/.test(text) ? 'json' : 'csv';
}

/** Cells are counted; an error with neither a column nor a text is one of the whole table. */
function sayErrors(errors: readonly CellError[]): string {
  const isAboutCells = errors.every(({ column, found }) => column !== '' || found !== '');
  return isAboutCells ? cliText.cellErrors(errors.length) : cliText.tableError;
}

/** `import`: a step table as a new project; one unreadable cell and nothing is written. */
export const importTable: CliCommand = {
  usage: cliText.usage.import,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('TABLE');
    const output = demand(given, '--output');
    await refuseSameFile(file, output);
    if (/\.(?:xlsx|xlsm|xls|ods)$/i.test(file)) throw new BadInput(cliText.spreadsheet);
    const text = await readText(file);
    const name = path.basename(file, path.extname(file));
    const read = readTable(text, formatOf(file, text), { makeId, name });
    if (read.kind === 'errors') throw new BadInput(sayErrors(read.errors), read.errors.map(sayCellError));
    if (read.ignored.length > 0) io.err(`${cliText.warning(cliText.ignored(read.ignored.join(', ')))}\n`);
    await writeOutput(output, writeProject(read.project), io);
    const graph = graphOf(read.project, read.mapId);
    const steps = graph === null ? 0 : stepsOf(graph).length;
    io.out(cliText.imported(path.basename(output), steps, graph?.flows.length ?? 0));
    return exitCodes.done;
  },
};
