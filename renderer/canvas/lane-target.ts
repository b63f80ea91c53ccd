import { create } from 'zustand';
import { laneAt } from '../../shared/layout/lanes';
import type { Lane } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { derivedNow } from '../derive';
import { laneTarget } from './gestures';

/** The lane into which the dragged steps would fall, where that is another one than theirs. */
export const useLaneTarget = create<{ lane: string | null }>()(() => ({ lane: null }));

/** The lane of that id. */
export function findLane(id: string): Lane | null {
  return derivedNow()?.layout.lanes.find((lane) => lane.id === id) ?? null;
}

/** Notes into which lane a step would fall at these places. */
export function showLaneTarget(places: ReadonlyMap<string, Position>): void {
  const derived = derivedNow();
  const [first] = derived ? [...places].filter(([id]) => derived.graph.node.get(id)?.type === 'step') : [];
  const lane = derived && first ? laneAt(derived.layout.lanes, first[1].y) : null;
  const isTarget = derived && lane && laneTarget(derived.lanes, lane) !== undefined;
  const next = isTarget ? lane.id : null;
  if (useLaneTarget.getState().lane !== next) useLaneTarget.setState({ lane: next });
}

/** `Role: Change authority`. */
export function laneWords(lane: Lane): string {
  const kind = en.canvas.laneKinds[derivedNow()?.lanes ?? 'none'];
  return kind === '' ? lane.name : en.canvas.laneTarget(kind, lane.name);
}
