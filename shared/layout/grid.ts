import { bottomOf, rightOf } from './geometry';
import { flowClearance } from './sizes';
import type { Trip } from './trips';
import type { Box } from './types';

/** Lines on which flows may run, and which pieces of them boxes block. Vertex (i, j) is `j * columns + i`. */
export interface Grid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** 1 where the piece from (i, j) to (i + 1, j) is blocked. */
  readonly blockedRight: Uint8Array;
  /** 1 where the piece from (i, j) to (i, j + 1) is blocked. */
  readonly blockedDown: Uint8Array;
}

/** Distance of a line from a box where no gap between rows or columns gives a better place. */
const besideBox = 12;
/** How far from a box a line between columns or rows may be to serve it. */
const sight = 72;
/** Distance of the outermost lines from all boxes. */
const outside = 32;

/** One dimension of a box. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The extent of a box across the page. */
export const alongX = (box: Box): Span => ({ low: box.x, high: rightOf(box) });
/** The extent of a box down the page. */
export const alongY = (box: Box): Span => ({ low: box.y, high: bottomOf(box) });

/** The gaps that no box reaches into, from side to side; without the space outside. */
export function gapsBetween(spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let reach = Infinity;
  for (const { low, high } of [...spans].sort((a, b) => a.low - b.low)) {
    if (low - reach >= 2 * flowClearance) gaps.push({ low: reach, high: low });
    reach = reach === Infinity ? high : Math.max(reach, high);
  }
  return gaps;
}

/** Middles of gaps, and a line outside everything at both ends. */
function gapLines(all: readonly Span[], gaps: readonly Span[]): number[] {
  if (all.length === 0) return [];
  const low = Math.min(...all.map((span) => span.low));
  const high = Math.max(...all.map((span) => span.high));
  return [low - outside, ...gaps.map((gap) => (gap.low + gap.high) / 2), high + outside];
}

function hasBetween(sorted: readonly number[], low: number, high: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return (sorted[from] ?? Infinity) <= high;
}

/** Lines beside those boxes that no gap line passes within sight of. */
function linesBeside(
  main: readonly Span[],
  cross: readonly Span[],
  gaps: readonly Span[],
  gapLinesInOrder: readonly number[],
): number[] {
  const lines: number[] = [];
  const opens = new Set(gaps.map((gap) => gap.low));
  const closes = new Set(gaps.map((gap) => gap.high));
  const count = main.length;
  const low = Float64Array.from(main, (span) => span.low);
  const high = Float64Array.from(main, (span) => span.high);
  const top = Float64Array.from(cross, (span) => span.low);
  const bottom = Float64Array.from(cross, (span) => span.high);
  for (let own = 0; own < count; own += 1) {
    const from = low[own] as number;
    const to = high[own] as number;
    if (opens.has(to) && closes.has(from)) continue;
    const above = (top[own] as number) - flowClearance;
    const below = (bottom[own] as number) + flowClearance;
    let before = -Infinity;
    let after = Infinity;
    for (let other = 0; other < count; other += 1) {
      if ((bottom[other] as number) <= above || (top[other] as number) >= below) continue;
      if ((low[other] as number) >= to) after = Math.min(after, low[other] as number);
      if ((high[other] as number) <= from) before = Math.max(before, high[other] as number);
    }
    if (!hasBetween(gapLinesInOrder, to + flowClearance, Math.min(after - flowClearance, to + sight)))
      lines.push(after - to < 2 * besideBox ? (to + after) / 2 : to + besideBox);
    if (!hasBetween(gapLinesInOrder, Math.max(before + flowClearance, from - sight), from - flowClearance))
      lines.push(from - before < 2 * besideBox ? (from + before) / 2 : from - besideBox);
  }
  return lines;
}

function distinct(lines: readonly number[]): Float64Array {
  const sorted = [...lines].sort((a, b) => a - b);
  return Float64Array.from(
    sorted.filter((line, index) => index === 0 || line - (sorted[index - 1] ?? 0) > 0.01),
  );
}

/** The first index whose line is greater than the value. */
export function firstAfter(lines: Float64Array, value: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The line nearest to a value. */
export function lineAt(lines: Float64Array, value: number): number {
  return firstAfter(lines, value - 0.02);
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.every((value, index) => value === b[index]);

/** Whether two grids have as many lines and the same pieces blocked, so that ways on one are ways on the other. */
export const hasSameShape = (a: Grid, b: Grid): boolean =>
  a.columns === b.columns &&
  a.rows === b.rows &&
  isEqual(a.blockedRight, b.blockedRight) &&
  isEqual(a.blockedDown, b.blockedDown);

function block(grid: Grid, box: Box, margin: number): void {
  const { xs, ys, columns, rows } = grid;
  const left = firstAfter(xs, box.x - margin);
  const right = firstAfter(xs, rightOf(box) + margin - 0.02);
  const top = firstAfter(ys, box.y - margin);
  const bottom = firstAfter(ys, bottomOf(box) + margin - 0.02);
  for (let j = top; j < bottom; j += 1)
    for (let i = Math.max(0, left - 1); i < right && i < columns; i += 1)
      grid.blockedRight[j * columns + i] = 1;
  for (let j = Math.max(0, top - 1); j < bottom && j < rows; j += 1)
    for (let i = left; i < right; i += 1) grid.blockedDown[j * columns + i] = 1;
}

/** Closes the place of a queue to flows that pass it; the flow on which it stands runs through its middle. */
function blockQueue(grid: Grid, zone: QueueZone): void {
  const { columns } = grid;
  const row = lineAt(grid.ys, zone.line);
  const open = grid.blockedRight.slice(row * columns, (row + 1) * columns);
  block(grid, zone, 0);
  grid.blockedRight.set(open, row * columns);
}

/** Where a queue stands, with the height of its flow. */
export interface QueueZone extends Box {
  readonly line: number;
}

/** What stands on the ground. */
export interface Ground {
  readonly boxes: readonly Box[];
  /** Those of them that stand in the stream: between their columns and rows flows run. */
  readonly stream: readonly Box[];
  readonly queues: readonly QueueZone[];
}

/** The grid round all boxes for these trips. */
export function buildGrid({ boxes: solid, stream, queues }: Ground, trips: readonly Trip[]): Grid {
  const boxes = [...solid, ...queues];
  const across = boxes.map(alongX);
  const down = boxes.map(alongY);
  const framed = stream.length > 0 ? [...stream, ...queues] : solid;
  const gapsX = gapsBetween(framed.map(alongX));
  const gapsY = gapsBetween(framed.map(alongY));
  const linesX = gapLines(across, gapsX);
  const linesY = gapLines(down, gapsY);
  const portsX: number[] = [];
  const portsY: number[] = [];
  for (const trip of trips)
    for (const port of [...trip.exits, ...trip.entries])
      if (port.heading % 2 === 0) portsY.push(port.y);
      else portsX.push(port.x);
  const xs = distinct([...linesX, ...portsX, ...linesBeside(across, down, gapsX, linesX)]);
  const ys = distinct([...linesY, ...portsY, ...linesBeside(down, across, gapsY, linesY)]);
  const grid: Grid = {
    xs,
    ys,
    columns: xs.length,
    rows: ys.length,
    blockedRight: new Uint8Array(xs.length * ys.length),
    blockedDown: new Uint8Array(xs.length * ys.length),
  };
  for (const box of solid) block(grid, box, flowClearance - 1);
  for (const queue of queues) blockQueue(grid, queue);
  return grid;
}
