import path from 'node:path';
import { isKeptAsNote } from '../../../shared/import/kept-as-note';
import type { ImportOutcome, ReadForeign, Skipped } from '../../../shared/import/types';
import { writeProject } from '../../../shared/file-format/write';
import { graphOf, stepsOf } from '../../../shared/model/queries';
import { sayCellError } from '../../../shared/tables/read-table';
import type { CellError } from '../../../shared/tables/types';
import { cliText } from '../../../shared/text/cli';
import { importInWorker } from '../../import/import-in-worker';
import type { ImportJob } from '../../import/messages';
import { readBytes } from '../../import/read-bytes';
import { readJob } from '../../import/read-job';
import { demand, readArguments } from '../arguments';
import { refuseSameFile, writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes, type Io } from '../io';

const shape = { operands: ['FILE'], options: { '--output': null } };

/** Cells are counted; an error with neither a column nor a text is one of the whole table. */
function sayErrors(errors: readonly CellError[]): string {
  const isAboutCells = errors.every(({ column, found }) => column !== '' || found !== '');
  return isAboutCells ? cliText.cellErrors(errors.length) : cliText.tableError;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const read = await readBytes(file);
  if (read.kind === 'read') return read.bytes;
  const name = path.basename(file);
  throw new BadInput(read.kind === 'failed' ? read.sentence : cliText.notThere[read.kind](name));
}

async function outcomeOf(file: string, { importWorker }: Io): Promise<ImportOutcome> {
  const job: ImportJob = { name: path.basename(file), bytes: await bytesOf(file), mapsColumns: false };
  return importWorker === null ? readJob(job) : await importInWorker(job, importWorker);
}

/** One line for each thing, those that say the same once. */
function sayOnce(skipped: readonly Skipped[]): string[] {
  const lines = skipped.map((each) =>
    (isKeptAsNote(each) ? cliText.keptAsNote : cliText.leftOut)(each.what, each.where, each.why),
  );
  return [...new Set(lines)].map((line) => {
    const count = lines.filter((other) => other === line).length;
    return count === 1 ? line : cliText.times(line, count);
  });
}

function tell({ skipped, notes }: ReadForeign, io: Io): void {
  for (const line of [...notes, ...sayOnce(skipped)]) io.err(`${cliText.warning(line)}\n`);
}

/** `import`: a drawing or a table of another tool as a new project; one unreadable cell of a table and nothing is written. */
export const importFile: CliCommand = {
  usage: cliText.usage.import,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('FILE');
    const output = demand(given, '--output');
    await refuseSameFile(file, output);
    const outcome = await outcomeOf(file, io);
    if (outcome.kind === 'errors')
      throw new BadInput(sayErrors(outcome.errors), outcome.errors.map(sayCellError));
    if (outcome.kind === 'refused') throw new BadInput(`${path.basename(file)}: ${outcome.sentence}`);
    if (outcome.kind === 'cells') throw new BadInput(cliText.tableError);
    tell(outcome, io);
    await writeOutput(output, writeProject(outcome.project), io);
    const graphs = outcome.maps.flatMap((map) => graphOf(outcome.project, map) ?? []);
    const steps = graphs.reduce((sum, graph) => sum + stepsOf(graph).length, 0);
    const flows = graphs.reduce((sum, graph) => sum + graph.flows.length, 0);
    io.out(cliText.imported(path.basename(output), graphs.length, steps, flows));
    return exitCodes.done;
  },
};
