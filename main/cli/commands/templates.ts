import { templates } from '../../../shared/catalogue/templates/templates';
import { cliText } from '../../../shared/text/cli';
import { choice, readArguments } from '../arguments';
import { type CliCommand, exitCodes } from '../io';

const formats = ['text', 'json'] as const;
const shape = { operands: [], options: { '--format': formats } };

function asText(): string {
  const width = Math.max(...templates.map(({ id }) => id.length)) + 2;
  return templates.map(({ id, name }) => `${id.padEnd(width)}${name}\n`).join('');
}

function asJson(): string {
  const listed = templates.map(({ id, name, purpose, trigger, value }) => ({
    id,
    name,
    purpose,
    trigger,
    value,
  }));
  return `${JSON.stringify({ schema: 1, templates: listed }, null, 2)}\n`;
}

/** `templates`: the streams to start from. */
export const listTemplates: CliCommand = {
  usage: cliText.usage.templates,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    io.out(choice(given, '--format', formats, 'text') === 'json' ? asJson() : asText());
    return await Promise.resolve(exitCodes.done);
  },
};
