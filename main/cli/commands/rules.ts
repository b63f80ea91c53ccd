import { rulesToJson, rulesToMarkdown, rulesToText } from '../../../shared/analysis/print/rules-catalogue';
import { cliText } from '../../../shared/text/cli';
import { choice, readArguments } from '../arguments';
import { type CliCommand, exitCodes } from '../io';

const formats = ['text', 'json', 'markdown'] as const;
const shape = { operands: [], options: { '--format': formats } };
const print = { text: rulesToText, json: rulesToJson, markdown: rulesToMarkdown };

/** `rules`: the rules of the analysis with what they ask, why, and when a finding is fine. */
export const listRules: CliCommand = {
  usage: cliText.usage.rules,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    io.out(print[choice(given, '--format', formats, 'text')]());
    return await Promise.resolve(exitCodes.done);
  },
};
