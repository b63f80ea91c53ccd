import { firstAfter, type Grid, lineAt } from './grid';
import { flowClearance } from './sizes';
import { heading, type Heading, type Port, type Trip } from './trips';
import { type Way, wayThrough } from './corners';
import { bendCost, crossingCost, type Search, sharingOwn } from './search-room';

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

interface Goal {
  readonly port: Port;
  readonly vertex: number;
}

const quarterTurns = (a: Heading, b: Heading): number => (a === b ? 0 : (a + b) % 2 === 1 ? 1 : 2);

/** The least that is still to pay from a place: distance and bends. */
function remaining(x: number, y: number, direction: Heading, goals: readonly Goal[]): number {
  let best = Infinity;
  for (let index = 0; index < goals.length; index += 1) {
    const { port } = goals[index] as Goal;
    const dx = Math.abs(port.x - x);
    const dy = Math.abs(port.y - y);
    let bends = quarterTurns(direction, port.heading);
    if (bends === 0 && (port.heading % 2 === 0 ? dy : dx) > 0.02) bends = 2;
    const cost = dx + dy + bends * bendCost + port.cost;
    if (cost < best) best = cost;
  }
  return best;
}

/** The cheapest way of a trip past all boxes, or null where there is none. */
export function findWay(search: Search, trip: Trip): Way | null {
  const goals: Goal[] = [];
  for (const port of trip.entries) {
    const vertex = vertexAt(search.grid, port, 'in');
    if (vertex !== null) goals.push({ port, vertex });
  }
  if (goals.length === 0) return null;
  return sharingOwn(search, trip, () => goTo(search, trip.exits, goals));
}

function goTo(search: Search, exits: readonly Port[], goals: readonly Goal[]): Way | null {
  const { grid, heap, cost, came, stamp, left } = search;
  search.round += 1;
  heap.clear();
  const exitOf = new Map<number, Port>();
  for (const port of exits) {
    const vertex = vertexAt(grid, port, 'out');
    if (vertex === null) continue;
    const state = vertex * 4 + port.heading;
    const x = grid.xs[vertex % grid.columns] as number;
    const y = grid.ys[Math.floor(vertex / grid.columns)] as number;
    const paid = port.cost + Math.abs(x - port.x) + Math.abs(y - port.y);
    stamp[state] = search.round;
    cost[state] = paid;
    left[state] = Infinity;
    came[state] = -1;
    exitOf.set(state, port);
    heap.push(paid + remaining(x, y, port.heading, goals), state);
  }
  const firstGoal = grid.columns * grid.rows * 4;
  for (let state = heap.pop(); state >= 0; state = heap.pop()) {
    const entry = goals[state - firstGoal];
    if (entry) return trace(search, came[state] as number, exitOf, entry.port);
    if ((left[state] as number) <= (cost[state] as number)) continue;
    left[state] = cost[state] as number;
    arrive(search, state, goals);
    const direction = state & 3;
    expand(search, state, direction as Heading, goals);
    expand(search, state, ((direction + 1) & 3) as Heading, goals);
    expand(search, state, ((direction + 3) & 3) as Heading, goals);
  }
  return null;
}

/** From the vertex before an entry into the box: the last state of a way. */
function arrive(search: Search, state: number, goals: readonly Goal[]): void {
  const { grid, cost, came, stamp, heap } = search;
  const vertex = state >> 2;
  for (let index = 0; index < goals.length; index += 1) {
    const goal = goals[index] as Goal;
    if (goal.vertex !== vertex) continue;
    const turns = quarterTurns((state & 3) as Heading, goal.port.heading);
    if (turns === 2) continue;
    const x = grid.xs[goal.vertex % grid.columns] as number;
    const y = grid.ys[Math.floor(goal.vertex / grid.columns)] as number;
    const rest = Math.abs(x - goal.port.x) + Math.abs(y - goal.port.y) + goal.port.cost;
    const paid = (cost[state] as number) + turns * bendCost + rest;
    const to = grid.columns * grid.rows * 4 + index;
    if (stamp[to] === search.round && (cost[to] as number) <= paid) continue;
    stamp[to] = search.round;
    cost[to] = paid;
    came[to] = state;
    heap.push(paid, to);
  }
}

function expand(search: Search, state: number, direction: Heading, goals: readonly Goal[]): void {
  const { grid, cost, stamp } = search;
  const vertex = state >> 2;
  const { columns, rows, xs, ys } = grid;
  const i = vertex % columns;
  const j = (vertex - i) / columns;
  const ti = i + (direction === 0 ? 1 : direction === 2 ? -1 : 0);
  const tj = j + (direction === 1 ? 1 : direction === 3 ? -1 : 0);
  if (ti < 0 || tj < 0 || ti >= columns || tj >= rows) return;
  const next = tj * columns + ti;
  const isLevel = direction % 2 === 0;
  const piece = direction < 2 ? vertex : next;
  if ((isLevel ? grid.blockedRight[piece] : grid.blockedDown[piece]) === 1) return;
  const x = xs[ti] as number;
  const y = ys[tj] as number;
  const length = isLevel ? Math.abs(x - (xs[i] as number)) : Math.abs(y - (ys[j] as number));
  const isTurn = (state & 3) !== direction;
  const paid =
    (cost[state] as number) +
    length +
    (isTurn ? bendCost : (search.passes[isLevel ? 1 : 0][vertex] as number) * crossingCost) +
    (search.shared[isLevel ? piece : columns * rows + piece] as number);
  const to = next * 4 + direction;
  const isNew = stamp[to] !== search.round;
  if (!isNew && (cost[to] as number) <= paid) return;
  if (isNew) search.left[to] = Infinity;
  stamp[to] = search.round;
  cost[to] = paid;
  search.came[to] = state;
  search.heap.push(paid + remaining(x, y, direction, goals) * search.towardsGoal, to);
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
