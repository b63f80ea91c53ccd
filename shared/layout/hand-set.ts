import type { MapNode, Position } from '../model/project';
import type { WithId } from '../model/queries';

/** True for a node that somebody has put where it stands. */
export const standsByHand = (node: MapNode): boolean => node.position !== undefined;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * How far most nodes were moved by hand from where the layout would put them. Zero while most stand where the
 * layout put them, so that dragging one step moves no other; on a map built by hand the rest joins it.
 */
export function handOffset(
  nodes: readonly WithId<MapNode>[],
  natural: ReadonlyMap<string, Position>,
): Position {
  const moved = nodes.map((node) => {
    const at = natural.get(node.id);
    return node.position && at ? { x: node.position.x - at.x, y: node.position.y - at.y } : { x: 0, y: 0 };
  });
  if (nodes.filter(standsByHand).length * 2 <= nodes.length) return { x: 0, y: 0 };
  return { x: median(moved.map((each) => each.x)), y: median(moved.map((each) => each.y)) };
}
