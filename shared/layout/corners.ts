import type { Grid } from './grid';
import type { Port, Trip } from './trips';
import type { Position } from '../model/project';

/** The corners of a way, from port to port. */
export interface Way {
  readonly exit: Port;
  readonly entry: Port;
  readonly points: readonly Position[];
  /** The vertices of the grid at its corners. */
  readonly corners: readonly number[];
}

/** The way by these corners of a grid. */
export const wayThrough = (grid: Grid, exit: Port, entry: Port, corners: readonly number[]): Way => ({
  exit,
  entry,
  corners,
  points: [
    { x: exit.x, y: exit.y },
    ...corners.map((vertex) => ({
      x: grid.xs[vertex % grid.columns] as number,
      y: grid.ys[Math.floor(vertex / grid.columns)] as number,
    })),
    { x: entry.x, y: entry.y },
  ],
});

/** The same way on a grid of the same shape, for instance after columns were moved apart; null where a port is gone. */
export function wayAgain(grid: Grid, trip: Trip, way: Way): Way | null {
  const exit = trip.exits.find((each) => each.slot === way.exit.slot);
  const entry = trip.entries.find((each) => each.slot === way.entry.slot);
  if (!exit || !entry) return null;
  const again = wayThrough(grid, exit, entry, way.corners);
  return again.points.every((point, index) =>
    isStep(again.points[index - 1], point, (exit.heading + index) % 2),
  )
    ? again
    : null;
}

/** Whether two corners lie on one line; the pieces of a way run along rows and columns by turns. */
const isStep = (from: Position | undefined, to: Position, turn: number): boolean =>
  from === undefined || Math.abs(turn === 1 ? from.y - to.y : from.x - to.x) < 0.02;
