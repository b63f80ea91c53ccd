import { addNode, setNode } from '../../shared/commands/nodes';
import { nearestFreeSpot } from '../../shared/layout/free-spot';
import { nodeSizes, rowGap } from '../../shared/layout/sizes';
import type { NodeType } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { selectedNodes } from '../actions/selection';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { dispatch } from '../store';
import { centreOf } from './gestures';
import { makeAndName } from './naming';
import { centred } from './placing';

/** Kinds that can be changed into each other: what stands in the flow. */
export const convertible = ['step', 'decision', 'fork', 'join', 'control'] as const satisfies NodeType[];
type Convertible = (typeof convertible)[number];

/** True where the selection can be changed into another kind. */
export function canConvert(): boolean {
  const nodes = selectedNodes();
  return nodes.length > 0 && nodes.every((node) => convertible.some((type) => type === node.type));
}

/** Changes the selected nodes into another kind; what they knew as steps stays with them. */
export function convertTo(type: Convertible): void {
  dispatch(setNode({ ids: selectedNodes().map((node) => node.id), patch: { type } }));
}

/** Puts a kaizen burst above the selected node and lets the idea be typed. */
export function addBurst(): void {
  const derived = derivedNow();
  const [node] = selectedNodes();
  const box = node && derived?.layout.boxes.get(node.id);
  if (!derived || !node || !box) return;
  const size = nodeSizes.burst;
  const { x, y } = centreOf(box);
  const wanted = centred({ x, y: y - box.height / 2 - rowGap - size.height / 2 });
  const position = nearestFreeSpot(derived.layout.boxes.values(), wanted, size);
  const burst = { type: 'burst', name: en.canvas.newName.burst, map: derived.graph.id, position } as const;
  makeAndName(addNode(burst, makeId), { isNamed: true, from: [node.id] });
}
