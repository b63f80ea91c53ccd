import type { Box } from '../../shared/layout/types';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import { commitPlaces } from './gestures';
import { aligned, distributed, type Edge } from './in-line';

function chosenBoxes(): Map<string, Box> {
  const boxes = derivedNow()?.layout.boxes;
  return new Map(
    useApp.getState().selection.flatMap((id) => {
      const box = boxes?.get(id);
      return box ? [[id, box] as const] : [];
    }),
  );
}

/** True where at least that many elements are selected. */
export function hasChosen(least: number): boolean {
  return chosenBoxes().size >= least;
}

/** Puts the selected elements in line. */
export function align(edge: Edge): void {
  commitPlaces(aligned(chosenBoxes(), edge));
}

/** Makes the gaps between the selected elements equal. */
export function distribute(axis: 'x' | 'y'): void {
  commitPlaces(distributed(chosenBoxes(), axis));
}
