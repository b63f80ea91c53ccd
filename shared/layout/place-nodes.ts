import type { Position } from '../model/project';
import type { MapGraph } from '../model/queries';
import { arrange, type Arrangement, type Extent, noSpread, type Spread } from './arrange';
import { nearestFreeSpot } from './free-spot';
import { boxBetween, boxRound, centreOf, overlaps } from './geometry';
import { standsByHand, wantedCentres } from './hand-set';
import { placeFreeNodes } from './free-nodes';
import type { LaneNames } from './lanes';
import { type LabelSize, queueBoxes } from './labels';
import type { Shortage } from './nudge';
import { type Plan, planMap } from './plan';
import { standsFree } from './ranks';
import { BoxIndex } from './box-index';
import { finishRoutes } from './route-flows';
import { type Site, wireUp, type Wiring } from './wiring';
import { gridSize, labelSize, nodeSizes } from './sizes';
import type { Box, FlowRoute, Lane, LaneBy } from './types';

/** How a map is laid out. */
export interface LayoutOptions extends LaneNames {
  readonly laneBy: LaneBy;
  /** Room for the label of a flow; the usual size where absent. */
  readonly labelSize?: LabelSize | undefined;
}

/** Where the nodes of a map stand, and its lanes. */
export interface Placement {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lanes: readonly Lane[];
}

/** Least clear space between an automatically placed node and one that was put somewhere by hand. */
const keepOff = 16;

/** Boxes of the stream: hand-set ones where they were put, the others by the arrangement and never on top of those. */
function streamBoxes(plan: Plan, arrangement: Arrangement): Map<string, Box> {
  const nodes = plan.ranks.ordered;
  const isFree = plan.laneBy === 'none' && nodes.some(standsByHand);
  const centres = isFree ? wantedCentres(plan.ranks, arrangement.centres) : arrangement.centres;
  const wanted = nodes.map((node) => ({
    id: node.id,
    size: nodeSizes[node.type],
    box: boxRound(centres.get(node.id) ?? { x: 0, y: 0 }, nodeSizes[node.type]),
    isFixed: !isFree || standsByHand(node),
  }));
  const taken = wanted.filter((each) => each.isFixed).map((each) => each.box);
  const boxes = new Map<string, Box>();
  for (const { id, size, box, isFixed } of wanted) {
    const isClear = isFixed || !taken.some((each) => overlaps(each, box, keepOff));
    const own = isClear ? box : boxRound(nearestFreeSpot(taken, centreOf(box), size), size);
    boxes.set(id, own);
    if (!isFixed) taken.push(own);
  }
  return boxes;
}

/** The index of the first column or row that begins after a coordinate. */
function gapAt(extents: readonly Extent[], at: number): number {
  const index = extents.findIndex((each) => each.from > at);
  return index < 0 ? extents.length : index;
}

/** More room in the gaps where flows lacked it. */
function widened(spread: Spread, shortages: readonly Shortage[], arrangement: Arrangement): Spread {
  const missing = { columns: new Map<number, number>(), rows: new Map<number, number>() };
  for (const { axis, at, pixels } of shortages) {
    const gaps = axis === 0 ? missing.rows : missing.columns;
    const gap = gapAt(axis === 0 ? arrangement.rows : arrangement.columns, at);
    gaps.set(gap, Math.max(gaps.get(gap) ?? 0, Math.ceil(pixels / gridSize) * gridSize));
  }
  const add = (known: readonly number[], more: ReadonlyMap<number, number>): number[] =>
    Array.from(
      { length: Math.max(known.length, ...[...more.keys()].map((gap) => gap + 1)) },
      (_, gap) => (known[gap] ?? 0) + (more.get(gap) ?? 0),
    );
  return { columns: add(spread.columns, missing.columns), rows: add(spread.rows, missing.rows) };
}

/** A piece of a flow as a box: as wide as the gap between two columns or rows in which it runs, so that this stays open. */
function stripOf(a: Position, b: Position, { columns, rows }: Arrangement): Box {
  const piece = boxBetween(a, b);
  const gapRound = (extents: readonly Extent[], at: number): Extent | null => {
    const next = extents.findIndex((each) => each.from > at);
    const before = extents[next - 1];
    const after = extents[next];
    return before && after && before.to < at ? { from: before.to, to: after.from } : null;
  };
  if (piece.width < piece.height) {
    const gap = gapRound(columns, a.x);
    return gap ? { ...piece, x: gap.from, width: gap.to - gap.from } : piece;
  }
  const gap = gapRound(rows, a.y);
  return gap ? { ...piece, y: gap.from, height: gap.to - gap.from } : piece;
}

/** Flows with their queues and labels as boxes. */
function flowBoxes(routes: ReadonlyMap<string, FlowRoute>, arrangement: Arrangement): Box[] {
  return [...routes.values()].flatMap((route) => [
    ...route.points.slice(1).map((point, index) => stripOf(route.points[index] ?? point, point, arrangement)),
    boxRound(route.label, labelSize),
    ...(route.queue && route.wait ? queueBoxes({ queue: route.queue, wait: route.wait }) : []),
  ]);
}

/** Most times that room is made before a map is taken as it is. */
const mostRounds = 8;
/** What may be missing after room has been made once, pixels: flows then stand a little closer. */
const tolerance = 2;

/** How many flows may be routed in all while room is made: on large maps room is made less often. */
const mostRoutings = 1_600;

/** From so many flows on, ways found before free nodes were placed are kept. */
const manyFlows = 220;

const roundsFor = (flows: number): number =>
  Math.max(1, Math.min(mostRounds, Math.floor(mostRoutings / flows)));

const pixelsOf = (shortages: readonly Shortage[]): number =>
  shortages.reduce((sum, each) => sum + each.pixels, 0);

interface Attempt {
  readonly site: Site;
  readonly arrangement: Arrangement;
  /** The wiring of the stream before free nodes were placed off its flows; absent where there are no free nodes. */
  readonly emptier?: Wiring;
}

function attempt(plan: Plan, spread: Spread, closer?: Wiring): Attempt {
  const { graph } = plan;
  const arrangement = arrange(plan, spread);
  const boxes = streamBoxes(plan, arrangement);
  const site: Site = { graph, boxes, lanes: arrangement.lanes, labelSize: plan.labelSize };
  if (!graph.nodes.some(standsFree)) return { site, arrangement };
  const emptier = wireUp(site, { closer });
  const flows = flowBoxes(finishRoutes(emptier, new BoxIndex(boxes.values())), arrangement);
  return { site: { ...site, ...placeFreeNodes(graph, boxes, site.lanes, flows) }, arrangement, emptier };
}

/** Places the nodes of a map and wires their flows, with as much room between columns and rows as these need. */
export function placeAndWire(graph: MapGraph, options: LayoutOptions): { site: Site; wiring: Wiring } {
  const plan = planMap(graph, options.laneBy, options, options.labelSize);
  const isAllByHand = options.laneBy === 'none' && graph.nodes.every(standsByHand);
  const isLarge = graph.flows.length > manyFlows;
  let spread = noSpread;
  let closer: Wiring | undefined;
  let before: Wiring | undefined;
  let pixelsBefore = Infinity;
  for (let round = 1; ; round += 1) {
    const { site, arrangement, emptier } = attempt(plan, spread, closer);
    const wiring = wireUp(site, { closer: before, emptier: isLarge ? emptier : undefined });
    const missing = wiring.shortages.filter((each) => round === 1 || each.pixels > tolerance);
    const pixels = pixelsOf(missing);
    const isStuck = round > 2 && Math.abs(pixels - pixelsBefore) < 0.01;
    if (missing.length === 0 || isStuck || isAllByHand || round > roundsFor(graph.flows.length))
      return { site, wiring };
    pixelsBefore = pixels;
    spread = widened(spread, missing, arrangement);
    closer = isLarge ? emptier : undefined;
    before = wiring;
  }
}

/** Puts the nodes of a map where they belong: columns along the flow, lanes or branches as rows, free nodes where there is room. */
export function placeNodes(graph: MapGraph, options: LayoutOptions): Placement {
  const { boxes, lanes } = placeAndWire(graph, options).site;
  return { boxes, lanes };
}
