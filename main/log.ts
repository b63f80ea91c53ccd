import type { ReadResult } from '../shared/file-format/read';
import { type ErrorFacts, factsOf } from '../shared/ipc/error-facts';
import { codeOf } from './files/file-problem';
import type { LineLog } from './files/log';
import type { OpenResult as OpenedFile } from './files/open-file';
import type { WriteResult } from './files/write-safely';
import { importEndings } from './import/endings';
import { type Log, sayEvent } from './log-events';

/** The log of events over a log of lines. */
export function logOver(lines: Pick<LineLog, 'write'>): Log {
  return (event) => lines.write(sayEvent(event));
}

/** What may be kept of an error, with its code of the system. */
export function failureOf(error: unknown): ErrorFacts & { readonly code: string | null } {
  return { ...factsOf(error), code: codeOf(error) };
}

/** Runs a task and says how long it took, in ms. */
export async function timed<T>(task: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await task();
  return { result, ms: performance.now() - start };
}

/** Whether the lines of a log end with a run that did not say goodbye; `startedAt` is the ISO time at which this run began. */
export function brokeOff(lines: readonly string[], startedAt: string): boolean {
  const last = lines.findLast((line) => line < startedAt);
  return last !== undefined && !/ app-ended(?: |$)/.test(last);
}

/** What a write came to: its outcome, and the code of the system where it has one. */
export function outcomeOf(result: WriteResult): { outcome: WriteResult['kind']; code: string | null } {
  return { outcome: result.kind, code: 'code' in result ? result.code : null };
}

/** Writes down that a file could not be read. */
export function reportNotOpened(
  file: Exclude<OpenedFile, { kind: 'opened' }>,
  ms: number,
  report: Log,
): void {
  report({
    what: 'file-opened',
    outcome: file.kind,
    code: 'code' in file ? file.code : null,
    bytes: 'size' in file ? file.size : null,
    readOnly: false,
    remarks: null,
    ms,
  });
}

/** Writes down what a file was that was read. */
export function reportRead(read: ReadResult, bytes: number, ms: number, report: Log): void {
  report({
    what: 'file-opened',
    outcome: read.kind === 'read' ? 'opened' : read.kind,
    code: null,
    bytes,
    readOnly: read.kind === 'read' && read.isReadOnly,
    remarks: read.kind === 'read' ? read.warnings.length : null,
    ms,
  });
}

/** What was saved, and how. */
interface Saved {
  readonly wish: { readonly as: boolean; readonly replacing: string | null };
  readonly ms: number;
  readonly report: Log;
}

/** Writes down what a save came to. */
export function reportSaved(result: WriteResult, { wish, ms, report }: Saved): void {
  const bytes = result.kind === 'saved' ? result.stamp.size : null;
  report({
    what: 'file-saved',
    ...outcomeOf(result),
    bytes,
    asNew: wish.as,
    overwrite: wish.replacing !== null,
    ms,
  });
}

/** What reading a foreign file came to. */
interface Imported {
  readonly outcome: 'read' | 'cells' | 'errors' | 'refused' | 'not-readable' | 'cancelled';
  readonly bytes: number | null;
  readonly ms: number;
  readonly report: Log;
}

/** Writes down what an import came to; of the file's name only a known ending is kept. */
export function reportImport(name: string, { report, ...imported }: Imported): void {
  const ending = importEndings.find((known) => name.toLowerCase().endsWith(`.${known}`)) ?? 'other';
  report({ what: 'file-imported', ending, ...imported });
}
