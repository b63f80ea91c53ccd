import type { NodeType } from '../model/value-sets';

/** Width and height of each node kind, pixels at 100 %. */
export const nodeSizes: Readonly<Record<NodeType, { readonly width: number; readonly height: number }>> = {
  start: { width: 112, height: 84 },
  end: { width: 144, height: 72 },
  step: { width: 168, height: 104 },
  decision: { width: 72, height: 72 },
  fork: { width: 16, height: 72 },
  join: { width: 16, height: 72 },
  control: { width: 136, height: 56 },
  note: { width: 144, height: 104 },
  burst: { width: 136, height: 88 },
};

/** Side of the grid that positions snap to. */
export const gridSize = 8;
/** Clear space between two columns: room for a queue triangle, its wait and a bend. */
export const columnGap = 96;
/** Clear space between two rows of a lane. */
export const rowGap = 40;
/** Size of the queue triangle on a flow. */
export const queueSize = { width: 36, height: 32 } as const;
