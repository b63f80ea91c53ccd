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

/** Unsaved work as it was when it was last kept. `isWhole` is false where changes at its end did not fit and are missing. */
export interface ReplayedWork {
  readonly kind: 'replayed';
  readonly project: Project;
  /** How many changes after the whole text were taken in. */
  readonly changes: number;
  readonly isWhole: boolean;
  /** What was done last, and the map that was shown then; null where the whole text is all there is. */
  readonly last: Pick<KeptChange, 'label' | 'map'> | null;
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

/** The text of a change as it goes into the journal. */
export function writeChange(change: KeptChange): string {
  return JSON.stringify(change);
}

function readChange(source: string): KeptChange | null {
  const parsed = parseJson(source);
  return parsed.kind === 'parsed' ? (changeSchema.safeParse(parsed.value).data ?? null) : null;
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
  readonly change: KeptChange | null;
}

/** Every state from the whole text on, as far as the changes follow each other and fit. */
function statesFrom(project: Project, sources: readonly string[]): readonly Reached[] {
  const states: Reached[] = [{ project, change: null }];
  for (const source of sources) {
    const before = states.at(-1);
    const change = readChange(source);
    const isNext = before?.change == null || before.change.number + 1 === change?.number;
    const next = before && change && isNext ? changed(before.project, change) : null;
    if (next === null) break;
    states.push({ project: next, change });
  }
  return states;
}

/**
 * Unsaved work out of a whole text and the changes after it, in the order in which they were kept. Total: a change that
 * cannot be read, does not follow the one before, does not fit or makes the project unsound ends the replay, and what
 * came before it stays.
 */
export function replayWork(
  wholeText: string,
  changes: readonly string[],
): ReplayedWork | Exclude<ReadResult, { kind: 'read' }> {
  const whole = readProject(wholeText);
  if (whole.kind !== 'read') return whole;
  if (whole.isReadOnly) return { kind: 'newer', sentence: text.newer };
  const states = statesFrom(exactProject(wholeText) ?? whole.project, changes);
  const sound = states.findLastIndex(({ project }) => projectSchema.safeParse(project).success);
  const end = states[sound];
  return {
    kind: 'replayed',
    project: normalize(end?.project ?? whole.project).project,
    changes: Math.max(0, sound),
    isWhole: sound === changes.length,
    last: end?.change ?? null,
  };
}
