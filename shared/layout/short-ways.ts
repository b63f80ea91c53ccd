import { type Way, wayThrough } from './corners';
import type { Grid } from './grid';
import { vertexAt } from './search';
import { bendCost, crossingCost, pieceCost, type Search, sharingOwn } from './search-room';
import { heading, type Port, type Trip } from './trips';

/** An exit and an entry of a trip with the corners of the grid next to them. */
interface Pair {
  readonly exit: Port;
  readonly entry: Port;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Distance and ports, without bends. */
  readonly base: number;
}

/** A way with the fewest bends that its ports allow. */
interface Candidate {
  readonly pair: Pair;
  readonly corners: readonly number[];
  readonly cost: number;
}

/** How much a way may cost beyond what one with two bends more could cost at best, and still be taken. */
const patience = 160;

const axisOf = (port: Port): 0 | 1 => (port.heading % 2 === 0 ? 0 : 1);
const signOf = (port: Port): 1 | -1 =>
  port.heading === heading.right || port.heading === heading.down ? 1 : -1;

const indexOf = (grid: Grid, axis: 0 | 1, along: number, across: number): number =>
  axis === 0 ? across * grid.columns + along : along * grid.columns + across;

/** What it costs to run straight between two lines of the grid beyond the distance; infinite where a box is in the way. */
function runCost(search: Search, axis: 0 | 1, across: number, ends: readonly [number, number]): number {
  const { grid } = search;
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const blocked = axis === 0 ? grid.blockedRight : grid.blockedDown;
  const passes = search.passes[axis === 0 ? 1 : 0];
  for (let at = low; at < high; at += 1) if (blocked[indexOf(grid, axis, at, across)] === 1) return Infinity;
  let cost = 0;
  for (let at = low; at < high; at += 1) {
    const vertex = indexOf(grid, axis, at, across);
    cost += pieceCost(search, axis, vertex);
    if (at > low) cost += (passes[vertex] as number) * crossingCost;
  }
  return cost;
}

type Index = readonly [number, number];

/** Costs of running from one line on, up to each line before the first that a box is in the way of. */
function reachCosts(search: Search, axis: 0 | 1, across: number, ends: Index): ReadonlyMap<number, number> {
  const [first, last] = ends;
  const step = last >= first ? 1 : -1;
  const costs = new Map([[first, 0]]);
  let sum = 0;
  for (let at = first; at !== last; at += step) {
    const piece = runCost(search, axis, across, [at, at + step]);
    if (piece === Infinity) break;
    const isInside = at !== first;
    const vertex = indexOf(search.grid, axis, at, across);
    sum += piece + (isInside ? (search.passes[axis === 0 ? 1 : 0][vertex] as number) * crossingCost : 0);
    costs.set(at + step, sum);
  }
  return costs;
}

const lineOf = (grid: Grid, axis: 0 | 1, index: number): number =>
  (axis === 0 ? grid.xs[index] : grid.ys[index]) as number;

/** The least number of bends between the ports of a pair, were nothing in the way. */
function fewestBends({ exit, entry, from, to }: Pair): 0 | 1 | 2 | 3 | 4 {
  const axis = axisOf(exit);
  const other = axis === 0 ? 1 : 0;
  const isAhead = (to[axis] - from[axis]) * signOf(exit) >= 0;
  if (axis !== axisOf(entry)) return isAhead && (to[other] - from[other]) * signOf(entry) >= 0 ? 1 : 3;
  if (exit.heading !== entry.heading) return 2;
  if (!isAhead) return 4;
  return from[other] === to[other] ? 0 : 2;
}

/** Straight on, a turn across, and straight on again: over the best line between the ports. */
function stepBetween(search: Search, pair: Pair): Candidate | null {
  const { grid } = search;
  const { from, to, exit } = pair;
  const axis = axisOf(exit);
  const other = axis === 0 ? 1 : 0;
  const out = reachCosts(search, axis, from[other], [from[axis], to[axis]]);
  const back = reachCosts(search, axis, to[other], [to[axis], from[axis]]);
  let best: Candidate | null = null;
  for (const [line, paid] of out) {
    const rest = back.get(line);
    if (rest === undefined || paid + rest >= (best?.cost ?? Infinity)) continue;
    const cost = paid + rest + runCost(search, other, line, [from[other], to[other]]);
    if (cost >= (best?.cost ?? Infinity)) continue;
    const corners = [indexOf(grid, axis, line, from[other]), indexOf(grid, axis, line, to[other])];
    best = { pair, corners, cost };
  }
  return best && { ...best, cost: best.cost + pair.base + 2 * bendCost };
}

/** Out, along, and back: over the best line beyond both ports. */
function bowRound(search: Search, pair: Pair): Candidate | null {
  const { grid } = search;
  const { from, to, exit } = pair;
  const axis = axisOf(exit);
  const other = axis === 0 ? 1 : 0;
  if (from[other] === to[other]) return null;
  const sign = signOf(exit);
  const farthest = Math.max(from[axis] * sign, to[axis] * sign) * sign;
  const end = sign === 1 ? (axis === 0 ? grid.columns : grid.rows) - 1 : 0;
  const out = reachCosts(search, axis, from[other], [from[axis], end]);
  const back = reachCosts(search, axis, to[other], [to[axis], end]);
  const edge = lineOf(grid, axis, farthest);
  let best: Candidate | null = null;
  for (let line = farthest; line * sign <= end * sign; line += sign) {
    const paid = out.get(line);
    const rest = back.get(line);
    const detour = 2 * Math.abs(lineOf(grid, axis, line) - edge);
    if (paid === undefined || rest === undefined || detour >= (best?.cost ?? Infinity)) break;
    const cost = paid + rest + detour + runCost(search, other, line, [from[other], to[other]]);
    if (cost >= (best?.cost ?? Infinity)) continue;
    const corners = [indexOf(grid, axis, line, from[other]), indexOf(grid, axis, line, to[other])];
    best = { pair, corners, cost };
  }
  return best && { ...best, cost: best.cost + pair.base + 2 * bendCost };
}

/** The best way of a pair with the fewest bends; null where these do not do, or it takes more than two. */
function fewBends(search: Search, pair: Pair): Candidate | null {
  const { from, to, exit, entry } = pair;
  const axis = axisOf(exit);
  const other = axis === 0 ? 1 : 0;
  const bends = fewestBends(pair);
  if (bends === 2) return exit.heading === entry.heading ? stepBetween(search, pair) : bowRound(search, pair);
  if (bends > 2) return null;
  const first = runCost(search, axis, from[other], [from[axis], to[axis]]);
  const second = runCost(search, other, to[axis], [from[other], to[other]]);
  const cost = first + second + pair.base + bends * bendCost;
  const corners = bends === 0 ? [] : [indexOf(search.grid, axis, to[axis], from[other])];
  return cost < Infinity ? { pair, corners, cost } : null;
}

function pairsOf(search: Search, trip: Trip): Pair[] {
  const { grid } = search;
  const at = (port: Port, way: 'out' | 'in'): Index | null => {
    const vertex = vertexAt(grid, port, way);
    return vertex === null ? null : [vertex % grid.columns, Math.floor(vertex / grid.columns)];
  };
  return trip.exits.flatMap((exit) => {
    const from = at(exit, 'out');
    if (!from) return [];
    return trip.entries.flatMap((entry) => {
      const to = at(entry, 'in');
      const distance = Math.abs(exit.x - entry.x) + Math.abs(exit.y - entry.y);
      return to ? [{ exit, entry, from, to, base: distance + exit.cost + entry.cost }] : [];
    });
  });
}

/**
 * The way with the fewest bends through the best of its ports, where no other can be much cheaper: found without a
 * search. Null where one with more bends may be worth it.
 */
export function shortWay(search: Search, trip: Trip): Way | null {
  return sharingOwn(search, trip, () => bestOf(search, pairsOf(search, trip)));
}

function bestOf(search: Search, pairs: readonly Pair[]): Way | null {
  let best: Candidate | null = null;
  let others = Infinity;
  for (const pair of pairs) {
    const bends = fewestBends(pair);
    others = Math.min(others, pair.base + (bends > 2 ? bends : bends + 2) * bendCost);
    const found = fewBends(search, pair);
    if (found && found.cost < (best?.cost ?? Infinity)) best = found;
  }
  if (!best || best.cost > others + patience) return null;
  return wayThrough(search.grid, best.pair.exit, best.pair.entry, best.corners);
}
