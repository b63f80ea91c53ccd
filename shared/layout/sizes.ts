import type { NodeType } from '../model/value-sets';

/** Width and height of each node kind, pixels at 100 %. */
export const nodeSizes: Readonly<Record<NodeType, { readonly width: number; readonly height: number }>> = {
  start: { width: 112, height: 80 },
  end: { width: 144, height: 64 },
  step: { width: 160, height: 96 },
  decision: { width: 128, height: 80 },
  fork: { width: 16, height: 80 },
  join: { width: 16, height: 80 },
  control: { width: 144, height: 64 },
  note: { width: 144, height: 96 },
  burst: { width: 144, height: 96 },
};

/** Side of the grid that positions snap to. */
export const gridSize = 8;
/** Clear space between two columns: room for a queue triangle, its wait and a bend. */
export const columnGap = 80;
/** Clear space between two rows of a lane. */
export const rowGap = 40;
/** Size of the queue triangle on a flow. */
export const queueSize = { width: 36, height: 32 } as const;
/** Largest size of the label of a flow (share, rework text): longer texts are shortened. */
export const flowLabelSize = { width: 104, height: 20 } as const;
