import type { Position } from '../model/project';
import { bottomOf, boxRound, overlaps, rightOf } from './geometry';
import { gridSize } from './sizes';
import type { Box, Size } from './types';

/** The nearest point of the grid. */
export const snap = (position: Position): Position => ({
  x: Math.round(position.x / gridSize) * gridSize,
  y: Math.round(position.y / gridSize) * gridSize,
});

/** Space that a new node keeps from its neighbours. */
const spotMargin = 24;

/** Most spots that are tried; far more than a drawing needs. */
const mostTries = 4000;

interface Spot extends Position {
  readonly distance: number;
}

function insert(spots: Spot[], spot: Spot): void {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spots[middle]?.distance ?? 0) > spot.distance) low = middle + 1;
    else high = middle;
  }
  spots.splice(low, 0, spot);
}

function besides(box: Box, from: Position, size: Size, margin: number): Position[] {
  return [
    { x: from.x, y: bottomOf(box) + margin + size.height / 2 },
    { x: rightOf(box) + margin + size.width / 2, y: from.y },
    { x: from.x, y: box.y - margin - size.height / 2 },
    { x: box.x - margin - size.width / 2, y: from.y },
  ];
}

/**
 * The centre nearest to the wanted one (on the grid) where a node of this size stands clear of all boxes.
 * Walks outwards from box to box, so that the answer is near even on a crowded map.
 */
export function nearestFreeSpot(
  boxes: Iterable<Box>,
  wanted: Position,
  size: Size,
  margin: number = spotMargin,
): Position {
  const taken = [...boxes];
  const seen = new Set<string>();
  const spots: Spot[] = [{ ...wanted, distance: 0 }];
  for (let tries = 0; tries < mostTries; tries += 1) {
    const spot = spots.pop();
    if (!spot) break;
    const snapped = snap(spot);
    const box = boxRound(snapped, size);
    const hit = taken.find((each) => overlaps(box, each, margin - gridSize / 2));
    if (!hit) return snapped;
    for (const next of besides(hit, spot, size, margin)) {
      const key = `${Math.round(next.x)}/${Math.round(next.y)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      insert(spots, { ...next, distance: Math.hypot(next.x - wanted.x, next.y - wanted.y) });
    }
  }
  return snap(wanted);
}
