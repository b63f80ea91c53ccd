import { Worker } from 'node:worker_threads';
import type { ImportOutcome } from '../../shared/import/types';
import { importText } from '../../shared/text/import';
import type { ImportJob } from './messages';

/** Seconds and megabytes that reading one file may take. */
export const importBounds = { seconds: 20, megabytes: 512 } as const;
export interface ImportBounds {
  readonly seconds: number;
  readonly megabytes: number;
}

const refused = (sentence: string): ImportOutcome => ({ kind: 'refused', sentence });

function sentenceOf(error: Error & { readonly code?: string }): string {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
  return isMemory ? importText.refused.tooMuchMemory : importText.refused.notUnderstood;
}

/** Reads a foreign file in a thread of its own that is stopped when it takes too long or too much memory. `script` is the built worker. Never rejects. */
export async function importInWorker(
  job: ImportJob,
  script: string,
  bounds: ImportBounds = importBounds,
): Promise<ImportOutcome> {
  let worker: Worker;
  try {
    worker = new Worker(script, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes, stackSizeMb: 4 },
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
      worker.once('message', (outcome: ImportOutcome) => settle(outcome));
      worker.once('error', (error: Error) => settle(refused(sentenceOf(error))));
      worker.once('exit', () => settle(refused(importText.refused.notUnderstood)));
    });
  } finally {
    await worker.terminate();
  }
}
