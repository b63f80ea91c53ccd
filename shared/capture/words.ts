import type { AutomationLevel, FlowKind, NnvaReason, WorkKind } from '../model/value-sets';
import { nnvaReasons } from '../model/value-sets';

type WordTable<T extends string> = readonly (readonly [T, string])[];

const kinds: WordTable<WorkKind> = [
  ['work', 'work'],
  ['build', 'build'],
  ['deploy', 'deploy,deployment'],
  ['verify', 'verify,verification'],
  ['approval', 'approval,approve'],
  ['inspection', 'inspection,inspect'],
  ['review', 'review'],
  ['decision', 'decision,decide'],
  ['entry', 'entry,data entry'],
  ['record', 'record,record keeping'],
  ['handoff', 'handoff,hand-off,hand off,handover,hand-over'],
  ['procurement', 'procurement,procure'],
  ['communication', 'communication,communicate'],
];
const automation: WordTable<AutomationLevel> = [
  ['manual', 'manual,by hand'],
  ['assisted', 'assisted,tool-assisted'],
  ['automated', 'automated,automatic,auto'],
  ['planned', 'automation planned,planned automation,to be automated'],
];
const flows: WordTable<FlowKind> = [
  ['normal', 'normal'],
  ['escalation', 'escalation,escalate,escalated'],
  ['rework', 'rework,redo'],
  ['iteration', 'iteration,iterate'],
  ['information', 'information,info'],
];

function read<T extends string>(table: WordTable<T>, text: string): T | undefined {
  const typed = text.trim().toLowerCase();
  return table.find(([, words]) => words.split(',').includes(typed))?.[0];
}

/** The kind of work that a word stands for. */
export const readKind = (text: string): WorkKind | undefined => read(kinds, text);
/** The level of automation that a word stands for. */
export const readAutomation = (text: string): AutomationLevel | undefined => read(automation, text);
/** The kind of flow that a word stands for. */
export const readFlowKind = (text: string): FlowKind | undefined => read(flows, text);
/** The reason for which work without value is necessary. */
export const readReason = (text: string): NnvaReason | undefined =>
  nnvaReasons.find((reason) => reason === text.trim().toLowerCase());

/** Words of kinds and automation, each with what it is written for; to be found with a slip. */
export const wordsWithSlips: readonly { readonly id: string; readonly name: string }[] = [
  ...kinds,
  ...automation,
]
  .flatMap(([, words]) => words.split(','))
  .filter((word) => word.length >= 6)
  .map((word) => ({ id: word, name: word }));

type Labelled =
  | 'wait'
  | 'processTime'
  | 'leadTime'
  | 'completeAccurate'
  | 'share'
  | 'crew'
  | 'role'
  | 'team'
  | 'activity'
  | 'practice'
  | 'kind'
  | 'automation'
  | 'value'
  | 'note'
  | 'from';

const labels: WordTable<Labelled> = [
  ['wait', 'wait,waits,w,queue,q'],
  ['processTime', 'process time,process,pt,takes,touch time'],
  ['leadTime', 'lead time,lead,lt'],
  ['completeAccurate', '%c&a,c&a,ca,quality'],
  ['share', 'share'],
  ['crew', 'people'],
  ['role', 'role'],
  ['team', 'team'],
  ['activity', 'activity'],
  ['practice', 'practice'],
  ['kind', 'kind'],
  ['automation', 'automation'],
  ['value', 'value'],
  ['note', 'note'],
  ['from', 'after,from'],
];

const numeric: ReadonlySet<Labelled> = new Set([
  'wait',
  'processTime',
  'leadTime',
  'completeAccurate',
  'share',
  'crew',
]);

const byLength = labels
  .flatMap(([field, words]) => words.split(',').map((word) => ({ field, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** True where the word of a role or team was typed as the beginning of a name: `Team Alpha`, `team 1`. */
const isPartOfName = (text: string, rest: string): boolean =>
  /^\p{Lu}/u.test(text) || /^(?:\d+|\p{L})$/u.test(rest);

/**
 * A part that begins with the word of a field: `wait 4h`, `role: L1`. A word of a figure needs a colon or a figure
 * behind it. `whole` is the part where it can be a name as it stands, `Team Alpha`.
 */
export function readLabel(text: string): { field: Labelled; rest: string; whole: string | null } | null {
  const typed = text.toLowerCase();
  for (const { field, word } of byLength) {
    if (!typed.startsWith(word)) continue;
    const [, colon, rest] = /^(\s*:\s*|\s+|(?=\d))(\S.*)$/s.exec(text.slice(word.length)) ?? [];
    if (colon === undefined || rest === undefined) continue;
    const isGlued = colon === '';
    if (isGlued && !numeric.has(field)) continue;
    if (numeric.has(field) && !colon.includes(':') && !/^[-.,]?\d/.test(rest)) continue;
    const isName = (field === 'role' || field === 'team') && !colon.includes(':') && isPartOfName(text, rest);
    return { field, rest, whole: isName ? text : null };
  }
  return null;
}

/** True where a text is the bare word of a figure, or one that no number follows: `wait`, `wait for it`. */
export function isFigureWord(text: string): boolean {
  return /^(?:waits?|queue|pt|lt|share)(?:\s|$)/i.test(text);
}
