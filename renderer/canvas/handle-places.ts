import { type NodeHandle, Position } from '@xyflow/react';
import type { Size } from '../../shared/layout/types';
import type { Side } from './add-beside';

/** A dot of a node, from which flows are drawn or at which they end. */
export interface Dot {
  readonly id: 'left' | 'top' | 'right' | 'bottom';
  readonly side: Side;
  readonly type: 'source' | 'target';
  readonly position: Position;
}

/** The four dots of a node. */
export const dots: readonly Dot[] = [
  { id: 'left', side: 'left', type: 'target', position: Position.Left },
  { id: 'top', side: 'up', type: 'target', position: Position.Top },
  { id: 'right', side: 'right', type: 'source', position: Position.Right },
  { id: 'bottom', side: 'down', type: 'source', position: Position.Bottom },
];

/** Width and height of what the mouse takes of a dot, and how far beyond the edge a button with a plus begins, pixels; the style sheet says the same. */
const dotSize = 24;
const plusGap = 10;

/** The id of the button with a plus beside a dot. */
export const plusOf = ({ id }: Dot): string => `${id}-plus`;

/** Which dots a node has. */
export function dotsFor(node: { readonly isSource: boolean; readonly isTarget: boolean }): readonly Dot[] {
  return dots.filter(({ type }) => (type === 'source' ? node.isSource : node.isTarget));
}

/** Where the dots of a node of a size are, told to React Flow so that it measures none of them: on a large map seen from afar they are not in the page. */
export function handlesOf(
  { width, height }: Size,
  node: { readonly isSource: boolean; readonly isTarget: boolean; readonly hasPlus: boolean },
): NodeHandle[] {
  const half = dotSize / 2;
  return dotsFor(node).flatMap((dot) => {
    const isAcross = dot.position === Position.Left || dot.position === Position.Right;
    const at = (beyond: number): Pick<NodeHandle, 'x' | 'y'> => {
      const along = (length: number, isFar: boolean): number => (isFar ? length + beyond : -beyond - dotSize);
      return isAcross
        ? { x: along(width, dot.position === Position.Right), y: height / 2 - half }
        : { x: width / 2 - half, y: along(height, dot.position === Position.Bottom) };
    };
    const common = { type: dot.type, position: dot.position, width: dotSize, height: dotSize };
    const own: NodeHandle = { ...common, id: dot.id, ...at(-half) };
    return node.hasPlus && dot.type === 'source'
      ? [own, { ...common, id: plusOf(dot), ...at(plusGap) }]
      : [own];
  });
}
