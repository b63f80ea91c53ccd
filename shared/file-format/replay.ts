import type { Patch } from 'immer';
import { z } from 'zod';
import { refuseInvalid } from '../commands/check-change';
import { applyFitting } from '../commands/patches';
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
  /** How many edits it counts as, one unless told: none where a value that was tried gave way to another, -1 where that was taken back. */
  readonly edits?: number | undefined;
}

/** Text in a field that was not stored yet; `label` is what the field is called, `place` is null where the way there is not known. */
export interface TypedText {
  readonly label: string;
  readonly text: string;
  readonly place?: TypedPlace | null | undefined;
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
  /** How many edits after the whole text were taken in. */
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
  edits: z.number().int().min(-1).optional(),
  patches: z.array(
    z.strictObject({
      op: z.enum(['add', 'replace', 'remove']),
      path: z.array(z.string()).min(1),
      value: z.unknown().optional(),
    }),
  ),
});

/** What was shown while a text was being typed, and which field it was. */
const placeSchema = z.object({
  page: z.string(),
  map: z.string(),
  /** The group that was looked into. */
  inside: z.string().nullable(),
  selection: z.array(z.string()),
  leftTab: z.string(),
  isQuickEntry: z.boolean(),
  /** The part of the window that held the field. */
  pane: z.string().nullable(),
  /** The node or group whose name it was, on the canvas. */
  naming: z.string().nullable(),
  /** The cell of the step table that it was. */
  cell: z.object({ node: z.string(), column: z.string() }).nullable(),
  /** The short name of the field, and its place among those of the same label, from 0. */
  field: z.string().nullable(),
  nth: z.number().int().nonnegative(),
});

/** The way back to a field in which something was being typed. */
export type TypedPlace = Readonly<z.infer<typeof placeSchema>>;

const typingSchema = z.object({
  number: z.number().int().nonnegative(),
  typed: z.object({ label: z.string(), text: z.string(), place: placeSchema.nullish() }).nullable(),
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

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a patch writes to and under which name, or null where it means nothing that is there, or adds what is there already. */
function targetOf(project: object, { op, path }: Patch): { holder: Holder; key: string } | null {
  const keys = path.map(String);
  const key = keys.pop();
  let holder: unknown = project;
  for (const step of keys) {
    if (!isHolder(holder) || !Object.hasOwn(holder, step)) return null;
    holder = holder[step];
  }
  if (key === undefined || key === '__proto__' || !isHolder(holder)) return null;
  return Object.hasOwn(holder, key) === (op !== 'add') ? { holder, key } : null;
}

/** Makes a change; null where it cannot be made. */
type Make = (project: Project, change: KeptChange) => Project | null;

const doesFit = (state: object, patch: Patch): boolean => targetOf(state, patch) !== null;

/** Looks at what each change leaves, which costs one copy of every table that it touches. */
const makeCarefully: Make = (project, { patches }) => {
  const now = applyFitting(project, patches, doesFit);
  return now !== null && refuseInvalid(now, patches) === null ? now : null;
};

/** Writes into the project itself; whether it is sound must be looked at afterwards. */
const makeInPlace: Make = (project, { patches }) => {
  for (const patch of patches) {
    const target = targetOf(project, patch);
    if (target === null) return null;
    if (patch.op === 'remove') delete target.holder[target.key];
    else target.holder[target.key] = patch.value;
  }
  return project;
};

interface Reached {
  readonly project: Project;
  readonly number: number | null;
  readonly changes: number;
  readonly last: KeptChange | null;
  readonly typed: TypedText | null;
}

function next(before: Reached, kept: KeptChange | KeptTyping, make: Make): Reached | null {
  const { number } = kept;
  if (before.number !== null && number !== before.number + 1) return null;
  if ('typed' in kept) return { ...before, number, typed: kept.typed };
  const project = make(before.project, kept);
  return project && { ...before, project, number, changes: before.changes + (kept.edits ?? 1), last: kept };
}

/** Every state from the whole text on, as far as what was kept follows each other and fits. */
function statesFrom(
  project: Project,
  sources: readonly string[],
  make: Make,
): readonly [Reached, ...Reached[]] {
  let now: Reached = { project, number: null, changes: 0, last: null, typed: null };
  const states: [Reached, ...Reached[]] = [now];
  for (const source of sources) {
    const kept = readKept(source);
    const after = kept && next(now, kept, make);
    if (after === null) break;
    now = after;
    states.push(now);
  }
  return states;
}

const isSound = ({ project }: Reached): boolean => projectSchema.safeParse(project).success;

/** The last sound state, and how many entries lead to it. */
function reach(
  wholeText: string,
  read: Project,
  kept: readonly string[],
): { state: Reached; entries: number } {
  const own = exactProject(wholeText);
  const quick = own && statesFrom(own, kept, makeInPlace);
  const end = quick?.at(-1);
  if (end && quick?.length === kept.length + 1 && isSound(end)) return { state: end, entries: kept.length };
  const states = statesFrom(exactProject(wholeText) ?? read, kept, makeCarefully);
  const entries = Math.max(0, states.findLastIndex(isSound));
  return { state: states[entries] ?? states[0], entries };
}

/**
 * Unsaved work out of a whole text and what was kept after it, in that order. Total: an entry that cannot be read, does
 * not follow the one before, does not fit or makes the project unsound ends the replay, and what came before it stays.
 */
export function replayWork(
  wholeText: string,
  kept: readonly string[],
): ReplayedWork | Exclude<ReadResult, { kind: 'read' }> {
  const whole = readProject(wholeText);
  if (whole.kind !== 'read') return whole;
  if (whole.isReadOnly) return { kind: 'newer', sentence: text.newer };
  const { state, entries } = reach(wholeText, whole.project, kept);
  const { project, changes, last, typed } = state;
  const isWhole = entries === kept.length;
  return { kind: 'replayed', project: normalize(project).project, changes, isWhole, last, typed };
}
