import { nearestFreeSpot, snap } from '../../shared/layout/free-spot';
import { boxRound, centreOf, grown, overlaps } from '../../shared/layout/geometry';
import { layoutMap } from '../../shared/layout/layout-map';
import { standsFree } from '../../shared/layout/ranks';
import { nodeSizes } from '../../shared/layout/sizes';
import type { Box } from '../../shared/layout/types';
import type { MapNode, Position, Project } from '../../shared/model/project';
import { graphOf, type MapGraph, type WithId } from '../../shared/model/queries';
import { facilitatorMap, stepsOfSeed } from './facilitator-map';
import { randomFrom } from './random-map';

/** Least gap that somebody leaves between two boxes, pixels. */
const leastGap = 16;

/** Share of the nodes that are dragged at the most. */
const mostDragged = 0.25;

type Random = () => number;

/** Where a box is dragged to: anywhere near where it was, right under or above another, or right beside one. */
function whereTo(random: Random, own: Box, other: Box): Position {
  const at = centreOf(own);
  const by = centreOf(other);
  const gap = leastGap + Math.floor(random() * 6) * 8;
  const [across, down] = [(own.width + other.width) / 2 + gap, (own.height + other.height) / 2 + gap];
  const sign = random() < 0.5 ? -1 : 1;
  const kind = random();
  if (kind < 0.4) return { x: at.x + (random() - 0.5) * 800, y: at.y + (random() - 0.5) * 600 };
  if (kind < 0.7) return { x: by.x + (random() - 0.5) * 80, y: by.y + sign * down };
  return { x: by.x + sign * across, y: by.y + (random() - 0.5) * 40 };
}

/** Places for some nodes of a laid-out map, as if each were dragged there, none on top of another box; on every second map the others stay for good where they stood, as they do after a drag. */
function draggedPlaces(graph: MapGraph, random: Random): Map<string, Position> {
  const boxes = new Map(layoutMap(graph, { laneBy: 'none' }).boxes);
  const movable = graph.nodes.filter((node) => !standsFree(node));
  const pick = (): WithId<MapNode> | undefined => movable[Math.floor(random() * movable.length)];
  const places = new Map<string, Position>();
  if (random() < 0.5)
    for (const { id } of movable) {
      const box = boxes.get(id);
      if (box) places.set(id, centreOf(box));
    }
  const most = Math.max(2, movable.length * mostDragged);
  for (let left = 1 + Math.floor(random() * most); left > 0; left -= 1) {
    const node = pick();
    const own = boxes.get(node?.id ?? '');
    const other = boxes.get(pick()?.id ?? '');
    if (!node || !own || !other || own === other) continue;
    const size = nodeSizes[node.type];
    const wanted = snap(whereTo(random, own, other));
    boxes.delete(node.id);
    const isTaken = [...boxes.values()].some((box) => overlaps(grown(boxRound(wanted, size), leastGap), box));
    const place = isTaken ? nearestFreeSpot(boxes.values(), wanted, size, leastGap + 4) : wanted;
    boxes.set(node.id, boxRound(place, size));
    places.set(node.id, place);
  }
  return places;
}

/** The map of a seed as facilitators draw it, with some or all of its steps where somebody dragged them; the same for the same seed. */
export function handSetMap(seed: number): MapGraph {
  const { project, graph } = facilitatorMap(seed, stepsOfSeed(seed));
  const places = draggedPlaces(graph, randomFrom(seed * 104_729));
  const nodes = Object.entries(project.nodes).map(([id, node]) => {
    const position = places.get(id);
    return [id, position ? { ...node, position } : node];
  });
  const moved: Project = { ...project, nodes: Object.fromEntries(nodes) };
  const found = graphOf(moved, 'map');
  if (!found) throw new Error('the map is gone');
  return found;
}
