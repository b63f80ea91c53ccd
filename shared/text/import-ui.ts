const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${many}`;

const maps = (count: number): string => counted(count, 'map', 'maps');

/** Words of the dialogs in which a file of another tool is looked at before it comes in. */
export const importUi = {
  label: (count: number) => `Import ${maps(count)}`,
  title: (name: string) => `Import ${name}`,
  description: (kind: string, count: number) =>
    count === 1
      ? `${kind}. This is how it is understood; nothing has been changed yet.`
      : `${kind} with ${maps(count)}. This is how they are understood; nothing has been changed yet.`,
  failed: 'This file could not be imported',
  reading: (name: string) => `Reading ${name}`,
  readingHint: 'This file takes a while. Nothing is changed by reading it.',
  stopped: (name: string) => `Reading ${name} was stopped. Nothing was changed.`,
  preview: 'Preview',
  picture: (name: string) => `Preview of ${name}`,
  noPicture: 'Choose at least one map to see it here.',
  morePictures: (count: number) => `and ${maps(count)} more`,
  maps: 'Maps to import',
  mapFacts: (steps: number, flows: number) =>
    `${counted(steps, 'step', 'steps')}, ${counted(flows, 'flow', 'flows')}`,
  found: 'What was found',
  facts: {
    steps: 'Steps',
    flows: 'Flows',
    decisions: 'Decisions and forks',
    roles: 'Roles',
    notes: 'Notes',
    processTime: 'With a process time',
    wait: 'With a wait',
  },
  ofSteps: (count: number, all: number) => `${String(count)} of ${String(all)}`,
  check: 'Worth checking',
  leftOut: (count: number) => `Left out (${String(count)})`,
  keptAsNote: (count: number) => `Kept as a note (${String(count)})`,
  nothingLeftOut: 'Everything in the file found its place.',
  leftOutLine: (what: string, where: string) => (where === '' ? what : `${what}, ${where}`),
  times: (count: number) => `${String(count)} times`,
  more: (count: number) => `and ${String(count)} more`,
  where: 'Where it goes',
  asNew: 'Open as a new project',
  here: 'Add to this project',
  open: (count: number) => `Open ${maps(count)}`,
  add: (count: number) => `Add ${maps(count)}`,
  chooseOne: 'Choose at least one map.',
  added: (count: number, name: string) => `${maps(count)} added from ${name}.`,
  opened: (name: string) => `Imported ${name}`,
  sheet: {
    title: (name: string) => `Choose the sheet of ${name}`,
    description: 'Each row of that sheet becomes a step. What its columns mean comes next.',
    label: 'Sheet',
    size: (rows: number, columns: number) =>
      `${counted(rows, 'row', 'rows')}, ${counted(columns, 'column', 'columns')}`,
    next: 'Next',
  },
} as const;
