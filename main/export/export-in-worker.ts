import { Worker } from 'node:worker_threads';
import type { OnProgress } from '../../shared/export/formats';
import { exportText } from '../../shared/text/export';
import type { ExportJob, ExportMessage, ExportOutcome } from './messages';
import { runJob } from './run-job';

/** Megabytes that making one file may take. */
const megabytes = 2048;

/** Who hears of a job: of its progress, and of an error that nobody could foresee. */
interface Listeners {
  readonly onProgress: OnProgress;
  readonly onTrouble: (error: unknown) => void;
}

/** A job that goes on; `stop` ends it, and its outcome is then that it was cancelled. */
export interface RunningExport {
  /** Never rejects. */
  readonly outcome: Promise<ExportOutcome>;
  readonly stop: () => void;
}

function failed(error: unknown, { onTrouble }: Listeners): ExportOutcome {
  onTrouble(error);
  const isMemory =
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
  const { tooMuchMemory, unknown } = exportText.refused;
  return { kind: 'failed', sentence: isMemory ? tooMuchMemory : unknown };
}

/** An outcome that is settled by whoever comes first. */
function outcomeOnce(): { promise: Promise<ExportOutcome>; settle: (outcome: ExportOutcome) => void } {
  let settle: (outcome: ExportOutcome) => void = () => undefined;
  const promise = new Promise<ExportOutcome>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

function runHere(job: ExportJob, listeners: Listeners): RunningExport {
  const { promise, settle } = outcomeOnce();
  const { onProgress } = listeners;
  void runJob(job, onProgress)
    .catch((error: unknown) => failed(error, listeners))
    .then(settle);
  return { outcome: promise, stop: () => settle({ kind: 'cancelled' }) };
}

/** Makes a file in a thread of its own, so that windows answer meanwhile. `script` is the built worker; null to make it in this one. */
export function startExport(job: ExportJob, script: string | null, listeners: Listeners): RunningExport {
  if (script === null) return runHere(job, listeners);
  const worker = new Worker(script, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const { promise, settle } = outcomeOnce();
  worker.on('message', (message: ExportMessage) => {
    if (message.kind === 'progress') listeners.onProgress(message.done, message.doing);
    else settle(message);
  });
  worker.once('error', (error) => settle(failed(error, listeners)));
  worker.once('exit', () => settle({ kind: 'failed', sentence: exportText.refused.unknown }));
  return {
    outcome: promise.finally(() => void worker.terminate()),
    stop: () => settle({ kind: 'cancelled' }),
  };
}
