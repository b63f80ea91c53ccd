import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from '../../../shared/analysis/analyse';
import { groupOf } from '../../../shared/analysis/severity-groups';
import { reportToJson } from '../../../shared/analysis/print/report-json';
import { reportToMarkdown } from '../../../shared/analysis/print/report-markdown';
import { reportToSarif } from '../../../shared/analysis/print/report-sarif';
import { reportToText } from '../../../shared/analysis/print/report-text';
import type { Report } from '../../../shared/analysis/types';
import { packOf } from '../../../shared/catalogue/packs';
import { sampleLeadTime, usualSampling } from '../../../shared/simulation/sample-lead-time';
import { cliText } from '../../../shared/text/cli';
import { choice, dateOption, readArguments } from '../arguments';
import { chooseMap, openProject } from '../files';
import { type CliCommand, exitCodes } from '../io';

const formats = ['text', 'json', 'sarif', 'markdown'] as const;
const profiles = ['workshop', 'review', 'audit'] as const;
/** From the worst on. */
const groups = ['error', 'warning', 'info'] as const;

const shape = {
  operands: ['FILE'],
  options: {
    '--map': null,
    '--format': formats,
    '--profile': profiles,
    '--fail-on': groups,
    '--today': null,
  },
};

/** True where a finding that is neither accepted nor folded into another is as bad as the limit. */
function hasFailed(report: Report, limit: (typeof groups)[number]): boolean {
  const failing = groups.slice(0, groups.indexOf(limit) + 1);
  return report.findings.some(
    ({ severity, waived, supersededBy }) =>
      !waived && supersededBy === null && failing.includes(groupOf(severity)),
  );
}

/** Where the document is, as SARIF wants it: relative to the folder of the call where it lies below it. */
function uriOf(file: string): string {
  const relative = path.relative(process.cwd(), path.resolve(file));
  const isBelow = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return isBelow
    ? relative.split(path.sep).map(encodeURIComponent).join('/')
    : pathToFileURL(path.resolve(file)).href;
}

/** `check`: judges a map by all rules and prints findings and questions. */
export const check: CliCommand = {
  usage: cliText.usage.check,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('FILE');
    const today = dateOption(given, io.today);
    const project = await openProject(file, io);
    const graph = chooseMap(project, given.option('--map'));
    const pack = packOf(project.pack);
    const report = analyse(graph, {
      pack,
      profile: choice(given, '--profile', profiles, project.settings.profile),
      today,
      suppressForTemplates: false,
      waivers: project.waivers,
      settings: { application: [], project: project.ruleSettings },
      sampled: sampleLeadTime(graph, usualSampling),
    });
    const { currency } = project.settings;
    const print = {
      text: () => reportToText(report, graph, pack, { currency }),
      json: () => reportToJson(report, graph),
      sarif: () => reportToSarif(report, graph, { uri: uriOf(file), version: io.version }),
      markdown: () => reportToMarkdown(report, graph, pack, { currency }),
    };
    io.out(print[choice(given, '--format', formats, 'text')]());
    return hasFailed(report, choice(given, '--fail-on', groups, 'error'))
      ? exitCodes.findings
      : exitCodes.done;
  },
};
