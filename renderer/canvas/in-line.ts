import { boxRoundAll, centreOf } from '../../shared/layout/geometry';
import type { Box } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';

/** What selected elements are put in line by. */
export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Where boxes stand, as centres, once an edge or the middle of all is that of the box round them. */
export function aligned(boxes: ReadonlyMap<string, Box>, edge: Edge): Map<string, Position> {
  const round = boxRoundAll(boxes.values());
  const middle = centreOf(round);
  const place = (box: Box): Position => {
    const { x, y } = centreOf(box);
    if (edge === 'left') return { x: round.x + box.width / 2, y };
    if (edge === 'right') return { x: round.x + round.width - box.width / 2, y };
    if (edge === 'centre') return { x: middle.x, y };
    if (edge === 'top') return { x, y: round.y + box.height / 2 };
    if (edge === 'bottom') return { x, y: round.y + round.height - box.height / 2 };
    return { x, y: middle.y };
  };
  return new Map([...boxes].map(([id, box]) => [id, place(box)]));
}

/** Where boxes stand, as centres, once the gaps between them are equal; the first and the last stay. */
export function distributed(boxes: ReadonlyMap<string, Box>, axis: 'x' | 'y'): Map<string, Position> {
  const size = axis === 'x' ? 'width' : 'height';
  const row = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis] || a[size] - b[size]);
  const round = boxRoundAll(boxes.values());
  const taken = row.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (round[size] - taken) / Math.max(1, row.length - 1);
  let at = round[axis];
  return new Map(
    row.map(([id, box]) => {
      const centre = { ...centreOf(box), [axis]: at + box[size] / 2 };
      at += box[size] + gap;
      return [id, centre];
    }),
  );
}
