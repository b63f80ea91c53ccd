import { sameValue } from '../commands/change';
import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { versionsText } from '../text/versions';

/** What of a document differs that is not on a map, by subject. */
export type Subject = keyof typeof versionsText.subjects;

/** How many entries of a subject are new, gone or different. */
export interface SubjectChange {
  readonly subject: Subject;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

type Table = {
  [K in keyof Project]: Project[K] extends Record<string, object> ? K : never;
}[keyof Project];

/** The tables of a subject. Streams stand for the charter, which is theirs. */
const tables: readonly (readonly [Subject, readonly Table[]])[] = [
  ['charter', ['streams']],
  ['roles', ['roles']],
  ['lists', ['systems', 'artefacts', 'partners']],
  ['plan', ['improvements']],
  ['scenarios', ['scenarios']],
  ['value', ['stakeholders', 'valueItems']],
  ['judgements', ['waivers', 'ruleSettings']],
  ['room', ['agenda', 'workshopNotes', 'noteGroups', 'ballots', 'votes']],
];

/** Rows of one table that are new, gone or different. */
export function countRows(
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
): Omit<SubjectChange, 'subject'> {
  const [then, now] = [Object.keys(before), Object.keys(after)];
  const both = now.filter((id) => lookUp(before, id) !== undefined);
  return {
    added: now.length - both.length,
    removed: then.length - both.length,
    changed: both.filter((id) => !sameValue(lookUp(before, id), lookUp(after, id))).length,
  };
}

/** What differs between two states of a project beside its maps, in the order of the subjects; empty where nothing does. */
export function changesBesideMaps(before: Project, after: Project): readonly SubjectChange[] {
  const found = tables.map(([subject, names]): SubjectChange => {
    const counts = names.map((name) => countRows(before[name], after[name]));
    const sum = (key: 'added' | 'removed' | 'changed'): number =>
      counts.reduce((all, each) => all + each[key], 0);
    return { subject, added: sum('added'), removed: sum('removed'), changed: sum('changed') };
  });
  const hasSettings =
    before.name === after.name && before.pack === after.pack && sameValue(before.settings, after.settings);
  return [
    ...found.filter(({ added, removed, changed }) => added + removed + changed > 0),
    ...(hasSettings ? [] : [{ subject: 'settings' as const, added: 0, removed: 0, changed: 1 }]),
  ];
}
