import path from 'node:path';
import { readProject } from '../../../shared/file-format/read';
import { salvage } from '../../../shared/file-format/salvage';
import { writeProject } from '../../../shared/file-format/write';
import { cliText } from '../../../shared/text/cli';
import { openFile } from '../../files/open-file';
import { demand, readArguments } from '../arguments';
import { readText, refuseSameFile, writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes } from '../io';

const shape = { operands: ['FILE'], options: { '--output': null } };

async function bytesOf(file: string): Promise<Uint8Array> {
  const opened = await openFile(file);
  return opened.kind === 'not-text' ? opened.bytes : Buffer.from(await readText(file));
}

/** `salvage`: what is sound in a damaged project as a new one; what was lost counts as findings. */
export const salvageFile: CliCommand = {
  usage: cliText.usage.salvage,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('FILE');
    const output = demand(given, '--output');
    await refuseSameFile(file, output);
    const bytes = await bytesOf(file);
    const name = path.basename(file);
    const read = readProject(Buffer.from(bytes).toString('utf8'));
    if (read.kind === 'read' && read.warnings.length === 0) {
      io.out(cliText.isSound(name));
      return exitCodes.done;
    }
    const found = salvage(bytes);
    if (found === null) {
      const sentences =
        read.kind === 'read' ? read.warnings.map(({ sentence }) => sentence) : [read.sentence];
      throw new BadInput(`${name}: ${sentences.join(' ')}`);
    }
    const { project, problem, remarks, kind } = found;
    for (const line of [problem, ...remarks]) io.err(`${cliText.warning(line)}\n`);
    await writeOutput(output, writeProject(project), io);
    const steps = Object.values(project.nodes).filter(({ type }) => type === 'step').length;
    io.out(cliText.salvaged(path.basename(output), steps, Object.keys(project.flows).length));
    return kind === 'whole' ? exitCodes.done : exitCodes.findings;
  },
};
