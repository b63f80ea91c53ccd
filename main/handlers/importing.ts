import { basename } from 'node:path';
import { writeProject } from '../../shared/file-format/write';
import type { ImportOutcome } from '../../shared/import/types';
import type { ImportResult } from '../../shared/ipc/results';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { importBounds, importInWorker } from '../import/import-in-worker';
import type { ImportJob } from '../import/messages';
import { readBytes } from '../import/read-bytes';
import { readJob } from '../import/read-job';
import { reportImport } from '../log';
import type { Session } from '../session';

/** How long a file is read before the window says so, ms. */
const tellAfter = 500;

/** What ends the reading that goes on for a window. */
const readings = new WeakMap<Session, AbortController>();

async function outcomeOf(
  job: ImportJob,
  signal: AbortSignal,
  { importWorker }: Context,
): Promise<ImportOutcome | { readonly kind: 'cancelled' }> {
  if (signal.aborted) return { kind: 'cancelled' };
  if (importWorker === null) return readJob(job);
  const outcome = await importInWorker(job, importWorker, importBounds, signal);
  return signal.aborted ? { kind: 'cancelled' } : outcome;
}

async function read(path: string, signal: AbortSignal, context: Context): Promise<ImportResult> {
  const { report } = context;
  const name = basename(path);
  const start = performance.now();
  const found = await readBytes(path);
  if (found.kind !== 'read') {
    reportImport(name, { outcome: 'not-readable', bytes: null, ms: performance.now() - start, report });
    return { kind: 'failed', sentence: found.sentence };
  }
  const outcome = await outcomeOf({ name, bytes: found.bytes, mapsColumns: true }, signal, context);
  const ms = performance.now() - start;
  reportImport(name, { outcome: outcome.kind, bytes: found.bytes.length, ms, report });
  if (outcome.kind === 'cancelled') return outcome;
  if (outcome.kind === 'refused') return { kind: 'failed', sentence: outcome.sentence };
  if (outcome.kind !== 'read') return { kind: 'foreign', name, outcome };
  const { project, ...rest } = outcome;
  return { kind: 'foreign', name, outcome: { ...rest, text: writeProject(project) } };
}

/** Reads a file of another tool for the page, behind the limits of imports. The page can end it; nobody waits for a slow disk then. */
export async function openForeign(session: Session, path: string, context: Context): Promise<ImportResult> {
  const ending = new AbortController();
  const { signal } = ending;
  readings.get(session)?.abort();
  readings.set(session, ending);
  const ended = new Promise<ImportResult>((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true });
  });
  let isTold = false;
  const timer = setTimeout(() => {
    isTold = true;
    session.surface.send('import:reading', { name: basename(path) });
  }, tellAfter);
  try {
    return await Promise.race([read(path, signal, context), ended]);
  } finally {
    clearTimeout(timer);
    if (isTold) session.surface.send('import:reading', null);
    if (readings.get(session) === ending) readings.delete(session);
  }
}

/** Files of other tools that come in. */
export function importHandlers(context: Context): Pick<Handlers, 'import:open' | 'import:stop'> {
  return {
    'import:open': async (session) => {
      const path = await context.questions.openForeign(session);
      return path === null ? { kind: 'cancelled' } : await openForeign(session, path, context);
    },
    'import:stop': (session) => {
      readings.get(session)?.abort();
      return null;
    },
  };
}
