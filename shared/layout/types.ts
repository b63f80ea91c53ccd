import type { Position } from '../model/project';
import type { laneKinds } from '../model/value-sets';

/** What lanes are made of; `none` shows no lanes. A map says which; the lanes themselves are never stored. */
export type LaneBy = (typeof laneKinds)[number];

/** A box on the canvas; x, y is its top left corner, pixels at 100 %. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height, pixels at 100 %. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A lane over the whole width of the drawing. */
export interface Lane {
  /** The value that its steps share: a role id, a team name ...; empty for steps without one. */
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
}

/** Where a flow runs: orthogonal, with rounded corners, past every box. */
export interface FlowRoute {
  readonly points: readonly Position[];
  /** The same as SVG path data with rounded corners; the arrow head ends at the last point. */
  readonly path: string;
  /** Centre of the label (share, rework text), on a free spot along the line. */
  readonly label: Position;
  /** Centre of the queue triangle before the target step, or null where no queue is drawn. */
  readonly queue: Position | null;
  /** Centre of the text of the wait that belongs to the queue triangle, or null where no queue is drawn. */
  readonly wait: Position | null;
}

/** Positions of everything on a map. */
export interface MapLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lanes: readonly Lane[];
  readonly routes: ReadonlyMap<string, FlowRoute>;
  /** The box round everything, with a margin and, where lanes are shown, the strip of their names at the left. */
  readonly bounds: Box;
}
