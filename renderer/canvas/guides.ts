import type { Box } from '../../shared/layout/types';

/** A line along which edges or middles stand, pixels of the map. */
export interface GuideLine {
  readonly axis: 'x' | 'y';
  /** Where the line stands on its axis; it runs along the other one, from one end to the other. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A gap that is as wide as another one. */
export interface GuideGap {
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  /** Where it is drawn on the other axis. */
  readonly at: number;
}

/** How far something is moved to stand in line, and the lines and gaps that then hold. */
export interface Guides {
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly GuideLine[];
  readonly gaps: readonly GuideGap[];
}

/** Nothing is in line. */
export const noGuides: Guides = { dx: 0, dy: 0, lines: [], gaps: [] };

/** Boxes farther away than this on the other axis are in line with nothing, pixels. */
const reach = 1200;
const same = 0.01;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A box along an axis, and across it. */
interface Turned {
  readonly along: Span;
  readonly across: Span;
}

const turned = (box: Box, axis: 'x' | 'y'): Turned => {
  const x = { from: box.x, to: box.x + box.width };
  const y = { from: box.y, to: box.y + box.height };
  return axis === 'x' ? { along: x, across: y } : { along: y, across: x };
};

const middle = ({ from, to }: Span): number => (from + to) / 2;
const marks = (span: Span): readonly number[] => [span.from, middle(span), span.to];

/** The nearest of the wanted moves that is within reach; null where there is none. */
function nearest(moves: Iterable<number>, within: number): number | null {
  let best: number | null = null;
  for (const move of moves)
    if (Math.abs(move) <= within && (best === null || Math.abs(move) < Math.abs(best))) best = move;
  return best;
}

/** Moves that bring an edge or the middle of a box to one of another box; of two that are as long the middles come first. */
function* lineMoves(own: Turned, others: readonly Turned[]): Generator<number> {
  for (const other of others) yield middle(other.along) - middle(own.along);
  for (const other of others)
    for (const mark of marks(own.along)) for (const goal of marks(other.along)) yield goal - mark;
}

const apart = (one: Span, other: Span): number => Math.max(one.from - other.to, other.from - one.to);

/** Neighbours in the same row before and after a span, the nearest first. */
function neighbours(own: Turned, others: readonly Turned[]): { before: Turned[]; after: Turned[] } {
  const inRow = others.filter((each) => apart(own.across, each.across) < 0);
  const centre = middle(own.along);
  return {
    before: inRow
      .filter((each) => middle(each.along) < centre && each.along.to <= own.along.from + 8)
      .sort((a, b) => b.along.to - a.along.to),
    after: inRow
      .filter((each) => middle(each.along) > centre && each.along.from >= own.along.to - 8)
      .sort((a, b) => a.along.from - b.along.from),
  };
}

/** Moves that make the gaps beside a box equal to each other, or to the next gap in the row. */
function* gapMoves(own: Turned, others: readonly Turned[]): Generator<number> {
  const { before, after } = neighbours(own, others);
  const [left, left2] = before;
  const [right, right2] = after;
  if (left && right)
    yield (left.along.to + right.along.from - (own.along.to - own.along.from)) / 2 - own.along.from;
  if (left && left2) yield left.along.to + (left.along.from - left2.along.to) - own.along.from;
  if (right && right2) yield right.along.from - (right2.along.from - right.along.to) - own.along.to;
}

/** Equal gaps beside a box as it stands. */
function equalGaps(own: Turned, others: readonly Turned[], axis: 'x' | 'y'): GuideGap[] {
  const { before, after } = neighbours(own, others);
  const row = [before[1], before[0], own, after[0], after[1]].filter((each) => each !== undefined);
  const at = row.indexOf(own);
  const gaps = row.slice(1).map((each, index) => {
    const from = row[index]?.along.to ?? 0;
    return { axis, from, to: each.along.from, at: middle(own.across) };
  });
  const width = (gap: GuideGap | undefined): number => (gap ? gap.to - gap.from : Number.NaN);
  const equal = gaps.filter((gap, index) => {
    const beside = [gaps[index - 1], gaps[index + 1]];
    return width(gap) > 4 && beside.some((other) => Math.abs(width(other) - width(gap)) < same);
  });
  const touches = gaps.filter((gap, index) => (index === at - 1 || index === at) && equal.includes(gap));
  return touches.length === 0 ? [] : equal.filter((gap) => Math.abs(width(gap) - width(touches[0])) < same);
}

function linesThrough(own: Turned, others: readonly Turned[], axis: 'x' | 'y'): GuideLine[] {
  return marks(own.along).flatMap((mark) => {
    const inLine = others.filter((each) => marks(each.along).some((goal) => Math.abs(goal - mark) < same));
    if (inLine.length === 0) return [];
    const all = [own, ...inLine].map((each) => each.across);
    const from = Math.min(...all.map((each) => each.from));
    return [{ axis, at: mark, from, to: Math.max(...all.map((each) => each.to)) }];
  });
}

const moved = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by });

/** Guides of a box among others: it is moved by at most `within` pixels to stand in line, or at equal gaps. */
export function findGuides(box: Box, boxes: readonly Box[], within: number): Guides {
  const found = (['x', 'y'] as const).map((axis) => {
    const own = turned(box, axis);
    const others = boxes
      .map((each) => turned(each, axis))
      .filter((each) => apart(own.across, each.across) < reach && apart(own.along, each.along) < reach);
    const inLine = nearest(lineMoves(own, others), within);
    const inGap = nearest(gapMoves(own, others), within);
    const by = inLine ?? inGap ?? 0;
    return { axis, own, others, by };
  });
  const dx = found[0]?.by ?? 0;
  const dy = found[1]?.by ?? 0;
  const standing = found.map(({ axis, own, others, by }) => ({
    axis,
    others,
    own: { along: moved(own.along, by), across: moved(own.across, axis === 'x' ? dy : dx) },
  }));
  return {
    dx,
    dy,
    lines: standing.flatMap(({ axis, own, others }) => linesThrough(own, others, axis)),
    gaps: standing.flatMap(({ axis, own, others }) => equalGaps(own, others, axis)),
  };
}
