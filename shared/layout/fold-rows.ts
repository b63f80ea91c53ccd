import type { Position } from '../model/project';
import { boxBetween, grown } from './geometry';
import { queueBoxes } from './labels';
import type { Box, MapLayout, Size } from './types';

/** A stretch of a map from side to side, pixels of the map. */
export interface Row {
  readonly from: number;
  readonly to: number;
}

/** A place between two columns at which a map may be cut. */
export interface Cut {
  readonly x: number;
  /** How many flows run over it; a label or note in the way counts as several. */
  readonly crossings: number;
}

/** How far a queue stands before its box, which it is never parted from, pixels. */
const upToBox = 10;
/** Least space between a cut and what stands beside it, pixels. */
const beside = 1;
/** What a flow that is cut counts, as a share of the square of a row that is as wide as it should be. */
const crossingCost = 0.02;
/** What a cut through something loose counts, in flows. */
const looseCost = 3;
/** Most rows that a map is folded into. */
const mostRows = 40;

/** What a cut may run through, but should not: labels of flows, notes and the like. */
export interface Loose {
  readonly labels: readonly Box[];
  /** Nodes that stand beside the stream. */
  readonly nodes: ReadonlySet<string>;
}

/** Everything that a cut may not run through: boxes of the stream, queues, and pieces of flows that run up or down. */
function uncut(layout: MapLayout, loose: ReadonlySet<string>): Box[] {
  const things = [...layout.boxes].flatMap(([id, box]) => (loose.has(id) ? [] : [box]));
  for (const { points, queue, wait } of layout.routes.values()) {
    if (queue && wait)
      things.push(...queueBoxes({ queue, wait }).map((box) => ({ ...box, width: box.width + upToBox })));
    points.slice(1).forEach((point, index) => {
      const piece = boxBetween(points[index] ?? point, point);
      if (piece.height > 1) things.push(piece);
    });
  }
  return things.map((each) => grown(each, beside));
}

/** How many pieces of flows run level over a place. */
function crossingsAt(layout: MapLayout, x: number): number {
  let count = 0;
  for (const { points } of layout.routes.values())
    points.slice(1).forEach((b, index) => {
      const a = points[index] ?? b;
      if (Math.min(a.x, b.x) < x && Math.max(a.x, b.x) > x) count += 1;
    });
  return count;
}

/** Of the cuts between the same nodes the one over which the fewest flows run; none that would leave a row without a node. */
function partingNodes({ boxes }: MapLayout, cuts: readonly Cut[]): Cut[] {
  const middles = [...boxes.values()].map((box) => box.x + box.width / 2);
  const best = new Map<number, Cut>();
  for (const cut of cuts) {
    const before = middles.filter((x) => x < cut.x).length;
    const known = best.get(before);
    if (before > 0 && before < middles.length && (!known || cut.crossings < known.crossings))
      best.set(before, cut);
  }
  return [...best.values()];
}

/** The places at which a map may be cut, from left to right: one in the middle of each gap between its columns, preferably not through anything loose. */
export function cutsOf(layout: MapLayout, loose: Loose): Cut[] {
  const solid = uncut(layout, loose.nodes).sort((a, b) => a.x - b.x);
  const soft = [
    ...loose.labels,
    ...[...loose.nodes].map((id) => layout.boxes.get(id)).filter((box) => box !== undefined),
  ];
  const cuts: Cut[] = [];
  let reach = solid[0]?.x ?? 0;
  for (const each of solid) {
    if (each.x > reach + 0.5) {
      const x = (reach + each.x) / 2;
      const cut = soft.filter((box) => box.x < x && box.x + box.width > x).length;
      cuts.push({ x, crossings: crossingsAt(layout, x) + looseCost * cut });
    }
    reach = Math.max(reach, each.x + each.width);
  }
  return partingNodes(layout, cuts);
}

/** The map cut into so many rows, as even as its columns allow, where few flows run over the cuts; null where it has too few columns. */
function foldInto({ bounds }: MapLayout, count: number, cuts: readonly Cut[]): Row[] | null {
  const ends = [{ x: bounds.x, crossings: 0 }, ...cuts, { x: bounds.x + bounds.width, crossings: 0 }];
  const ideal = bounds.width / count;
  const cost = (from: number, to: number): number => {
    const width = (ends[to]?.x ?? 0) - (ends[from]?.x ?? 0);
    return (width / ideal) ** 2 + (ends[to]?.crossings ?? 0) * crossingCost;
  };
  let paid = ends.map((_, at) => (at === 0 ? 0 : Infinity));
  const came: number[][] = [];
  for (let row = 0; row < count; row += 1) {
    const before = paid;
    const by = ends.map(() => -1);
    paid = ends.map((_, to) => {
      let least = Infinity;
      for (let from = 0; from < to; from += 1) {
        const total = (before[from] ?? Infinity) + cost(from, to);
        if (total >= least) continue;
        least = total;
        by[to] = from;
      }
      return least;
    });
    came.push(by);
  }
  if (paid.at(-1) === Infinity) return null;
  const rows: Row[] = [];
  let to = ends.length - 1;
  for (let row = count - 1; row >= 0; row -= 1) {
    const from = came[row]?.[to] ?? 0;
    rows.unshift({ from: ends[from]?.x ?? 0, to: ends[to]?.x ?? 0 });
    to = from;
  }
  return rows;
}

const widestOf = (rows: readonly Row[]): number => Math.max(...rows.map(({ from, to }) => to - from));

/** The fewest rows of which none is wider than this, pixels of the map; as narrow as they can be where a single column is wider. */
export function foldWithin(layout: MapLayout, width: number, cuts: readonly Cut[]): Row[] {
  const { bounds } = layout;
  let best: Row[] = [{ from: bounds.x, to: bounds.x + bounds.width }];
  for (let count = 2; count <= mostRows && widestOf(best) > width; count += 1) {
    const rows = foldInto(layout, count, cuts);
    if (!rows) break;
    if (widestOf(rows) < widestOf(best)) best = rows;
  }
  return best;
}

/** Where a map is drawn, and what its rows take beyond what stands in them, pixels of the map. */
interface Page extends Size {
  /** Beside a row. */
  readonly gutter: number;
  /** Above each row. */
  readonly gap: number;
}

/** By how much everything has to become larger for one row more to be worth it. */
const worthwhile = 1.03;

/** The rows in which a map is drawn largest in a room of this size; `heightOf` tells how high a row is. */
export function foldRows(
  layout: MapLayout,
  page: Page,
  cuts: readonly Cut[],
  heightOf: (row: Row) => number,
): Row[] {
  let best: Row[] = [];
  let scale = 0;
  for (let count = 1; count <= mostRows; count += 1) {
    const rows = foldInto(layout, count, cuts);
    if (!rows) break;
    const height = rows.reduce((sum, row) => sum + heightOf(row) + page.gap, 0);
    const own = Math.min(page.width / (widestOf(rows) + page.gutter), page.height / height);
    if (own > scale * worthwhile) [best, scale] = [rows, own];
    if (page.height / height < scale / 2) break;
  }
  return best;
}

/** A side of a row, or null for neither. */
export type Side = 'left' | 'right' | null;

/** A piece of a flow within a row. */
export interface Fragment {
  readonly points: readonly Position[];
  /** The side at which it comes in from another row; null where the flow begins here. */
  readonly enters: Side;
  /** The side at which it goes on to another row; null where the flow ends here. */
  readonly leaves: Side;
}

/** The pieces of a flow that lie within a row, in the order of the flow. */
export function fragmentsOf(points: readonly Position[], { from, to }: Row): Fragment[] {
  const sideOf = ({ x }: Position): Side => (x <= from ? 'left' : x > to ? 'right' : null);
  const edge = (side: Side, { y }: Position): Position => ({ x: side === 'left' ? from : to, y });
  const found: Fragment[] = [];
  let open: { points: Position[]; enters: Side } | null = null;
  let before: Side = null;
  for (const [index, point] of points.entries()) {
    const side = sideOf(point);
    if (index === 0) {
      if (side === null) open = { points: [point], enters: null };
    } else if (side === null) {
      open ??= { points: [edge(before, point)], enters: before };
      open.points.push(point);
    } else if (before !== side) {
      open ??= { points: [edge(before, point)], enters: before };
      found.push({ ...open, points: [...open.points, edge(side, point)], leaves: side });
      open = null;
    }
    before = side;
  }
  if (open) found.push({ ...open, leaves: null });
  return found;
}
