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
export const flowLabelSize = { width: 200, height: 20 } as const;
/** Size of the text of the wait, which stands under or beside its queue triangle. */
export const waitSize = { width: 56, height: 16 } as const;
/** Size that is kept free for the label of a flow unless its own is given. */
export const labelSize = { width: 72, height: 22 } as const;
/** Width of the strip at the left that carries the names of the lanes. */
export const laneStrip = 32;
/** Clear space between the drawing and its bounds. */
export const boundsMargin = 24;
/** Least space between a flow and a box that it passes. */
export const flowClearance = 8;
/** Space between two flows that run side by side. */
export const flowSpacing = 10;
/** What flows keep from each other where there is little room. */
export const leastSpacing = 8;
/** Radius of the rounded corners of a flow. */
export const cornerRadius = 8;
/** Space between two boxes in which a flow can turn and then have its queue right before the second. */
export const roomForQueue = waitSize.width + 3 * flowClearance;
