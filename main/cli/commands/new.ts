import path from 'node:path';
import { templates } from '../../../shared/catalogue/templates/templates';
import { writeProject } from '../../../shared/file-format/write';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { cliText } from '../../../shared/text/cli';
import { demand, readArguments } from '../arguments';
import { writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes } from '../io';
import { makeId } from '../make-id';

const shape = { operands: ['TEMPLATE'], options: { '--output': null } };

/** `new`: a project from a template. */
export const newProject: CliCommand = {
  usage: cliText.usage.new,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const id = given.operand('TEMPLATE');
    const output = demand(given, '--output');
    const made = newFromTemplate(id, { makeId });
    if (made === null)
      throw new BadInput(cliText.noSuchTemplate(id, templates.map((template) => template.id).join(', ')));
    await writeOutput(output, writeProject(made.project), io);
    io.out(cliText.written(path.basename(output)));
    return exitCodes.done;
  },
};
