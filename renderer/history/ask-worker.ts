import { startWorker } from '../sampling/start-worker';
import type { HistoryAnswer, HistoryJob } from './messages';

type Wish = HistoryJob extends infer Job ? (Job extends HistoryJob ? Omit<Job, 'id'> : never) : never;

interface Waiting {
  readonly job: HistoryJob;
  readonly answer: (answer: HistoryAnswer | null) => void;
}

let worker: Worker | null = null;
let lastId = 0;
let busy: Waiting | null = null;
const waiting: Waiting[] = [];

function finish(answer: HistoryAnswer | null): void {
  const done = busy;
  busy = null;
  done?.answer(answer);
  next();
}

function start(): Worker | null {
  const started = startWorker('history');
  started?.addEventListener('message', ({ data }: MessageEvent<HistoryAnswer>) => {
    if (worker === started && data.id === busy?.job.id) finish(data);
  });
  started?.addEventListener('error', (event) => {
    event.preventDefault();
    if (worker !== started) return;
    started.terminate();
    worker = null;
    finish(null);
  });
  return started;
}

/** The chosen version first, then the lines in the order in which they came into view. */
function next(): void {
  if (busy) return;
  const at = Math.max(
    0,
    waiting.findIndex(({ job }) => job.kind === 'chosen'),
  );
  const [job] = waiting.splice(at, 1);
  if (!job) return;
  worker ??= start();
  busy = job;
  if (worker) worker.postMessage(job.job);
  else finish(null);
}

/** Has a version looked at beside the page, one after the other; null where that did not work or is no longer wanted. */
export function askWorker(wish: Wish): Promise<HistoryAnswer | null> {
  lastId += 1;
  const job: HistoryJob = { ...wish, id: lastId };
  return new Promise((answer) => {
    waiting.push({ job, answer });
    next();
  });
}

/** Lets go of what is still wanted. */
export function stopAsking(): void {
  worker?.terminate();
  worker = null;
  const left = [...waiting.splice(0), ...(busy ? [busy] : [])];
  busy = null;
  for (const { answer } of left) answer(null);
}
