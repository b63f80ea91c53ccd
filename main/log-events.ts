import { constants } from 'node:os';
import { type ExportFormat, exportFormats } from '../shared/export/formats';
import { channels, dropChannel } from '../shared/ipc/channels';
import type { Channel } from '../shared/ipc/contract';
import { errorNames, framePattern, mostFrames, saidKinds } from '../shared/ipc/error-facts';
import { pageTroubles } from '../shared/ipc/support';
import type { FileProblemKind } from './files/file-problem';
import { importEndings } from './import/endings';

/** One field of an event: how its value is written. What does not fit is written as `?`, never as it is. */
interface Field<T> {
  readonly say: (value: T) => string;
}

function oneOf<T extends string>(...values: readonly T[]): Field<T> {
  return { say: (value) => (values.includes(value) ? value : '?') };
}

const count: Field<number | null> = {
  say: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(Math.round(value)) : '?'),
};
const flag: Field<boolean> = { say: (value) => (value === true ? 'yes' : value === false ? 'no' : '?') };

const systemCodes = new Set(Object.keys(constants.errno));
/** A code of the system (`ENOSPC`) or of Node (`ERR_WORKER_OUT_OF_MEMORY`). */
const code: Field<string | null> = {
  say: (value) =>
    value !== null && (systemCodes.has(value) || /^ERR_[A-Z_]{3,40}$/.test(value)) ? value : '?',
};
const version: Field<string> = {
  say: (value) => (/^\d{1,5}(?:\.\d{1,7}){0,3}(?:-[\w.-]{1,30})?$/.test(value) ? value : '?'),
};
const frames: Field<readonly string[]> = {
  say: (value) => {
    const sound = value.filter((each) => framePattern.test(each)).slice(0, mostFrames);
    return sound.length === 0 ? 'none' : sound.join(',');
  },
};

const fileTroubles = [
  'missing',
  'folder-missing',
  'no-permission',
  'read-only-file',
  'read-only-disk',
  'disk-full',
  'not-a-file',
  'link-loop',
  'name-too-long',
  'bad-name',
  'busy',
  'io-error',
] as const satisfies readonly FileProblemKind[];
const errorFields = { error: oneOf(...errorNames), said: oneOf(...saidKinds), frames };
const goneReasons = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
] as const;
const helpers = [
  'Utility',
  'Zygote',
  'Sandbox helper',
  'GPU',
  'Pepper Plugin',
  'Pepper Plugin Broker',
  'Unknown',
] as const;

/**
 * Everything that the log can tell, and with which fields: kinds from fixed lists, counts, codes of the system, versions
 * and places in our own scripts. There is no field for a text, so no text, name or folder of the user can get in.
 */
export const logEvents = {
  'app-started': {
    version,
    electron: version,
    chromium: version,
    node: version,
    system: oneOf('linux', 'darwin', 'win32'),
    release: version,
    processor: oneOf('x64', 'arm64', 'arm', 'ia32'),
    memoryMb: count,
    packaged: flag,
  },
  'app-ended': { minutes: count },
  'earlier-run-broke-off': {},
  'started-again': { files: count },
  'window-opened': { windows: count, withFile: flag },
  'file-opened': {
    outcome: oneOf(
      'opened',
      'too-large',
      'not-text',
      'not-json',
      'not-ours',
      'newer',
      'invalid',
      ...fileTroubles,
    ),
    code,
    bytes: count,
    readOnly: flag,
    remarks: count,
    ms: count,
  },
  'file-saved': {
    outcome: oneOf('saved', 'conflict', 'unconfirmed', ...fileTroubles),
    code,
    bytes: count,
    asNew: flag,
    overwrite: flag,
    ms: count,
  },
  'file-imported': {
    ending: oneOf(...importEndings, 'other'),
    outcome: oneOf('read', 'cells', 'errors', 'refused', 'not-readable', 'cancelled'),
    bytes: count,
    ms: count,
  },
  'file-exported': {
    format: oneOf<ExportFormat>(...exportFormats),
    outcome: oneOf('saved', 'cancelled', 'failed', 'conflict', 'unconfirmed', ...fileTroubles),
    code,
    bytes: count,
    ms: count,
  },
  'export-failed': errorFields,
  'sheets-printed': { outcome: oneOf('printed', 'cancelled', 'failed') },
  'work-offered': { count },
  'work-restored': { outcome: oneOf('restored', 'failed'), edits: count, whole: flag },
  'work-discarded': {},
  'work-not-kept': { outcome: oneOf(...fileTroubles) },
  'version-not-kept': { outcome: oneOf(...fileTroubles) },
  'settings-read': { outcome: oneOf('sound', 'missing', 'restored', 'reset', 'unusable'), code },
  'settings-not-written': { code, ...errorFields },
  'page-gone': { reason: oneOf(...goneReasons), code: count },
  'page-hangs': {},
  'page-answers-again': {},
  'page-loaded-again': { withWork: flag },
  'helper-gone': { helper: oneOf(...helpers), reason: oneOf(...goneReasons) },
  'page-error': { where: oneOf(...pageTroubles), ...errorFields },
  'call-failed': {
    channel: oneOf<Channel | typeof dropChannel>(...(Object.keys(channels) as Channel[]), dropChannel),
    ms: count,
    ...errorFields,
  },
  'call-refused': {
    channel: oneOf<Channel | typeof dropChannel>(...(Object.keys(channels) as Channel[]), dropChannel),
    why: oneOf('sender', 'arguments'),
  },
  'main-error': { where: oneOf('start', 'uncaught', 'promise'), ...errorFields },
  'events-left-out': { count },
} as const;

type Fields = typeof logEvents;
type Values<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Something that happened, for the log. */
export type LogEvent = { [K in keyof Fields]: { readonly what: K } & Values<Fields[K]> }[keyof Fields];

/** Writes down what happened; never throws and never waits. */
export type Log = (event: LogEvent) => void;

/** An event as the log keeps it, without its time: `file-saved outcome=saved bytes=1200 ms=14`. */
export function sayEvent(event: LogEvent): string {
  if (!Object.hasOwn(logEvents, event.what)) return '?';
  const fields: Readonly<Record<string, Field<never>>> = logEvents[event.what];
  const given = new Map<string, unknown>(Object.entries(event));
  const said = Object.entries(fields).flatMap(([name, field]) => {
    const value = given.get(name);
    return value === null || value === undefined ? [] : [`${name}=${field.say(value as never)}`];
  });
  return [event.what, ...said].join(' ');
}
