import { firstAfter, type Grid, lineAt } from './grid';
import { Heap } from './heap';
import { flowClearance } from './sizes';
import { heading, type Heading, type Port, type Trip } from './trips';
import type { Position } from '../model/project';
import { type Way, wayThrough } from './corners';

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
/** The same on large grids, where a way that is found soon counts for more than one that crosses a flow less. */
const towardsGoalSoon = 1.4;
const largeGrid = 60_000;

/** Most ports by which one flow may enter. */
const mostGoals = 8;

/** Room for a search, used again for each trip. */
export interface Search {
  readonly grid: Grid;
  readonly cost: Float64Array;
  readonly came: Int32Array;
  readonly stamp: Int32Array;
  readonly heap: Heap;
  /** How many flows pass straight over a vertex: along the rows, along the columns. */
  readonly passes: readonly [Uint8Array, Uint8Array];
  /** First use of each piece of the grid along the rows and along the columns, 1-based; 0 where there is none. */
  readonly firstUse: readonly [Int32Array, Int32Array];
  /** Uses: slot of the exit, slot of the entry, 1 where it is the first or last piece of the flow, the next use. */
  readonly uses: number[];
  readonly slots: Map<string, number>;
  readonly towardsGoal: number;
  round: number;
}

/** Makes a search on a grid on which no flow runs yet. */
export function openSearch(grid: Grid): Search {
  const vertices = grid.columns * grid.rows;
  const states = vertices * 4 + mostGoals;
  return {
    grid,
    cost: new Float64Array(states),
    came: new Int32Array(states),
    stamp: new Int32Array(states),
    heap: new Heap(),
    passes: [new Uint8Array(vertices), new Uint8Array(vertices)],
    firstUse: [new Int32Array(vertices), new Int32Array(vertices)],
    uses: [],
    slots: new Map(),
    towardsGoal: vertices > largeGrid ? towardsGoalSoon : towardsGoal,
    round: 0,
  };
}

/** Least distance of the first and last corner from the box, inside of which the grid is blocked. */
const nearest = flowClearance - 1.01;

/** The vertex that a port leads to (or is reached from), or null where a box or the edge is in the way. */
export function vertexAt(grid: Grid, port: Port, way: 'out' | 'in'): number | null {
  const { xs, ys, columns } = grid;
  const forwards = (port.heading === heading.right || port.heading === heading.down) === (way === 'out');
  const isLevel = port.heading % 2 === 0;
  const lines = isLevel ? xs : ys;
  const at = isLevel ? port.x : port.y;
  const along = forwards ? firstAfter(lines, at + nearest) : firstAfter(lines, at - nearest) - 1;
  if (along < 0 || along >= lines.length) return null;
  const across = isLevel ? lineAt(ys, port.y) : lineAt(xs, port.x);
  const line = isLevel ? ys[across] : xs[across];
  if (line === undefined || Math.abs(line - (isLevel ? port.y : port.x)) > 0.02) return null;
  const i = isLevel ? along : across;
  const j = isLevel ? across : along;
  return j * columns + i;
}

/** The number of a slot. */
function slotOf(search: Search, slot: string): number {
  const known = search.slots.get(slot);
  if (known !== undefined) return known;
  search.slots.set(slot, search.slots.size);
  return search.slots.size - 1;
}

/** Slots of the flow that looks for its way: with flows through these it may share pieces. */
export interface Own {
  readonly exits: readonly number[];
  readonly entries: readonly number[];
}

/** The slots of a trip. */
export const ownSlots = (search: Search, trip: Trip): Own => ({
  exits: trip.exits.map((exit) => slotOf(search, exit.slot)),
  entries: trip.entries.map((entry) => slotOf(search, entry.slot)),
});

/** What it costs to share a piece of the grid with other flows. */
export function pieceCost(search: Search, axis: 0 | 1, piece: number, own: Own): number {
  const { uses } = search;
  let cost = 0;
  for (let use = search.firstUse[axis][piece] as number; use > 0; use = uses[use + 2] as number) {
    const isOwn = own.exits.includes(uses[use - 1] as number) || own.entries.includes(uses[use] as number);
    if (!isOwn) cost += uses[use + 1] === 1 ? portCost : sharingCost;
  }
  return cost;
}

interface Goal {
  readonly port: Port;
  readonly vertex: number;
}

const quarterTurns = (a: Heading, b: Heading): number => (a === b ? 0 : (a + b) % 2 === 1 ? 1 : 2);

/** The least that is still to pay from a vertex: distance and bends. */
function remaining(grid: Grid, vertex: number, direction: Heading, goals: readonly Goal[]): number {
  const x = grid.xs[vertex % grid.columns] as number;
  const y = grid.ys[Math.floor(vertex / grid.columns)] as number;
  let best = Infinity;
  for (const { port } of goals) {
    const dx = Math.abs(port.x - x);
    const dy = Math.abs(port.y - y);
    let bends = quarterTurns(direction, port.heading);
    if (bends === 0 && (port.heading % 2 === 0 ? dy : dx) > 0.02) bends = 2;
    best = Math.min(best, dx + dy + bends * bendCost + port.cost);
  }
  return best;
}

/** The cheapest way of a trip past all boxes, or null where there is none. */
export function findWay(search: Search, trip: Trip): Way | null {
  const { grid, heap, cost, came, stamp } = search;
  const goals: Goal[] = [];
  for (const port of trip.entries) {
    const vertex = vertexAt(grid, port, 'in');
    if (vertex !== null) goals.push({ port, vertex });
  }
  if (goals.length === 0) return null;
  search.round += 1;
  heap.clear();
  const exitOf = new Map<number, Port>();
  for (const port of trip.exits) {
    const vertex = vertexAt(grid, port, 'out');
    if (vertex === null) continue;
    const state = vertex * 4 + port.heading;
    const x = grid.xs[vertex % grid.columns] as number;
    const y = grid.ys[Math.floor(vertex / grid.columns)] as number;
    const paid = port.cost + Math.abs(x - port.x) + Math.abs(y - port.y);
    stamp[state] = search.round;
    cost[state] = paid;
    came[state] = -1;
    exitOf.set(state, port);
    heap.push(paid + remaining(grid, vertex, port.heading, goals), state);
  }
  const own = ownSlots(search, trip);
  for (let state = heap.pop(); state >= 0; state = heap.pop()) {
    const entry = goals[state - grid.columns * grid.rows * 4];
    if (entry) return trace(search, came[state] as number, exitOf, entry.port);
    arrive(search, state, goals);
    const direction = (state & 3) as Heading;
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === 2) continue;
      expand(search, state, ((direction + turn) & 3) as Heading, goals, own);
    }
  }
  return null;
}

/** From the vertex before an entry into the box: the last state of a way. */
function arrive(search: Search, state: number, goals: readonly Goal[]): void {
  const { grid, cost, came, stamp, heap } = search;
  goals.forEach((goal, index) => {
    if (goal.vertex !== state >> 2) return;
    const turns = quarterTurns((state & 3) as Heading, goal.port.heading);
    if (turns === 2) return;
    const x = grid.xs[goal.vertex % grid.columns] as number;
    const y = grid.ys[Math.floor(goal.vertex / grid.columns)] as number;
    const rest = Math.abs(x - goal.port.x) + Math.abs(y - goal.port.y) + goal.port.cost;
    const paid = (cost[state] as number) + turns * bendCost + rest;
    const to = grid.columns * grid.rows * 4 + index;
    if (stamp[to] === search.round && (cost[to] as number) <= paid) return;
    stamp[to] = search.round;
    cost[to] = paid;
    came[to] = state;
    heap.push(paid, to);
  });
}

function expand(search: Search, state: number, direction: Heading, goals: readonly Goal[], own: Own): void {
  const { grid, cost, came, stamp, heap } = search;
  const vertex = state >> 2;
  const { columns, rows } = grid;
  const i = vertex % columns;
  const j = (vertex - i) / columns;
  const ti = i + (direction === 0 ? 1 : direction === 2 ? -1 : 0);
  const tj = j + (direction === 1 ? 1 : direction === 3 ? -1 : 0);
  if (ti < 0 || tj < 0 || ti >= columns || tj >= rows) return;
  const next = tj * columns + ti;
  const axis = direction % 2 === 0 ? 0 : 1;
  const piece = Math.min(vertex, next);
  if ((axis === 0 ? grid.blockedRight[piece] : grid.blockedDown[piece]) === 1) return;
  const length =
    axis === 0
      ? Math.abs((grid.xs[ti] as number) - (grid.xs[i] as number))
      : Math.abs((grid.ys[tj] as number) - (grid.ys[j] as number));
  const isTurn = (state & 3) !== direction;
  const paid =
    (cost[state] as number) +
    length +
    (isTurn ? bendCost : (search.passes[axis === 0 ? 1 : 0][vertex] as number) * crossingCost) +
    pieceCost(search, axis, piece, own);
  const to = next * 4 + direction;
  if (stamp[to] === search.round && (cost[to] as number) <= paid) return;
  stamp[to] = search.round;
  cost[to] = paid;
  came[to] = state;
  heap.push(paid + remaining(grid, next, direction, goals) * search.towardsGoal, to);
}

function trace(search: Search, last: number, exitOf: ReadonlyMap<number, Port>, entry: Port): Way | null {
  const { grid, came } = search;
  const states: number[] = [];
  let state = last;
  while (state >= 0) {
    states.push(state);
    if ((came[state] as number) < 0) break;
    state = came[state] as number;
  }
  const exit = exitOf.get(state);
  if (!exit) return null;
  states.reverse();
  const corners: number[] = [];
  states.forEach((each, index) => {
    const after = states[index + 1];
    const turnsTo = after === undefined ? entry.heading : after & 3;
    if ((each & 3) !== turnsTo) corners.push(each >> 2);
  });
  return wayThrough(grid, exit, entry, corners);
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
    const axis = Math.abs(a.y - b.y) < 0.02 ? 0 : 1;
    const lines = axis === 0 ? grid.xs : grid.ys;
    const from = axis === 0 ? Math.min(a.x, b.x) : Math.min(a.y, b.y);
    const to = axis === 0 ? Math.max(a.x, b.x) : Math.max(a.y, b.y);
    const low = firstAfter(lines, from - 0.02);
    const high = firstAfter(lines, to + 0.02) - 1;
    const across = axis === 0 ? lineAt(grid.ys, a.y) : lineAt(grid.xs, a.x);
    const isAtPort = k === 0 || k + 2 === points.length ? 1 : 0;
    for (let at = low; at <= high; at += 1) {
      const vertex = axis === 0 ? across * grid.columns + at : at * grid.columns + across;
      const passes = search.passes[axis];
      const line = lines[at] as number;
      if (line > from + 0.1 && line < to - 0.1)
        passes[vertex] = Math.min(255, (passes[vertex] as number) + 1);
      if (at === high) continue;
      const first = search.firstUse[axis];
      search.uses.push(exit, entry, isAtPort, first[vertex] as number);
      first[vertex] = search.uses.length - 3;
    }
  }
}
