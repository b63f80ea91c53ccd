import { cliText } from '../../../shared/text/cli';
import { readArguments } from '../arguments';
import { readDocument } from '../files';
import { type CliCommand, exitCodes } from '../io';

const shape = { operands: ['FILE'], options: {} };

const sizeOf = (table: object): number => Object.keys(table).length;

/** `validate`: reads a project and names what is wrong; a file that opens with a reservation counts as a finding. */
export const validate: CliCommand = {
  usage: cliText.usage.validate,
  run: async (args, io) => {
    const { project, warnings } = await readDocument(readArguments(args, shape).operand('FILE'));
    const steps = Object.values(project.nodes).filter(({ type }) => type === 'step').length;
    const name = project.name === '' ? cliText.projectName : project.name;
    io.out(cliText.valid(name, sizeOf(project.streams), sizeOf(project.maps), steps));
    for (const { sentence } of warnings) io.out(`${cliText.warning(sentence)}\n`);
    return warnings.length > 0 ? exitCodes.findings : exitCodes.done;
  },
};
