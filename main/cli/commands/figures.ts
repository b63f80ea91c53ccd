import { computeFigures } from '../../../shared/figures/compute-figures';
import { sampleLeadTime, usualSampling } from '../../../shared/simulation/sample-lead-time';
import { cliText } from '../../../shared/text/cli';
import { choice, readArguments } from '../arguments';
import { figuresToJson } from '../figures-json';
import { figuresToText } from '../figures-text';
import { chooseMap, openProject } from '../files';
import { type CliCommand, exitCodes } from '../io';

const formats = ['text', 'json'] as const;
const shape = { operands: ['FILE'], options: { '--map': null, '--format': formats } };

/** `figures`: every figure of a map. */
export const figures: CliCommand = {
  usage: cliText.usage.figures,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const project = await openProject(given.operand('FILE'), io);
    const graph = chooseMap(project, given.option('--map'));
    const computed = computeFigures(graph);
    const sampled = sampleLeadTime(graph, usualSampling);
    const print = choice(given, '--format', formats, 'text') === 'json' ? figuresToJson : figuresToText;
    io.out(print(graph, computed, sampled));
    return exitCodes.done;
  },
};
