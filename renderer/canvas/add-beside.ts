import { addStepBefore } from '../../shared/commands/step-beside';
import { together } from '../../shared/commands/together';
import type { NewNode } from '../../shared/commands/nodes';
import { laneAt, laneField } from '../../shared/layout/lanes';
import { nearestFreeSpot } from '../../shared/layout/free-spot';
import { columnGap, nodeSizes, rowGap } from '../../shared/layout/sizes';
import type { Party } from '../../shared/model/value-sets';
import { type Derived, derivedNow } from '../derive';
import { makeId } from '../make-id';
import { centreOf } from './gestures';
import { makeAndName } from './naming';
import { centred, freshNode, inheritedFields, placeNext, roomFor } from './placing';

const step = { kind: 'element', id: 'step' } as const;

/** The direction in which a connected step is added. */
export type Side = 'left' | 'right' | 'up' | 'down';

/** Makes a step right before a node, on the way to it. */
function placeBefore(derived: Derived, id: string): void {
  const target = derived.graph.node.get(id);
  const box = derived.layout.boxes.get(id);
  const fresh = freshNode(step, derived);
  if (!target || !fresh || !box) return;
  const fields = { ...fresh, ...inheritedFields(target, fresh), before: id };
  const options = { isNamed: true, from: [id] };
  if (target.position === undefined) {
    makeAndName(addStepBefore(fields, makeId), options);
    return;
  }
  const { width } = nodeSizes.step;
  const position = centred({ x: box.x + width / 2, y: centreOf(box).y });
  const room = roomFor(derived, box.x, width + columnGap);
  const command = addStepBefore({ ...fields, position }, makeId);
  makeAndName(room ? together(command, room) : command, options);
}

/** The fields of the lane above or below that of a node, or none. */
function fieldsBeside(derived: Derived, id: string, by: 1 | -1): Partial<NewNode> {
  const { lanes } = derived.layout;
  const box = derived.layout.boxes.get(id);
  const own = box ? laneAt(lanes, centreOf(box).y) : null;
  const lane = own ? lanes[lanes.indexOf(own) + by] : undefined;
  const field = laneField(derived.lanes);
  if (!lane || field === null || lane.id === '' || lane.id.startsWith(':')) return {};
  if (field === 'party') return { party: lane.id as Party };
  if (field === 'practices') return { practices: { [lane.id]: 1 } };
  if (field === 'role') return derived.graph.roles.has(lane.id) ? { role: lane.id } : {};
  return { [field]: lane.id };
}

/** Adds a connected step on a side of a node: the next one, the one before, or a branch above or below. */
export function addBeside(id: string, side: Side): void {
  const derived = derivedNow();
  const source = derived?.graph.node.get(id);
  const box = derived?.layout.boxes.get(id);
  if (!derived || !source || !box) return;
  if (side === 'right') placeNext(id, step);
  else if (side === 'left') placeBefore(derived, id);
  else if (side === 'down') placeNext(id, step, { isBelow: true, fields: fieldsBeside(derived, id, 1) });
  else {
    const fresh = freshNode(step, derived);
    const fields = { ...(fresh && inheritedFields(source, fresh)), ...fieldsBeside(derived, id, -1) };
    const { width, height } = nodeSizes.step;
    const wanted = { x: box.x + box.width + columnGap + width / 2, y: centreOf(box).y - height - rowGap };
    const isFree = source.position === undefined && derived.layout.lanes.length > 0;
    const at = nearestFreeSpot(derived.layout.boxes.values(), centred(wanted), nodeSizes.step);
    placeNext(id, step, isFree ? { isBelow: true, fields } : { at, fields });
  }
}
