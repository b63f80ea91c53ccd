import { shortened } from './shortened';

const fields = {
  name: 'Step',
  role: 'Role',
  team: 'Team',
  note: 'Note',
  activity: 'Activity',
  practice: 'Practice',
  processTime: 'Process time',
  wait: 'Wait before',
  leadTime: 'Lead time',
  completeAccurate: '%C&A',
  share: 'Share into the step',
  crew: 'People',
  value: 'Value class',
  kind: 'Kind of work',
  automation: 'Automation',
  to: 'Flow to',
  from: 'Flow from',
  parallel: 'Beside',
  join: 'Joins',
};

/** The most characters of a list of names in a sentence, or of what a part of the line is understood as. */
const longestList = 240;

const named = { role: 'role', activity: 'activity', practice: 'practice', node: 'step' } as const;

/** Words of the line that makes steps: what was understood, and what was not. */
export const captureText = {
  title: 'Quick entry',
  field: 'New step in one line',
  placeholder: 'Triage; L1; 10m; wait 4h; 80%; -> Log the call 20% rework',
  understood: 'What was understood',
  close: 'Close quick entry',
  add: 'Add',
  suggestions: 'Suggestions',
  fields,
  itself: 'itself',
  newName: (value: string) => `${value} (new)`,
  orPractice: (value: string) => `${value} (practice?)`,
  /** As the line is written, so its first word is a word of the line. */
  asPractice: (value: string) => `practice ${value}`,
  makePractice: (keys: string) => `Make it the practice (${keys})`,
  alike: (value: string, typed: string) => `${value} (typed “${typed}”)`,
  chip: (field: string, value: string) => `${field}: ${shortened(value, longestList)}`,
  leadTimeAs: (lead: string, wait: string) => `${lead}, so it waits ${wait}`,
  flow: (target: string, share: string | null, kind: string | null) =>
    [target, share, kind].filter((part) => part !== null).join(', '),
  people: (count: string) => (count === '1' ? '1 person' : `${count} people`),
  place: {
    label: 'Place',
    after: (name: string) => `after ${name}`,
    between: (name: string, next: string) => `between ${name} and ${next}`,
    branch: (name: string) => `another way out of ${name}`,
    alone: 'not connected yet',
    beside: (name: string) => `in parallel with ${name}`,
    joins: (names: string) => `after a join of ${names}`,
  },
  hint: 'Enter adds the step. Shift+Enter adds it and keeps what is not understood as its note. Escape closes and keeps the text.',
  help: 'Name first, then in any order, apart by “;”: role, activity or practice, 10m of work, wait 4h, 80%, VA, NNVA legal, x3, approval, -> step 20% rework, after step, parallel, join.',
  made: (name: string) => `${name} added.`,
  madeSeveral: (count: number) => `${String(count)} steps added.`,
  inLine: (line: number, sentence: string) => `Line ${String(line)}: ${sentence}`,
  notYet: (sentence: string) => `Nothing was added. ${sentence}`,
  newRole: (name: string) => `New role ${name}`,
  label: (count: number) => (count === 1 ? 'Add a typed step' : `Add ${String(count)} typed steps`),
  problems: {
    tooManyParts: (most: number) =>
      `The line has more than ${String(most)} parts. A line describes one step: write each step in a line of its own.`,
    tooManyLines: (most: number) =>
      `These are more than ${String(most)} lines, and none was added. Paste them into the step table, or add them in portions.`,
    noName: 'The line begins with the name of the step.',
    nameIsField: (found: string) =>
      `The line begins with the name of the step; “${shortened(found)}” is none. Put it in quotation marks if it is.`,
    quotes: 'A name can stand in quotation marks, but hold none.',
    twice: (field: string) => `${field} is said twice in this line.`,
    unknown: (found: string) =>
      `“${shortened(found)}” is not understood. A role is written “role ${shortened(found)}”, a remark “note ${shortened(found)}”.`,
    secondRole: (found: string) =>
      `“${shortened(found)}” is no name that is known here, and the line has a role already. Write “note ${shortened(found)}” to keep it.`,
    notFound: (what: keyof typeof named, found: string) =>
      `No ${named[what]} is called “${shortened(found)}”.`,
    several: (found: string, names: string) =>
      `“${shortened(found)}” can be ${shortened(names, longestList)}. Write more of the name.`,
    twins: (name: string) => `Two steps are called “${shortened(name)}”. Connect this flow on the canvas.`,
    notAKind: (found: string) => `“${shortened(found)}” is no kind of work.`,
    notAutomation: (found: string) =>
      `“${shortened(found)}” is no level of automation. Write manual, assisted, automated or planned.`,
    notAClass: (found: string) => `“${shortened(found)}” is no value class. Write VA, NNVA or NVA.`,
    notAReason: (found: string, reasons: string) =>
      `“${shortened(found)}” is no reason for NNVA. Write ${reasons}.`,
    noTarget: 'Say where the flow leads: -> and the name of a step.',
    noSource: 'Say where the flow comes from: after and the name of a step.',
    itselfKind: 'A flow from a step to itself is rework or iteration.',
    places: 'A step has one place: parallel, join or after another step, not several of them.',
    noAnchor: 'There is no step yet that it could stand beside.',
    besideStart: 'Nothing leads to the step that it would stand beside.',
    noBranches: 'There are no open parallel branches here. Name the steps: join A, B.',
    leadNeedsWork: 'A lead time needs the process time in the same line, so that the wait is known.',
    leadAndWait: 'Say the lead time or the wait, not both.',
    leadTooShort: 'The lead time is shorter than the process time.',
    leadRange: 'Say the lead time as one value, or the wait as low/likely/high.',
    shareNoSource: 'Nothing leads to this step, so no share can.',
    flowTwice: (name: string) => `The flow with ${shortened(name)} is said twice.`,
  },
} as const;
