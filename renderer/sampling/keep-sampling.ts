import { graphOf, type MapGraph } from '../../shared/model/queries';
import { useApp } from '../store';
import type { SamplingAnswer, SamplingRequest } from './messages';
import { startWorker } from './start-worker';

/** How long the document must rest before it is sampled, ms. */
const rest = 150;
/** From when on it is shown that percentiles are being computed, ms: a short while would only flicker. */
const noticeable = 500;
/** A sampling that takes longer than this is given up, ms. */
const longest = 20_000;

type Known = Pick<SamplingAnswer, 'sampled' | 'histogram'> & {
  readonly ranges: SamplingAnswer['ranges'] | null;
};

const nothing: Known = { sampled: null, histogram: null, ranges: null };

/** What is known already, by the state of the document that it belongs to. */
const known = new WeakMap<MapGraph, Known>();

interface Running {
  readonly worker: Worker;
  /** The request that is worked on, null while the worker waits. */
  busy: number | null;
}

let running: Running | null = null;
let lastId = 0;
let wanted: MapGraph | null = null;
let timers: ReturnType<typeof setTimeout>[] = [];

function clearTimers(): void {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
}

/** What was known before where that is the same, so that nothing is computed again for a step that was only moved. */
function kept<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function show(now: Known): void {
  clearTimers();
  const before = useApp.getState();
  const sampled = kept(before.sampled, now.sampled);
  const ranges = kept(before.ranges, now.ranges);
  useApp.setState({ sampled, histogram: now.histogram, ranges, sampling: 'done' });
}

/** Ends the worker with whatever it does; the next sampling starts another one. */
function stop(): void {
  running?.worker.terminate();
  running = null;
}

function fail(): void {
  stop();
  if (wanted) known.set(wanted, nothing);
  show(nothing);
}

function start(): Running | null {
  const worker = startWorker('sampling');
  if (!worker) return null;
  worker.addEventListener('message', ({ data }: MessageEvent<SamplingAnswer>) => {
    if (running?.worker !== worker || data.id !== running.busy) return;
    running.busy = null;
    if (!wanted) return;
    known.set(wanted, data);
    show(data);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    if (running?.worker === worker) fail();
  });
  return { worker, busy: null };
}

function sample(graph: MapGraph): void {
  if (running?.busy != null) stop();
  running ??= start();
  if (!running) {
    fail();
    return;
  }
  lastId += 1;
  running.busy = lastId;
  const request: SamplingRequest = { id: lastId, graph };
  try {
    running.worker.postMessage(request);
  } catch {
    fail();
    return;
  }
  timers.push(setTimeout(fail, longest));
}

/** The map that is shown, where one is. */
function shownGraph(): MapGraph | null {
  const { screen, history, mapId } = useApp.getState();
  return screen === 'editor' ? graphOf(history.project, mapId) : null;
}

function follow(): void {
  const graph = shownGraph();
  if (graph === wanted) return;
  const isOtherMap = graph?.id !== wanted?.id;
  wanted = graph;
  clearTimers();
  const found = graph === null ? null : known.get(graph);
  if (found !== undefined || graph === null) {
    show(found ?? nothing);
    return;
  }
  useApp.setState({ sampling: 'running', ...(isOtherMap ? nothing : {}) });
  timers.push(
    setTimeout(() => sample(graph), rest),
    setTimeout(() => useApp.setState({ sampling: 'long' }), noticeable),
  );
}

/** Samples the lead times of the shown map whenever it has changed and rests; what is outdated is broken off. A failure leaves the percentiles unknown, nothing else. */
export function keepSampling(): void {
  useApp.subscribe(follow);
  follow();
}
