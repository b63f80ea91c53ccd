import type { Box, DrawioCell, Point } from './drawio-cells';

/** How far from a shape the loose end of an arrow may be to count as attached, pixels. */
const reach = 24;

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

function distance(point: Point, { x, y, width, height }: Box): number {
  const dx = Math.max(x - point.x, 0, point.x - x - width);
  const dy = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(dx, dy);
}

function nearest(cells: readonly DrawioCell[], far: (cell: DrawioCell) => number): DrawioCell | undefined {
  let best: DrawioCell | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const value = far(cell);
    if (value >= least) continue;
    best = cell;
    least = value;
  }
  return best;
}

/** The shape at which the loose end of an arrow points. */
export function shapeAt(
  point: Point | null,
  cells: readonly DrawioCell[],
  within = reach,
): DrawioCell | undefined {
  if (point === null) return undefined;
  const found = nearest(cells, ({ box }) => distance(point, box));
  return found && distance(point, found.box) <= within ? found : undefined;
}

const overlap = (from: number, length: number, other: number, otherLength: number): number =>
  Math.min(from + length, other + otherLength) - Math.max(from, other);

/** The step above or below which a box of figures stands. */
export function stepAbove({ box }: DrawioCell, steps: readonly DrawioCell[]): DrawioCell | undefined {
  const aligned = steps.filter((step) => overlap(box.x, box.width, step.box.x, step.box.width) > 0);
  const found = nearest(aligned, (step) => Math.abs(centreOf(step.box).y - centreOf(box).y));
  return found && Math.abs(centreOf(found.box).y - centreOf(box).y) <= 260 ? found : undefined;
}

/** The next step to the right of something between two steps. */
export function stepAfter({ box }: DrawioCell, steps: readonly DrawioCell[]): DrawioCell | undefined {
  const at = centreOf(box);
  const after = steps.filter((step) => centreOf(step.box).x > at.x && step.box.x + step.box.width / 4 > at.x);
  const far = (step: DrawioCell): number =>
    centreOf(step.box).x -
    at.x +
    2 * Math.max(0, Math.abs(centreOf(step.box).y - at.y) - step.box.height / 2);
  const found = nearest(after, far);
  return found && far(found) <= 600 ? found : undefined;
}

/** Where a turned arrow that is drawn as a shape begins and ends. */
function turnedEnds({ box, style }: DrawioCell): readonly [Point, Point] | null {
  const turn = (Number(style.get('rotation') ?? 0) * Math.PI) / 180;
  if (!Number.isFinite(turn) || turn === 0) return null;
  const at = centreOf(box);
  const half = { x: (Math.cos(turn) * box.width) / 2, y: (Math.sin(turn) * box.width) / 2 };
  return [
    { x: at.x - half.x, y: at.y - half.y },
    { x: at.x + half.x, y: at.y + half.y },
  ];
}

/** The steps at the tail and the head of an arrow that is drawn as a shape. */
export function stepsBeside(
  cell: DrawioCell,
  steps: readonly DrawioCell[],
): readonly [DrawioCell | undefined, DrawioCell | undefined] {
  const turned = turnedEnds(cell);
  if (turned !== null) return [shapeAt(turned[0], steps, 60), shapeAt(turned[1], steps, 60)];
  const { box } = cell;
  const inLine = steps.filter((step) => overlap(box.y, box.height, step.box.y, step.box.height) > 0);
  const left = inLine.filter((step) => centreOf(step.box).x < box.x + 4);
  const right = inLine.filter((step) => centreOf(step.box).x > box.x + box.width - 4);
  return [
    nearest(left, (step) => Math.abs(box.x - (step.box.x + step.box.width))),
    nearest(right, (step) => Math.abs(step.box.x - (box.x + box.width))),
  ];
}

/** The shape on which a small one sits; it is `factor` times wider. */
export function sitsOn<T extends DrawioCell>(
  { box }: DrawioCell,
  cells: readonly T[],
  factor = 1.5,
): T | undefined {
  const at = centreOf(box);
  return cells.find((cell) => distance(at, cell.box) <= 4 && cell.box.width > box.width * factor);
}

/** In the order of reading: columns of a step's width from left to right, in each from above. */
export function inReadingOrder<T extends DrawioCell>(cells: readonly T[]): T[] {
  const column = ({ box }: T): number => Math.round(centreOf(box).x / 60);
  return cells.toSorted((a, b) => column(a) - column(b) || a.box.y - b.box.y);
}
