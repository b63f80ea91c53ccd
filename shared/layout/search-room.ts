import type { Position } from '../model/project';
import type { Way } from './corners';
import { firstAfter, type Grid, lineAt } from './grid';
import { Heap } from './heap';
import type { Trip } from './trips';

/** What a bend costs, in pixels of detour. */
export const bendCost = 48;
/** What crossing another flow costs. */
export const crossingCost = 28;
/** What running on the line of another flow costs, for each piece of the grid. */
const sharingCost = 3;
/** What running over the first or last piece of another flow costs, which cannot be moved aside. */
const portCost = 60;

/** Just above 1: of ways that cost the same the one nearer to its end is followed first. */
const towardsGoal = 1.0005;
/** The same on large grids and for many flows, where a way that is found soon counts for more than one that crosses a flow less. */
const towardsGoalSoon = 1.4;
const largeGrid = 60_000;
const towardsGoalAtOnce = 2.5;
const manyFlows = 220;

/** Most ports by which one flow may enter. */
const mostGoals = 8;

/** Room for a search, used again for each trip. */
export interface Search {
  readonly grid: Grid;
  readonly cost: Float64Array;
  readonly came: Int32Array;
  readonly stamp: Int32Array;
  /** What a state had cost when it was last gone on from. */
  readonly left: Float64Array;
  readonly heap: Heap;
  /** How many flows pass straight over a vertex: along the rows, along the columns. */
  readonly passes: readonly [Uint8Array, Uint8Array];
  /** What it costs to share each piece of the grid: along the rows, then along the columns. */
  readonly shared: Float64Array;
  /** Uses by the slot through which their flow leaves, and by that through which it enters. */
  readonly leaving: Use[][];
  readonly entering: Use[][];
  readonly slots: Map<string, number>;
  readonly towardsGoal: number;
  round: number;
}

/** A piece of the grid on which a flow runs. */
interface Use {
  /** Its place in `shared`. */
  readonly piece: number;
  readonly cost: number;
  /** Slot of the exit of the flow. */
  readonly exit: number;
}

/** How much nearness to the end counts. */
function urgency(vertices: number, flows: number): number {
  if (flows > manyFlows) return towardsGoalAtOnce;
  return vertices > largeGrid ? towardsGoalSoon : towardsGoal;
}

/** Makes a search for so many flows on a grid on which none runs yet. */
export function openSearch(grid: Grid, flows: number): Search {
  const vertices = grid.columns * grid.rows;
  const states = vertices * 4 + mostGoals;
  return {
    grid,
    cost: new Float64Array(states),
    came: new Int32Array(states),
    stamp: new Int32Array(states),
    left: new Float64Array(states),
    heap: new Heap(),
    passes: [new Uint8Array(vertices), new Uint8Array(vertices)],
    shared: new Float64Array(2 * vertices),
    leaving: [],
    entering: [],
    slots: new Map(),
    towardsGoal: urgency(vertices, flows),
    round: 0,
  };
}

/** The number of a slot. */
function slotOf(search: Search, slot: string): number {
  const known = search.slots.get(slot);
  if (known !== undefined) return known;
  search.slots.set(slot, search.slots.size);
  search.leaving.push([]);
  search.entering.push([]);
  return search.slots.size - 1;
}

/** Lets a trip look for its way with the pieces of flows through its own slots free: these it may share. */
export function sharingOwn<T>(search: Search, trip: Trip, look: () => T): T {
  const exits = trip.exits.map((exit) => slotOf(search, exit.slot));
  const own = exits.flatMap((exit) => search.leaving[exit] ?? []);
  for (const entry of trip.entries)
    for (const use of search.entering[slotOf(search, entry.slot)] ?? [])
      if (!exits.includes(use.exit)) own.push(use);
  const { shared } = search;
  for (const { piece, cost } of own) shared[piece] = (shared[piece] as number) - cost;
  const found = look();
  for (const { piece, cost } of own) shared[piece] = (shared[piece] as number) + cost;
  return found;
}

/** What it costs to share a piece of the grid with the flows that run on it. */
export const pieceCost = ({ grid, shared }: Search, axis: 0 | 1, piece: number): number =>
  shared[axis * grid.columns * grid.rows + piece] as number;

/** The vertices of the grid on a piece of a way, with the axis along which it runs. */
function verticesOn(
  grid: Grid,
  a: Position,
  b: Position,
): { axis: 0 | 1; low: number; high: number; across: number } {
  const axis = Math.abs(a.y - b.y) < 0.02 ? 0 : 1;
  const lines = axis === 0 ? grid.xs : grid.ys;
  const [from, to] = axis === 0 ? [a.x, b.x] : [a.y, b.y];
  return {
    axis,
    low: firstAfter(lines, Math.min(from, to) - 0.02),
    high: firstAfter(lines, Math.max(from, to) + 0.02) - 1,
    across: axis === 0 ? lineAt(grid.ys, a.y) : lineAt(grid.xs, a.x),
  };
}

/** Makes it dear to run along a piece of a way, where there is no room for more flows. */
export function crowd(search: Search, way: Way, index: number, cost: number): void {
  const { grid, shared } = search;
  const a = way.points[index];
  const b = way.points[index + 1];
  if (!a || !b) return;
  const { axis, low, high, across } = verticesOn(grid, a, b);
  for (let at = low; at < high; at += 1) {
    const piece =
      axis * grid.columns * grid.rows +
      (axis === 0 ? across * grid.columns + at : at * grid.columns + across);
    shared[piece] = (shared[piece] as number) + cost;
  }
}

/** Notes that a flow runs here, so that later ones cross it seldom and keep off its ends. */
export function occupy(search: Search, way: Way): void {
  const { grid } = search;
  const { points } = way;
  const exit = slotOf(search, way.exit.slot);
  const entry = slotOf(search, way.entry.slot);
  for (let k = 0; k + 1 < points.length; k += 1) {
    const a = points[k] as Position;
    const b = points[k + 1] as Position;
    const { axis, low, high, across } = verticesOn(grid, a, b);
    const lines = axis === 0 ? grid.xs : grid.ys;
    const from = axis === 0 ? Math.min(a.x, b.x) : Math.min(a.y, b.y);
    const to = axis === 0 ? Math.max(a.x, b.x) : Math.max(a.y, b.y);
    const isAtPort = k === 0 || k + 2 === points.length;
    for (let at = low; at <= high; at += 1) {
      const vertex = axis === 0 ? across * grid.columns + at : at * grid.columns + across;
      const passes = search.passes[axis];
      const line = lines[at] as number;
      if (line > from + 0.1 && line < to - 0.1)
        passes[vertex] = Math.min(255, (passes[vertex] as number) + 1);
      if (at === high) continue;
      const piece = axis * grid.columns * grid.rows + vertex;
      const use: Use = { piece, cost: isAtPort ? portCost : sharingCost, exit };
      search.shared[piece] = (search.shared[piece] as number) + use.cost;
      search.leaving[exit]?.push(use);
      search.entering[entry]?.push(use);
    }
  }
}
