import type { Patch } from 'immer';
import { z } from 'zod';
import { refuseInvalid } from '../commands/check-change';
import { applyPatches } from '../commands/patches';
import { type Project, projectSchema } from '../model/project';
import { recoveryText as text } from '../text/recovery';
import { isObject, parseJson } from './json';
import { currentVersion, migrate } from './migrations';
import { normalize } from './normalize';
import { readProject, type ReadResult } from './read';

/** One change of unsaved work as it is kept: `number` counts on by one, `label` says what was done, `map` is the map that was shown. */
export interface KeptChange {
  readonly number: number;
  readonly label: string;
  readonly map: string;
  readonly patches: readonly Patch[];
}

/** Text in a field that was not stored yet; `label` is what the field is called. */
export interface TypedText {
  readonly label: string;
  readonly text: string;
}

/** What is being typed, null once that is stored or given up; `number` counts on with the changes. */
interface KeptTyping {
  readonly number: number;
  readonly typed: TypedText | null;
}

/** Unsaved work as it was when it was last kept. `isWhole` is false where changes at its end did not fit and are missing. */
export interface ReplayedWork {
  readonly kind: 'replayed';
  readonly project: Project;
  /** How many changes after the whole text were taken in. */
  readonly changes: number;
  readonly isWhole: boolean;
  /** What was done last, and the map that was shown then; null where the whole text is all there is. */
  readonly last: Pick<KeptChange, 'label' | 'map'> | null;
  /** What was being typed; null where nothing was. */
  readonly typed: TypedText | null;
}

const changeSchema = z.object({
  number: z.number().int().nonnegative(),
  label: z.string(),
  map: z.string(),
  patches: z.array(
    z.strictObject({
      op: z.enum(['add', 'replace', 'remove']),
      path: z.array(z.string()).min(1),
      value: z.unknown().optional(),
    }),
  ),
});

const typingSchema = z.object({
  number: z.number().int().nonnegative(),
  typed: z.object({ label: z.string(), text: z.string() }).nullable(),
});

/** The text of a change, or of what is being typed, as it goes into the journal. */
export function writeKept(kept: KeptChange | KeptTyping): string {
  return JSON.stringify(kept);
}

function readKept(source: string): KeptChange | KeptTyping | null {
  const parsed = parseJson(source);
  if (parsed.kind !== 'parsed') return null;
  return changeSchema.safeParse(parsed.value).data ?? typingSchema.safeParse(parsed.value).data ?? null;
}

/** The project of a text exactly as it stands there: what is repaired when a file is opened may be what a change refers to. */
function exactProject(source: string): Project | null {
  const parsed = parseJson(source);
  if (parsed.kind !== 'parsed' || !isObject(parsed.value)) return null;
  const { format: _format, version, sha256: _sha256, ...fields } = parsed.value;
  const migrated = migrate(fields, typeof version === 'number' ? version : currentVersion);
  return projectSchema.safeParse(migrated).data ?? null;
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True where a patch means something that is there, or adds something that is not. */
function fits(project: object, { op, path }: Patch): boolean {
  const keys = path.map(String);
  const last = keys.pop();
  let at: unknown = project;
  for (const key of keys) {
    if (!isHolder(at) || !Object.hasOwn(at, key)) return false;
    at = at[key];
  }
  if (last === undefined || last === '__proto__' || !isHolder(at)) return false;
  return Object.hasOwn(at, last) === (op !== 'add');
}

/** The project after a change, or null where that does not fit or leaves something that no file may hold. */
function changed(project: Project, { patches }: KeptChange): Project | null {
  let now = project;
  for (const patch of patches) {
    if (!fits(now, patch)) return null;
    now = applyPatches(now, [patch]);
  }
  return refuseInvalid(now, patches) === null ? now : null;
}

interface Reached {
  readonly project: Project;
  readonly number: number | null;
  readonly changes: number;
  readonly last: KeptChange | null;
  readonly typed: TypedText | null;
}

function next(before: Reached, kept: KeptChange | KeptTyping): Reached | null {
  const { number } = kept;
  if (before.number !== null && number !== before.number + 1) return null;
  if ('typed' in kept) return { ...before, number, typed: kept.typed };
  const project = changed(before.project, kept);
  return project && { ...before, project, number, changes: before.changes + 1, last: kept };
}

/** Every state from the whole text on, as far as what was kept follows each other and fits. */
function statesFrom(project: Project, sources: readonly string[]): readonly [Reached, ...Reached[]] {
  let now: Reached = { project, number: null, changes: 0, last: null, typed: null };
  const states: [Reached, ...Reached[]] = [now];
  for (const source of sources) {
    const kept = readKept(source);
    const after = kept && next(now, kept);
    if (after === null) break;
    now = after;
    states.push(now);
  }
  return states;
}

/**
 * Unsaved work out of a whole text and what was kept after it, in that order. Total: an entry that
 * cannot be read, does not follow the one before, does not fit or makes the project unsound ends the replay, and what
 * came before it stays.
 */
export function replayWork(
  wholeText: string,
  kept: readonly string[],
): ReplayedWork | Exclude<ReadResult, { kind: 'read' }> {
  const whole = readProject(wholeText);
  if (whole.kind !== 'read') return whole;
  if (whole.isReadOnly) return { kind: 'newer', sentence: text.newer };
  const states = statesFrom(exactProject(wholeText) ?? whole.project, kept);
  const sound = states.findLastIndex(({ project }) => projectSchema.safeParse(project).success);
  const { project, changes, last, typed } = states[sound] ?? states[0];
  const isWhole = sound === kept.length;
  return { kind: 'replayed', project: normalize(project).project, changes, isWhole, last, typed };
}
