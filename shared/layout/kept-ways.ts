import { type Way, wayThrough } from './corners';
import { type Grid, lineAt } from './grid';
import { vertexAt } from './search';
import type { Port, Trip } from './trips';
import type { Position } from '../model/project';

const isAt = (a: Position, b: Position): boolean => Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02;

const samePort = (ports: readonly Port[], known: Port): Port | undefined =>
  ports.find((each) => each.slot === known.slot && isAt(each, known));

/** The vertex at a place, or null where two lines of the grid do not cross there. */
function vertexOf(grid: Grid, place: Position): number | null {
  const i = lineAt(grid.xs, place.x);
  const j = lineAt(grid.ys, place.y);
  const isThere = isAt(place, { x: grid.xs[i] ?? Infinity, y: grid.ys[j] ?? Infinity });
  return isThere ? j * grid.columns + i : null;
}

/** Whether no box is in the way straight from one vertex to another. */
function isClear(grid: Grid, from: number, to: number): boolean {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const isLevel = Math.floor(low / grid.columns) === Math.floor(high / grid.columns);
  const blocked = isLevel ? grid.blockedRight : grid.blockedDown;
  for (let at = low; at < high; at += isLevel ? 1 : grid.columns) if (blocked[at] === 1) return false;
  return true;
}

/** A way on another grid round the same boxes and some more; null where these are in the way or it has no line there. */
export function keptWay(grid: Grid, trip: Trip, way: Way): Way | null {
  const exit = samePort(trip.exits, way.exit);
  const entry = samePort(trip.entries, way.entry);
  const first = exit && vertexAt(grid, exit, 'out');
  const last = entry && vertexAt(grid, entry, 'in');
  if (!exit || !entry || first == null || last == null) return null;
  const corners: number[] = [];
  let before = first;
  for (const point of way.points.slice(1, -1)) {
    const vertex = vertexOf(grid, point);
    if (vertex === null || !isClear(grid, before, vertex)) return null;
    corners.push(vertex);
    before = vertex;
  }
  return isClear(grid, before, last) ? wayThrough(grid, exit, entry, corners) : null;
}
