import { useEffect, useReducer } from 'react';
import type { SampledLeadTime } from '../../shared/figures/types';
import type { MapGraph } from '../../shared/model/queries';
import type { SamplingAnswer, SamplingRequest } from './messages';
import { startWorker } from './start-worker';

/** Percentiles of a map that somebody asked for: known, awaited, or null where its lead time cannot be sampled. */
export type Sampled = SampledLeadTime | 'awaited' | null;

/** How long a map must stand before it is sampled, ms: a slider that moves asks for another one at each step. */
const rest = 120;

const known = new WeakMap<MapGraph, SampledLeadTime | null>();
/** Who waits for which map. */
const wanted = new Map<MapGraph, Set<() => void>>();
let worker: Worker | null = null;
let busy: { readonly id: number; readonly graph: MapGraph } | null = null;
let lastId = 0;

function tell(graph: MapGraph, sampled: SampledLeadTime | null): void {
  known.set(graph, sampled);
  for (const listener of wanted.get(graph) ?? []) listener();
}

function stop(): void {
  worker?.terminate();
  worker = null;
  busy = null;
}

function start(): Worker | null {
  const started = startWorker('sampling');
  started?.addEventListener('message', ({ data }: MessageEvent<SamplingAnswer>) => {
    if (worker !== started || data.id !== busy?.id) return;
    const { graph } = busy;
    busy = null;
    tell(graph, data.sampled);
    next();
  });
  started?.addEventListener('error', (event) => {
    event.preventDefault();
    const failed = busy?.graph;
    stop();
    if (failed) tell(failed, null);
    next();
  });
  return started;
}

/** Samples the next map that somebody waits for. */
function next(): void {
  if (busy) return;
  const graph = [...wanted.keys()].find((each) => !known.has(each));
  if (!graph) return;
  worker ??= start();
  lastId += 1;
  const request: SamplingRequest = { id: lastId, graph };
  if (!worker) {
    tell(graph, null);
    return;
  }
  busy = { id: lastId, graph };
  worker.postMessage(request);
}

function want(graph: MapGraph, listener: () => void): () => void {
  const listeners = wanted.get(graph) ?? new Set();
  listeners.add(listener);
  wanted.set(graph, listeners);
  const timer = setTimeout(next, rest);
  return () => {
    clearTimeout(timer);
    listeners.delete(listener);
    if (listeners.size > 0) return;
    wanted.delete(graph);
    if (busy?.graph !== graph) return;
    stop();
    next();
  };
}

/** Percentiles of several maps, sampled one after the other beside the page; a map that nobody shows any more is broken off. */
export function useSampled(graphs: readonly MapGraph[]): readonly Sampled[] {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const missing = graphs.filter((graph) => !known.has(graph));
    const leave = missing.map((graph) => want(graph, again));
    return () => {
      for (const each of leave) each();
    };
  }, [graphs]);
  return graphs.map((graph) => (known.has(graph) ? (known.get(graph) ?? null) : 'awaited'));
}
