import type { MapNode, Position } from '../model/project';
import type { WithId } from '../model/queries';
import { columnEdges } from './column-edges';
import { standsByHand, wantedCentres } from './hand-set';
import { autoLaneRows, handSetLaneRows, type Seat } from './lane-rows';
import type { LanePlan } from './lanes';
import type { Plan } from './plan';
import { nodeSizes, rowGap } from './sizes';
import type { Lane } from './types';

/** Room that flows need beyond the usual gaps: before each column and before each row, pixels. */
export interface Spread {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** Nothing beyond the usual gaps. */
export const noSpread: Spread = { columns: [], rows: [] };

/** An extent along one axis. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Centres of the nodes of the stream, with the columns and rows that they stand in. */
export interface Arrangement {
  readonly centres: ReadonlyMap<string, Position>;
  readonly lanes: readonly Lane[];
  readonly columns: readonly Extent[];
  readonly rows: readonly Extent[];
}

/** Space between the edge of a lane and its boxes. */
const lanePadding = 16;
/** Height of a row that only flows run through. */
const emptyRow = 24;

/** Extents of the columns, one after the other with the room that the flows between them need. */
function columnsOf(plan: Plan, spread: Spread): Extent[] {
  const members: WithId<MapNode>[][] = [];
  for (const node of plan.ranks.ordered) {
    const rank = plan.ranks.rank.get(node.id) ?? 0;
    while (members.length <= rank) members.push([]);
    members[rank]?.push(node);
  }
  const edges = columnEdges(plan, members, spread.columns);
  return members.map((nodes, index) => {
    const from = edges[index] ?? 0;
    return { from, to: from + Math.max(0, ...nodes.map((node) => nodeSizes[node.type].width)) };
  });
}

/** Rows one under the other, each as high as its highest node. */
function stackRows(heights: readonly number[], spread: Spread): Extent[] {
  let y = 0;
  return heights.map((height, index) => {
    if (index > 0) y += rowGap;
    y += spread.rows[index] ?? 0;
    const row = { from: y, to: y + height };
    y += height;
    return row;
  });
}

const middle = (extent: Extent | undefined): number => (extent ? (extent.from + extent.to) / 2 : 0);

function rowHeights(
  nodes: readonly WithId<MapNode>[],
  rowOf: ReadonlyMap<string, number>,
  count: number,
): number[] {
  const heights = Array.from({ length: count }, () => 0);
  for (const node of nodes) {
    const row = rowOf.get(node.id) ?? 0;
    heights[row] = Math.max(heights[row] ?? 0, nodeSizes[node.type].height);
  }
  return heights.map((height) => height || emptyRow);
}

/** Rows of branches; the main path stands at the same height whatever branches off above it. */
function arrangeBranches(plan: Plan, columns: readonly Extent[], spread: Spread): Arrangement {
  const lowest = Math.min(0, ...plan.branches.values());
  const rowOf = new Map([...plan.branches].map(([id, row]) => [id, row - lowest]));
  const count = plan.branches.size === 0 ? 0 : Math.max(...rowOf.values()) + 1;
  const stacked = stackRows(rowHeights(plan.ranks.ordered, rowOf, count), spread);
  const top = stacked[-lowest]?.from ?? 0;
  const rows = stacked.map((row) => ({ from: row.from - top, to: row.to - top }));
  const centres = new Map<string, Position>();
  for (const { id } of plan.ranks.ordered)
    centres.set(id, {
      x: middle(columns[plan.ranks.rank.get(id) ?? 0]),
      y: middle(rows[rowOf.get(id) ?? 0]),
    });
  return { centres, lanes: [], columns, rows };
}

type RowsOfLane = (lane: LanePlan) => ReadonlyMap<string, number>;

function stackLanes(
  plan: Plan,
  spread: Spread,
  rowsOfLane: RowsOfLane,
): { lanes: Lane[]; rows: Extent[]; y: Map<string, number> } {
  const lanes: Lane[] = [];
  const rows: Extent[] = [];
  const centre = new Map<string, number>();
  let y = 0;
  for (const lane of plan.lanes) {
    const top = y;
    const rowOf = rowsOfLane(lane);
    const heights = rowHeights(lane.nodes, rowOf, Math.max(...rowOf.values()) + 1);
    const first = rows.length;
    y += lanePadding + (first === 0 ? (spread.rows[0] ?? 0) : 0);
    heights.forEach((height, index) => {
      if (index > 0) y += rowGap + (spread.rows[first + index] ?? 0);
      rows.push({ from: y, to: y + height });
      y += height;
    });
    y += lanePadding + (spread.rows[rows.length] ?? 0);
    for (const { id } of lane.nodes) centre.set(id, middle(rows[first + (rowOf.get(id) ?? 0)]));
    lanes.push({ id: lane.id, name: lane.name, y: top, height: y - top });
  }
  return { lanes, rows, y: centre };
}

function arrangeLanes(plan: Plan, columns: readonly Extent[], spread: Spread): Arrangement {
  const autoX = new Map(
    plan.ranks.ordered.map(({ id }) => [id, middle(columns[plan.ranks.rank.get(id) ?? 0])]),
  );
  const seat = (node: WithId<MapNode>, x: number, y: number): Seat => {
    const half = nodeSizes[node.type].width / 2;
    return { id: node.id, left: x - half, right: x + half, y };
  };
  const auto = stackLanes(plan, spread, (lane) =>
    autoLaneRows(
      lane.nodes.map((node) => seat(node, autoX.get(node.id) ?? 0, 0)),
      plan.ranks,
    ),
  );
  const place = (x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): Map<string, Position> =>
    new Map(plan.ranks.ordered.map(({ id }) => [id, { x: x.get(id) ?? 0, y: y.get(id) ?? 0 }]));
  if (!plan.ranks.ordered.some(standsByHand)) {
    return { centres: place(autoX, auto.y), lanes: auto.lanes, columns, rows: auto.rows };
  }
  const natural = place(autoX, auto.y);
  const wanted = wantedCentres(plan.ranks, natural);
  const x = new Map([...wanted].map(([id, at]) => [id, at.x]));
  const final = stackLanes(plan, spread, (lane) =>
    handSetLaneRows(
      lane.nodes.map((node) => seat(node, x.get(node.id) ?? 0, node.position?.y ?? auto.y.get(node.id) ?? 0)),
    ),
  );
  return { centres: place(x, final.y), lanes: final.lanes, columns, rows: final.rows };
}

/** Gives the nodes of a plan their centres; hand-set ones are left to the caller where there are no lanes. */
export function arrange(plan: Plan, spread: Spread): Arrangement {
  const columns = columnsOf(plan, spread);
  return plan.laneBy === 'none'
    ? arrangeBranches(plan, columns, spread)
    : arrangeLanes(plan, columns, spread);
}
