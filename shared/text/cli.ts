const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const usage = {
  check:
    'check FILE [--map ID] [--format text|json|sarif|markdown] [--profile workshop|review|audit] [--fail-on error|warning|info] [--today DATE]',
  figures: 'figures FILE [--map ID] [--format text|json]',
  export:
    'export FILE --to svg|png|pdf|report-pdf|pptx|docx|xlsx|html|md|mermaid|drawio|bpmn|csv|json -o OUT [--map ID] [--compare ID] [--scope map|project] [--sections cover,charter,...] [--table steps|charter|value|dimensions] [--scale 1|2|4] [--lanes role|team|practice|activity|party|none] [--theme light|dark] [--paper a4|a3|letter] [--orientation portrait|landscape] [--pages drawing|one|poster] [--fonts embedded|outlined] [--today DATE]',
  import: 'import FILE -o OUT.vsmap',
  validate: 'validate FILE',
  salvage: 'salvage FILE -o OUT.vsmap',
  new: 'new TEMPLATE -o OUT.vsmap',
  templates: 'templates [--format text|json]',
  rules: 'rules [--format text|json|markdown]',
} as const;

const does = {
  check: 'findings and open questions of a map',
  figures: 'every figure of a map with its definition and coverage',
  export: 'diagrams, reports, tables, and models for other tools',
  import: 'a draw.io, BPMN or Mermaid file, or a step table (Excel, CSV, JSON), as a new project',
  validate: 'reads a project and names what is wrong',
  salvage: 'what is sound in a damaged project as a new one, and what was lost',
  new: 'a new project from a template',
  templates: 'the templates',
  rules: 'the rules of the analysis',
} as const;

/** What the command line prints besides what the app says too. */
export const cliText = {
  usage,
  help: (version: string) =>
    [
      `Streamwright ${version}: value-stream maps on the command line.`,
      '',
      'Usage: streamwright COMMAND ...',
      '',
      ...Object.entries(usage).flatMap(([name, line]) => [
        `  ${line}`,
        `      ${does[name as keyof typeof does]}`,
      ]),
      '',
      'streamwright --help and streamwright --version print this and the version.',
      'Exit codes: 0 done, 1 findings at or above --fail-on, 2 bad usage or bad input, 3 internal error.',
      '',
    ].join('\n'),
  usageOf: (line: string) => `Usage: streamwright ${line}\n`,
  noCommand: 'No command was given. streamwright --help lists them.',
  unknownCommand: (found: string) => `There is no command “${found}”. streamwright --help lists them.`,
  unknownOption: (found: string) => `There is no option “${found}”.`,
  optionWithoutValue: (option: string) => `The option “${option}” needs a value.`,
  optionWithValue: (option: string) => `The option “${option}” takes no value.`,
  repeatedOption: (option: string) => `The option “${option}” is given twice.`,
  noOperand: (operand: string) => `${operand} is missing.`,
  surplus: (found: string) => `“${found}” is one argument too many.`,
  badChoice: (option: string, found: string, choices: string) =>
    `“${found}” is not a value of ${option}. The values are ${choices}.`,
  missingOption: (option: string) => `The option ${option} is missing.`,
  badDate: (found: string) => `“${found}” is not a date. Write for example 2026-11-21.`,
  noSuchMap: (found: string, maps: string) => `The project has no map “${found}”. Its maps are ${maps}.`,
  oneMapOnly: (format: string) =>
    `A file of ${format} holds one map, and the project has several. Leave --scope out, and name the map by --map ID.`,
  severalMaps: (found: string) => `Several maps are called “${found}”. Use an id.`,
  mapListed: (id: string, name: string) => `${id} (${name})`,
  noSuchTemplate: (found: string, templates: string) =>
    `There is no template “${found}”. The templates are ${templates}.`,
  sameFile: 'The output would replace the input. Choose another name.',
  projectName: 'Untitled',
  written: (name: string) => `Wrote ${name}.\n`,
  imported: (name: string, maps: number, steps: number, flows: number) =>
    `Wrote ${name}: ${maps === 1 ? '' : `${counted(maps, 'map', 'maps')}, `}${counted(steps, 'step', 'steps')}, ${counted(flows, 'flow', 'flows')}.\n`,
  leftOut: (what: string, where: string, why: string) =>
    `Left out: ${what}${where === '' ? '' : ` (${where})`}. ${why}`,
  keptAsNote: (what: string, where: string, why: string) =>
    `Kept as a note: ${what}${where === '' ? '' : ` (${where})`}. ${why}`,
  times: (line: string, count: number) => `${line} (${count} times)`,
  ignored: (headings: string) => `Left out, because nothing is known by these headings: ${headings}.`,
  cellErrors: (count: number) =>
    `Nothing was imported: ${counted(count, 'cell', 'cells')} could not be read.`,
  tableError: 'Nothing was imported: this is not a step table that can be read.',
  /** Here nothing says that the file was ever there. */
  notThere: {
    missing: (name: string) => `“${name}” does not exist.`,
    'folder-missing': (name: string) => `“${name}” cannot be found: its folder does not exist.`,
  },
  valid: (name: string, streams: number, maps: number, steps: number) =>
    `“${name}” is a project with ${counted(streams, 'stream', 'streams')}, ${counted(maps, 'map', 'maps')} and ${counted(steps, 'step', 'steps')}.\n`,
  /** What was saved out of a damaged file. */
  salvaged: (name: string, steps: number, flows: number) =>
    `Wrote ${name}: ${counted(steps, 'step', 'steps')}, ${counted(flows, 'flow', 'flows')}.\n`,
  isSound: (name: string) => `${name} is sound; nothing was written.\n`,
  newerOutput: (name: string) =>
    `“${name}” comes from a newer version of Streamwright and is not written over. Choose another name.`,
  warning: (sentence: string) => `Note: ${sentence}`,
  internal: (problem: string) => `Something went wrong inside Streamwright: ${problem}`,
  figures: {
    heading: (map: string, stream: string) => `${map} · ${stream}`,
    basis: (calendar: string, hours: string, days: string) =>
      `Working time of the calendar ${calendar}: ${hours} h a day, ${days} days a week.`,
    coverage: (share: string) => `known inputs ${share}`,
    sampled: (runs: string) => `Sampled lead time (${runs} runs)`,
    percentile: (percent: number) => `${percent} % are done within`,
    withinTarget: 'Share within the target',
    noSample: 'The lead time cannot be sampled, because the expected one is not known.',
    bottleneck: 'Bottleneck',
    utilisation: 'Utilisation',
    unknown: 'unknown',
  },
} as const;
