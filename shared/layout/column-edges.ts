import type { MapNode } from '../model/project';
import type { WithId } from '../model/queries';
import { hasQueue } from './has-queue';
import type { Plan } from './plan';
import type { Link } from './ranks';
import { gridSize, nodeSizes } from './sizes';

/** Space that one flow needs to turn up or down between two columns. */
const turnGap = 40;
/** Space between two boxes in one row. */
const levelGap = 40;
/** The same with a queue triangle and its wait on the flow. */
const queueGap = 64;
/** Space where a flow turns and then has a queue on its last piece, because others share its way before. */
const sharedQueueGap = 80;
/** Space that a label in a gap keeps from the boxes at its sides, together. */
const labelMargin = 6;
/** How far a box in another lane stands right of the middle of the one before, from where the flow comes down or up to it. */
const besideMiddle = 48;

type Column = readonly WithId<MapNode>[];

/** What decides on the distances of columns. */
interface Scene {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  /** The lane of each node, or its row where there are no lanes, counted from the top. */
  readonly laneOf: ReadonlyMap<string, number>;
}

const widthOf = (node: MapNode): number => nodeSizes[node.type].width;

const columnWidth = (column: Column): number => Math.max(0, ...column.map(widthOf));

/** True where the flow shares the last piece of its way with others, so that their queue has to stand there. */
const isShared = ({ plan: { graph, ranks } }: Scene, link: Link): boolean =>
  (ranks.previous.get(link.to)?.length ?? 0) > 1 || graph.node.get(link.from)?.type === 'fork';

/** Space between two boxes of one lane of which the first leads to the second. */
function levelSpace({ plan, ...scene }: Scene, link: Link): number {
  const size = plan.labelSize(link.flow);
  const label = size ? Math.ceil((size.width + labelMargin) / gridSize) * gridSize : 0;
  const queue = isShared({ plan, ...scene }, link) ? sharedQueueGap : queueGap;
  return Math.max(label, hasQueue(plan.graph, link.to) ? queue : levelGap);
}

/** True where nothing else in the column of the source stands from its lane to that of the target. */
function isOpenBetween({ columns, laneOf }: Scene, link: Link, column: number): boolean {
  const from = laneOf.get(link.from) ?? 0;
  const to = laneOf.get(link.to) ?? 0;
  return (columns[column] ?? []).every((node) => {
    const lane = laneOf.get(node.id) ?? 0;
    return node.id === link.from || lane < Math.min(from, to) || lane > Math.max(from, to);
  });
}

/** Distance from the left edge of one column to that of the next for a flow between two lanes. */
function turnPitch(scene: Scene, link: Link, column: number): number {
  const { graph } = scene.plan;
  const source = graph.node.get(link.from);
  const before = columnWidth(scene.columns[column - 1] ?? []);
  const queue = hasQueue(graph, link.to) && isShared(scene, link) ? sharedQueueGap : 0;
  const isRound = source?.type === 'step' || source?.type === 'start';
  return isRound && isOpenBetween(scene, link, column - 1)
    ? before / 2 + Math.max(besideMiddle, queue + besideMiddle / 2)
    : before + Math.max(turnGap, queue);
}

/** The least distance of each column from the one before, by the flows between the two. */
function pitches(scene: Scene): number[] {
  const { plan, columns, laneOf } = scene;
  const found = columns.map((_, index) => columnWidth(columns[index - 1] ?? []) / 2 + besideMiddle);
  for (const link of plan.ranks.links) {
    const column = plan.ranks.rank.get(link.to) ?? 0;
    const isNext = plan.ranks.rank.get(link.from) === column - 1;
    if (!isNext || laneOf.get(link.from) === laneOf.get(link.to)) continue;
    found[column] = Math.max(found[column] ?? 0, turnPitch(scene, link, column));
  }
  return found;
}

/** The link that leads level from one of the nodes to another of its lane. */
function levelLink(scene: Scene, from: string | undefined, to: string): Link | undefined {
  return scene.plan.ranks.previous.get(to)?.find((link) => link.from === from);
}

/** Where a last column of ends may stand: over the column before, where lanes keep them apart. */
function overTheLast(scene: Scene, before: number, reach: ReadonlyMap<number, number>): number | null {
  const { plan, columns, laneOf } = scene;
  const ends = columns.at(-1) ?? [];
  const last = columns.at(-2) ?? [];
  if (plan.laneBy === 'none' || last.length === 0 || !ends.every((node) => node.type === 'end')) return null;
  const taken = new Set(last.map((node) => laneOf.get(node.id)));
  if (last.some((node) => node.type === 'fork' || node.type === 'join')) return null;
  if (ends.some((node) => taken.has(laneOf.get(node.id)))) return null;
  const middle = before + (columnWidth(last) - columnWidth(ends)) / 2;
  const held = ends.map((node) => (reach.get(laneOf.get(node.id) ?? 0) ?? -Infinity) + levelGap);
  return Math.max(middle, ...held);
}

/**
 * The left edges of the columns, pixels. A column begins as far right as the flows into it and the boxes before it in
 * its lanes need: steps in different lanes stand partly above each other.
 */
export function columnEdges(
  plan: Plan,
  columns: readonly Column[],
  spread: readonly number[],
): readonly number[] {
  const inLanes = plan.lanes.flatMap((lane, index) => lane.nodes.map(({ id }) => [id, index] as const));
  const scene: Scene = { plan, columns, laneOf: plan.laneBy === 'none' ? plan.branches : new Map(inLanes) };
  const { laneOf } = scene;
  const least = pitches(scene);
  const edges: number[] = [];
  const reach = new Map<number, number>();
  const lastOf = new Map<number, string>();
  columns.forEach((nodes, index) => {
    const width = columnWidth(nodes);
    const before = edges[index - 1] ?? 0;
    let x = index === 0 || nodes.length === 0 ? before : before + (least[index] ?? 0);
    for (const node of nodes) {
      const lane = laneOf.get(node.id) ?? 0;
      const end = reach.get(lane);
      if (end === undefined) continue;
      const link = levelLink(scene, lastOf.get(lane), node.id);
      x = Math.max(x, end + (link ? levelSpace(scene, link) : levelGap));
    }
    if (index > 0 && index === columns.length - 1) x = overTheLast(scene, before, reach) ?? x;
    x = Math.ceil((x + (spread[index] ?? 0)) / gridSize) * gridSize;
    edges.push(x);
    for (const node of nodes) {
      const lane = laneOf.get(node.id) ?? 0;
      reach.set(lane, Math.max(reach.get(lane) ?? -Infinity, x + width));
      lastOf.set(lane, node.id);
    }
  });
  return edges;
}
