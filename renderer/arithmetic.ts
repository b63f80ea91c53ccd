import { explain } from '../shared/figures/explain';
import type { ExplainedPath, ExplainKey, Explanation } from '../shared/figures/explain-types';
import { type Derived, derivedNow, useDerived } from './derive';
import { useApp } from './store';

interface Known {
  readonly figures: Derived['figures'];
  readonly sampled: unknown;
  readonly ranges: unknown;
  readonly key: ExplainKey;
  readonly explanation: Explanation;
}

let last: Known | null = null;

function explanationNow(): Explanation | null {
  const { arithmetic: key, sampled, ranges } = useApp.getState();
  const derived = key === null ? null : derivedNow();
  if (key === null || !derived) return null;
  const isSame =
    last !== null &&
    last.figures === derived.figures &&
    last.key === key &&
    last.sampled === sampled &&
    last.ranges === ranges;
  if (!isSame || last === null) {
    const explanation = explain(key, derived.graph, derived.figures, sampled, ranges);
    last = { figures: derived.figures, sampled, ranges, key, explanation };
  }
  return last.explanation;
}

/** The arithmetic that is shown, computed once for each state of the document; null while none is. */
export function useExplanation(): Explanation | null {
  useDerived();
  useApp((state) => state.arithmetic);
  useApp((state) => state.sampled);
  useApp((state) => state.ranges);
  return explanationNow();
}

/** Whether a part of the map is on the path of the arithmetic that is shown; null while none is marked. */
export type ClockMark = 'on' | 'off' | null;

/** The path that is marked on the map; null while none is. */
export function usePath(): ExplainedPath | null {
  return useApp(() => explanationNow()?.path ?? null);
}

/** The mark of a node. */
export function useNodeMark(id: string): ClockMark {
  return useApp(() => {
    const path = explanationNow()?.path ?? null;
    return path === null ? null : path.nodes.has(id) ? 'on' : 'off';
  });
}

/** Shows how a figure came about. */
export function showArithmetic(key: ExplainKey): void {
  useApp.setState({ arithmetic: key });
}

/** Puts the arithmetic away. */
export function hideArithmetic(): void {
  useApp.setState({ arithmetic: null });
}
