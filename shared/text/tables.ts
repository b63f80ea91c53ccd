import { shortened } from './shortened';

/** The most characters of the headings in a sentence. */
const longestList = 240;

/** What is said when a step table cannot be read; `found` is the text of the cell. */
export const tablesText = {
  start: 'Demand',
  end: 'Value',
  mapNames: { current: 'Current state', designed: 'As designed', future: 'Future state' },
  unnamedStream: 'Value stream',
  sheets: {
    stream: 'Stream',
    roles: 'Roles',
    steps: 'Steps',
    flows: 'Flows',
    stakeholders: 'Stakeholders',
    value_items: 'Value items',
  },
  errorLine: (sheet: string, row: number, column: string, sentence: string) =>
    `${sheet}, row ${row}${column === '' ? '' : `, column ${column}`}: ${sentence}`,
  empty: 'The table is empty.',
  notJson: 'The text is not JSON, or it breaks off.',
  noSteps: 'The table has no steps.',
  tooManySteps: (most: number) =>
    `The table has more than ${most.toLocaleString('en-GB')} steps, the most that a map can take in. Split it into several tables.`,
  tooManyFlows: (most: number) =>
    `The table has more than ${most.toLocaleString('en-GB')} flows, the most that a map can take in. Split it into several tables.`,
  noStepList: 'The table has no list called “steps”.',
  noStakeholder: 'This is no name and no id of a row of stakeholders.',
  noSuchStep: 'One of these is no id of a step in this table.',
  notAList: (name: string) => `“${shortened(name)}” is not a list of rows.`,
  notARow: 'This entry is not a row of named cells.',
  noNameColumn: (headings: string) =>
    `No column is called “name”. The headings are: ${shortened(headings, longestList)}.`,
  sameHeading: (other: string) => `This column means the same as “${shortened(other)}”. Keep one of them.`,
  tooManyCells: 'The row has more cells than there are headings.',
  openQuote: 'A quotation mark is opened and never closed.',
  noName: 'The row has neither a name nor an id.',
  sameId: 'Another row has the same id.',
  notText: 'A text, a number or a list was expected here.',
  notAFlag: (found: string) => `“${shortened(found)}” is neither yes nor no.`,
  notADate: (found: string) => `“${shortened(found)}” is not a date. Write for example 2026-11-21.`,
  notOneOf: (found: string, values: string) =>
    `“${shortened(found)}” is not known here. Write one of ${values}.`,
  notAnActivity: (found: string, values: string) =>
    `“${shortened(found)}” is not a value chain activity. The activities are ${values}.`,
  notAPractice: (found: string) => `“${shortened(found)}” is not one of the practices.`,
  notACalendar: (found: string) => `“${shortened(found)}” is not a calendar. Write 8x5 or 24x7.`,
  badCalendar: 'A calendar needs seven numbers of hours from Monday on, each at most 24.',
  badProvenance: (column: string) =>
    `The provenance of “${shortened(column)}” is not understood: it has source, by, on and samples.`,
  noStepCalled: (found: string) => `There is no step called “${shortened(found)}”.`,
  twoStepsCalled: (found: string) => `Several steps are called “${shortened(found)}”. Use their ids.`,
  shortLeadTime: (leadTime: string, processTime: string) =>
    `The lead time of ${leadTime} is below the process time of ${processTime}.`,
  leadTimeAlone: 'A lead time needs a process time, because the wait is what remains of it.',
  waitAndLeadTime: 'The row has a wait and a lead time. Keep one of them.',
  wholeNumber: (found: string) => `“${shortened(found)}” is not a whole number.`,
} as const;
