import type { Project } from '../model/project';
import { changesText } from './changes';
import { nameList } from './name-list';

/** The name of a table of the document. */
export type TableName = Exclude<keyof Project, 'name' | 'pack' | 'settings'>;

const nouns: Readonly<Record<TableName | 'steps', readonly [one: string, many: string]>> = {
  steps: ['step', 'steps'],
  nodes: ['element of a map', 'elements of maps'],
  flows: ['flow', 'flows'],
  maps: ['map', 'maps'],
  streams: ['stream', 'streams'],
  roles: ['role', 'roles'],
  systems: ['system', 'systems'],
  artefacts: ['input or output', 'inputs and outputs'],
  partners: ['partner', 'partners'],
  improvements: ['improvement', 'improvements'],
  waivers: ['accepted finding', 'accepted findings'],
  ruleSettings: ['setting of a rule', 'settings of rules'],
  stakeholders: ['stakeholder', 'stakeholders'],
  valueItems: ['entry on value', 'entries on value'],
  groups: ['group', 'groups'],
  scenarios: ['what-if', 'what-ifs'],
  agenda: ['line of the agenda', 'lines of the agenda'],
  workshopNotes: ['note of the workshop', 'notes of the workshop'],
  noteGroups: ['heading on the wall of notes', 'headings on the wall of notes'],
  ballots: ['vote', 'votes'],
  votes: ['ballot paper', 'ballot papers'],
};

const fieldNames: Readonly<Record<string, string>> = {
  ...changesText.fields,
  processTime: 'Process time',
  position: 'Place on the map',
  order: 'Place in the order',
  type: 'Type',
  calendar: 'Working time',
  group: 'Group',
};

const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${String(count)} ${count === 1 ? one : many}`;
const wereOf = (count: number): string => (count === 1 ? 'was' : 'were');

/** “Wait before” within a sentence is “wait before”; an unknown field keeps the name that it has in the file. */
function fieldOf(field: string): string {
  const name = Object.hasOwn(fieldNames, field) ? (fieldNames[field] ?? field) : null;
  if (name === null) return `“${field}”`;
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** What something is called in a sentence. */
function thing(kind: TableName | 'steps', name: string): string {
  return name === ''
    ? `${/^[aeiou]/.test(nouns[kind][0]) ? 'an' : 'a'} ${nouns[kind][0]} without a name`
    : `“${name}”`;
}

/** What is said of a damaged file and of what could be saved of it. */
export const damageText = {
  thing,
  problem: {
    cut: 'The file breaks off before its end.',
    line: (line: number, count: number) =>
      count === 1
        ? `Line ${String(line)} of the file cannot be read.`
        : `${String(count)} lines of the file cannot be read; the first of them is line ${String(line)}.`,
    contents: 'The contents of the file are not what was saved.',
    wrapping: 'The file holds more than one map, or is written in another way than maps are.',
  },
  project: 'the project',
  fields: (fields: readonly string[], what: string) =>
    fields.length === 1
      ? `Of ${what} the ${fieldOf(fields[0] ?? '')} was not readable and is now unknown.`
      : `Of ${what} these were not readable and are now unknown: ${fields.map(fieldOf).join(', ')}.`,
  records: (kind: TableName | 'steps', count: number, names: readonly string[]) =>
    `${counted(count, nouns[kind])} could not be read${names.length === 0 ? '' : `: ${nameList(names)}`}.`,
  partOf: (what: string) => `A part of ${what} was not readable; what is missing there is now unknown.`,
  partOfTable: (table: TableName) =>
    `Something among the ${nouns[table][1]} was not readable, and it is not known what.`,
  partOfFile: (places: number) =>
    places === 1
      ? 'One place in the file was not readable, and it is not known what stood there.'
      : `${String(places)} places in the file were not readable, and it is not known what stood there.`,
  noneFound: (tables: readonly TableName[]) =>
    `Nothing was found of: ${tables.map((table) => nouns[table][1]).join(', ')}. If there were any, they are lost.`,
  flowsWithoutEnds: (count: number, ends: number) =>
    `${counted(count, nouns.flows)} ${wereOf(count)} left out, because ${counted(ends, nouns.nodes)} at ${count === 1 ? 'its' : 'their'} ends ${wereOf(ends)} lost.`,
  mapAgain: (count: number) =>
    count === 1
      ? 'The name and the data of a map could not be read. Its steps are here, on a map without a name.'
      : `The names and the data of ${String(count)} maps could not be read. Their steps are here, on maps without a name.`,
  streamAgain: 'The charter of a stream could not be read. Its maps are here, under a stream without a name.',
  settingsAgain:
    'The working time, the currency and the profile of the rules could not be read. The usual ones stand in their place: check them.',
  rolesByKey: (keys: readonly string[]) =>
    keys.length === 1
      ? `A role was lost. In its lane and its steps stands the key by which the file knows it: ${nameList(keys)}.`
      : `${String(keys.length)} roles were lost. In their lanes and steps stand the keys by which the file knows them: ${nameList(keys)}.`,
  nameOfProject: 'The name of the project could not be read.',
  nameLost: (kind: TableName | 'steps') =>
    `The name of ${thing(kind, '').replace(/ without a name$/, '')} could not be read.`,
  takenAsStep: (what: string) => `It is not known what ${what} was; it is here as a step.`,
  newId: (what: string) => `${what} lost its flows, because the name by which they know it was not readable.`,
  unknownField: (field: string, what: string) =>
    `“${field}” with ${what} is not known to Streamwright; it may be a damaged name. It was kept.`,
  more: (count: number) => `${String(count)} more of this kind.`,
  characters: (count: number) =>
    count === 1
      ? 'One character could not be read; “\ufffd” stands in its place where it was part of a text.'
      : `${String(count)} characters could not be read; “\ufffd” stands in their place where they were part of a text.`,
  utf16: 'The file is written in another encoding (UTF-16). Its text was converted.',
  merge: (count: number) =>
    `The file holds ${count === 1 ? 'a conflict' : `${String(count)} conflicts`} that a merge of two versions left behind. Of each the first version was taken; the second one is only in the file.`,
  joined: (count: number) =>
    `The file holds ${count === 2 ? 'two maps or parts of maps' : `${String(count)} maps or parts of maps`} one behind the other. One of them was taken: the one that is whole, or has most in it.`,
  mended:
    'One damaged character was put right. The checksum in the file confirms that this is exactly what was saved.',
  confirmed: 'The checksum in the file confirms that this is exactly what was saved.',
  doubtful:
    'The checksum cannot confirm the rest: a value may differ from what was saved. Compare it with what you know.',
} as const;
