import { damageText } from '../../../shared/text/damage';
import { en } from '../../../shared/text/en';
import { filesText } from '../../../shared/text/files';
import { versionsText } from '../../../shared/text/versions';

/** Every text that a window, a box or a terminal can show, by topic. */
export const texts = { ...en, damage: damageText, files: filesText, versions: versionsText };

/** A text that a message shows: its path in `texts`; where its words hang on what is told, the path and that. */
export type Told = string | readonly [path: string, ...given: readonly unknown[]];

type Given = readonly unknown[];
type Leaf = string | ((...given: Given) => unknown);

/** Stands where a text tells something: no text has it, and its length is 1. */
const mark = '\ue000';
/** Shorter pieces of a text would be found anywhere. */
const shortest = 6;

const isLeaf = (value: unknown): value is Leaf => typeof value === 'string' || typeof value === 'function';
const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function leavesBelow(value: unknown, path: string): readonly (readonly [path: string, text: Leaf])[] {
  if (isLeaf(value)) return [[path, value]];
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    leavesBelow(each, path === '' ? name : `${path}.${name}`),
  );
}

const leaves = new Map(leavesBelow(texts, ''));

/** The paths of all texts. */
export const allPaths: readonly string[] = [...leaves.keys()];

const known = new Set<unknown>(leaves.values());

/** True where all texts below a value are among those of the topics. */
export const isKnown = (value: unknown): boolean =>
  leavesBelow(value, '').every(([, text]) => known.has(text));

/** The path of what is told. */
export const pathOf = (told: Told): string => (typeof told === 'string' ? told : told[0]);

/** The text at a path; throws where there is none. */
export function textAt(path: string): Leaf {
  const text = leaves.get(path);
  if (text === undefined) throw new Error(`There is no text “${path}”.`);
  return text;
}

/** A text as it is said with some values. */
export function say(path: string, given: Given): string {
  const text = textAt(path);
  if (typeof text === 'string') return text;
  const said = text(...given);
  if (typeof said !== 'string') throw new Error(`“${path}” says no text.`);
  return said;
}

/** The pieces of a text that a message must show; throws where only its values could tell. */
export function piecesOf(told: Told): readonly string[] {
  if (typeof told !== 'string') return [say(told[0], told.slice(1))];
  const whole = say(
    told,
    Array.from({ length: 9 }, () => mark),
  );
  const pieces = whole.split(mark).filter((piece) => piece.trim().length >= shortest);
  if (pieces.length === 0 && whole.includes(mark))
    throw new Error(`“${told}” needs the values that it tells.`);
  return pieces.length === 0 ? [whole] : pieces;
}

const dense = (text: string): string => text.replaceAll(/\s+/g, '');

/** The pieces of a text that are not among the words of a message; its lines are broken anywhere. */
export function missingIn(words: string, told: Told): readonly string[] {
  return piecesOf(told).filter((piece) => !dense(words).includes(dense(piece)));
}
