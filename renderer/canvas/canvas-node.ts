import type { Node } from '@xyflow/react';
import type { Group } from '../../shared/drawing/display-list';
import type { NodeType } from '../../shared/model/value-sets';

/** What the canvas knows of a node beyond its place. */
export interface NodeData extends Record<string, unknown> {
  readonly drawing: Group;
  readonly type: NodeType;
  readonly name: string;
  readonly isSource: boolean;
  readonly isTarget: boolean;
}
export type CanvasNode = Node<NodeData, 'map'>;
