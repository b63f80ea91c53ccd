import { basename } from 'node:path';
import { writeProject } from '../../shared/file-format/write';
import type { ImportResult } from '../../shared/ipc/results';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { importInWorker } from '../import/import-in-worker';
import type { ImportJob } from '../import/messages';
import { readBytes } from '../import/read-bytes';
import { readJob } from '../import/read-job';
import { reportImport } from '../log';

/** Reads a file of another tool for the page, behind the limits of imports. */
export async function openForeign(path: string, { importWorker, report }: Context): Promise<ImportResult> {
  const name = basename(path);
  const start = performance.now();
  const read = await readBytes(path);
  if (read.kind !== 'read') {
    reportImport(name, { outcome: 'not-readable', bytes: null, ms: performance.now() - start, report });
    return { kind: 'failed', sentence: read.sentence };
  }
  const job: ImportJob = { name, bytes: read.bytes, mapsColumns: true };
  const outcome = importWorker === null ? readJob(job) : await importInWorker(job, importWorker);
  const ms = performance.now() - start;
  reportImport(name, { outcome: outcome.kind, bytes: read.bytes.length, ms, report });
  if (outcome.kind === 'refused') return { kind: 'failed', sentence: outcome.sentence };
  if (outcome.kind !== 'read') return { kind: 'foreign', name, outcome };
  const { project, ...rest } = outcome;
  return { kind: 'foreign', name, outcome: { ...rest, text: writeProject(project) } };
}

/** Files of other tools that come in. */
export function importHandlers(context: Context): Pick<Handlers, 'import:open'> {
  return {
    'import:open': async (session) => {
      const path = await context.questions.openForeign(session);
      return path === null ? { kind: 'cancelled' } : await openForeign(path, context);
    },
  };
}
