import type { Node } from '@xyflow/react';
import type { Group } from '../../shared/drawing/display-list';
import type { Badge } from '../../shared/drawing/context';
import type { NodeType, ValueClass } from '../../shared/model/value-sets';

/** What the canvas knows of a node beyond its place. */
export interface NodeData extends Record<string, unknown> {
  readonly drawing: Group;
  readonly type: NodeType;
  readonly name: string;
  readonly value: ValueClass | undefined;
  /** The worst finding, where there is one. */
  readonly badge: Badge['worst'] | undefined;
  /** True where it stands for a folded group. */
  readonly isBlock: boolean;
  readonly isSource: boolean;
  readonly isTarget: boolean;
}
export type CanvasNode = Node<NodeData, 'map'>;
