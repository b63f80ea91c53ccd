import type { Position } from '../model/project';
import { centreOf } from './geometry';
import type { MapLayout } from './types';

/** Places by node. */
export type Places = Readonly<Record<string, Position>>;

/** What a drag does to a map. */
export interface Drag {
  readonly before: MapLayout;
  /** The nodes that are dragged. */
  readonly moved: ReadonlySet<string>;
  /** True for a node that may be given a place. */
  readonly canStay: (id: string) => boolean;
  /** The layout after the drag, with places for other nodes too. */
  readonly layoutWith: (places: Places) => MapLayout;
}

/** A place given to one node may move another; after so many rounds it is left at that. */
const mostRounds = 3;
/** Less than this nobody sees, pixels. */
const tolerance = 1;

function strayed({ before, moved, canStay }: Drag, after: MapLayout): Places {
  const hasLanes = after.lanes.length > 0;
  const places: Record<string, Position> = {};
  for (const [id, box] of after.boxes) {
    const known = before.boxes.get(id);
    if (!known || moved.has(id) || !canStay(id)) continue;
    const [was, is] = [centreOf(known), centreOf(box)];
    // Lanes grow with what is put into them, so that only the place along the stream can stay.
    const isFar = Math.abs(was.x - is.x) > tolerance || (!hasLanes && Math.abs(was.y - is.y) > tolerance);
    if (isFar) places[id] = { x: was.x, y: hasLanes ? is.y : was.y };
  }
  return places;
}

/** Places for the nodes that a drag would move although nobody dragged them: where they stood before it. */
export function placesToStay(drag: Drag): Places {
  let places: Places = {};
  for (let round = 0; round < mostRounds; round += 1) {
    const more = strayed(drag, drag.layoutWith(places));
    if (Object.keys(more).length === 0) break;
    places = { ...places, ...more };
  }
  return places;
}
