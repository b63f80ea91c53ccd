import type { MapNode, Position } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { nearestFreeSpot } from './free-spot';
import { bottomOf, boxRound, boxRoundAll, centreOf, overlaps } from './geometry';
import { standsFree } from './ranks';
import { columnGap, nodeSizes, rowGap } from './sizes';
import type { Box, Lane } from './types';

/** Least clear space round a note, burst or control box. */
const clear = 28;
/** How far outside the lanes something may stand that they are stretched for. */
const nearby = 240;

/** The boxes of what a note, burst or control box is linked to. */
function referredBy(graph: MapGraph, id: string, boxes: ReadonlyMap<string, Box>): Box[] {
  return graph.flows
    .filter((flow) => (flow.from === id) !== (flow.to === id))
    .map((flow) => boxes.get(flow.from === id ? flow.to : flow.from))
    .filter((box) => box !== undefined);
}

function wantedSpot(node: WithId<MapNode>, about: readonly Box[], all: Box): Position {
  const size = nodeSizes[node.type];
  if (about.length === 0) {
    const below = bottomOf(all) + rowGap + size.height / 2;
    return node.type === 'control'
      ? { x: all.x + all.width / 2, y: all.y - columnGap / 2 - size.height / 2 }
      : { x: all.x + size.width / 2, y: below };
  }
  const x = about.reduce((sum, box) => sum + centreOf(box).x, 0) / about.length;
  if (node.type === 'control') return { x, y: all.y + size.height / 2 };
  const round = boxRoundAll(about);
  return node.type === 'burst'
    ? { x, y: round.y - rowGap - size.height / 2 }
    : { x, y: bottomOf(round) + rowGap + size.height / 2 };
}

/** Stretches the first or last lane so that a box lies within the lanes. */
function stretch(lanes: readonly Lane[], box: Box): readonly Lane[] {
  const first = lanes[0];
  const last = lanes.at(-1);
  if (!first || !last) return lanes;
  const top = Math.min(first.y, box.y - clear);
  const bottom = Math.max(last.y + last.height, bottomOf(box) + clear);
  return lanes.map((lane) => {
    const y = lane === first ? top : lane.y;
    const end = lane === last ? bottom : lane.y + lane.height;
    return { ...lane, y, height: end - y };
  });
}

/** True for a box within the lanes or just outside; what was put far off stays there alone. */
function isNear(lanes: readonly Lane[], box: Box): boolean {
  const first = lanes[0];
  const last = lanes.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    box.y >= first.y - nearby &&
    bottomOf(box) <= last.y + last.height + nearby
  );
}

/** Adds notes, bursts and control boxes: where they were put, else beside what they refer to, else under the stream; off the flows, which are given as thin boxes. */
export function placeFreeNodes(
  graph: MapGraph,
  stream: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  flows: readonly Box[],
): { boxes: ReadonlyMap<string, Box>; lanes: readonly Lane[] } {
  const boxes = new Map(stream);
  const free = graph.nodes.filter(standsFree);
  const byHand = free.filter((node) => node.position);
  let all = lanes;
  for (const node of [...byHand, ...free.filter((each) => !each.position)]) {
    const size = nodeSizes[node.type];
    const taken = [...boxes.values()];
    const isByHand = [...boxes.keys()].map((id) => graph.node.get(id)?.position !== undefined);
    if (node.position) {
      const box = boxRound(node.position, size);
      const solid = lanes.length > 0 ? taken : taken.filter((_, index) => !isByHand[index]);
      const spot = solid.some((each) => overlaps(each, box, 2))
        ? nearestFreeSpot([...taken, ...flows], node.position, size, clear)
        : node.position;
      const own = boxRound(spot, size);
      boxes.set(node.id, own);
      if (isNear(lanes, own)) all = stretch(all, own);
      continue;
    }
    const wanted = wantedSpot(node, referredBy(graph, node.id, boxes), boxRoundAll(taken));
    const box = boxRound(nearestFreeSpot([...taken, ...flows], wanted, size, clear), size);
    boxes.set(node.id, box);
    all = stretch(all, box);
  }
  return { boxes, lanes: all };
}
