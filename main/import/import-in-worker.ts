import { Worker } from 'node:worker_threads';
import type { ImportOutcome } from '../../shared/import/types';
import { importText } from '../../shared/text/import';
import type { ImportJob } from './messages';

/** Seconds, and megabytes by which the process may grow, that reading one file may take. */
export const importBounds = { seconds: 20, megabytes: 512 } as const;
export interface ImportBounds {
  readonly seconds: number;
  readonly megabytes: number;
}

/** How often the memory of the process is looked at, ms. */
const lookEvery = 20;
/**
 * The heap of the thread has a wall far beyond what it is stopped at: a thread that met it amidst one large step would end
 * the whole process, not only itself.
 */
const wall = 3;

const refused = (sentence: string): ImportOutcome => ({ kind: 'refused', sentence });

function sentenceOf(error: Error & { readonly code?: string }): string {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
  return isMemory ? importText.refused.tooMuchMemory : importText.refused.notUnderstood;
}

/** Reads a foreign file in a thread of its own that is stopped when it takes too long or too much memory. `script` is the built worker; `signal` ends it before. Never rejects. */
export async function importInWorker(
  job: ImportJob,
  script: string,
  bounds: ImportBounds = importBounds,
  signal?: AbortSignal,
): Promise<ImportOutcome> {
  const before = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;
  let worker: Worker;
  try {
    worker = new Worker(script, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes * wall, stackSizeMb: 4 },
    });
  } catch (error) {
    return refused(error instanceof Error ? sentenceOf(error) : importText.refused.notUnderstood);
  }
  try {
    return await new Promise<ImportOutcome>((answer) => {
      const timer = setTimeout(
        () => answer(refused(importText.refused.tooSlow(bounds.seconds))),
        bounds.seconds * 1000,
      );
      const settle = (outcome: ImportOutcome): void => {
        clearTimeout(timer);
        answer(outcome);
      };
      watch = setInterval(() => {
        const grown = (process.memoryUsage.rss() - before) / 1024 / 1024;
        if (grown > bounds.megabytes) settle(refused(importText.refused.tooMuchMemory));
      }, lookEvery);
      signal?.addEventListener('abort', () => settle(refused('')), { once: true });
      worker.once('message', (outcome: ImportOutcome) => settle(outcome));
      worker.once('error', (error: Error) => settle(refused(sentenceOf(error))));
      worker.once('exit', () => settle(refused(importText.refused.notUnderstood)));
    });
  } finally {
    clearInterval(watch);
    // It stops at the end of its step; nobody waits for that.
    void worker.terminate();
  }
}
