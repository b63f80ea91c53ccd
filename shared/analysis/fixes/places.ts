import type { ProjectDraft } from '../../commands/change';
import { nearestFreeSpot } from '../../layout/free-spot';
import { boxRound } from '../../layout/geometry';
import { columnGap, nodeSizes, rowGap } from '../../layout/sizes';
import type { MapNode, Position } from '../../model/project';
import { lookUp } from '../../model/queries';
import type { NodeType } from '../../model/value-sets';

/** Where a new node shall stand beside another one. */
export type Side = 'left' | 'right' | 'below';

function beside({ x, y }: Position, side: Side, of: MapNode, type: NodeType): Position {
  const [own, other] = [nodeSizes[type], nodeSizes[of.type]];
  if (side === 'below') return { x, y: y + (own.height + other.height) / 2 + rowGap };
  const away = (own.width + other.width) / 2 + columnGap;
  return { x: side === 'left' ? x - away : x + away, y };
}

function freeSpot(draft: ProjectDraft, map: string, wanted: Position, type: NodeType): Position {
  const boxes = Object.values(draft.nodes).flatMap((node) =>
    node.map === map && node.position ? [boxRound(node.position, nodeSizes[node.type])] : [],
  );
  return nearestFreeSpot(boxes, wanted, nodeSizes[type]);
}

/** A free place beside a node that was put somewhere by hand; nothing where the drawing places it, as it then does with the new one. */
export function placeBeside(
  draft: ProjectDraft,
  of: string,
  side: Side,
  type: NodeType,
): { position?: Position } {
  const node = lookUp(draft.nodes, of);
  if (!node?.position) return {};
  return { position: freeSpot(draft, node.map, beside(node.position, side, node, type), type) };
}

/** A free place between two nodes that were both put somewhere by hand; else beside the one that was. */
export function placeBetween(
  draft: ProjectDraft,
  before: string,
  after: string,
  type: NodeType,
): { position?: Position } {
  const [a, b] = [lookUp(draft.nodes, before), lookUp(draft.nodes, after)];
  if (!a?.position) return placeBeside(draft, after, 'left', type);
  if (!b?.position) return placeBeside(draft, before, 'right', type);
  const middle = { x: (a.position.x + b.position.x) / 2, y: (a.position.y + b.position.y) / 2 };
  return { position: freeSpot(draft, a.map, middle, type) };
}
