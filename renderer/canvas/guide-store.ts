import { create } from 'zustand';
import { boxRound, boxRoundAll } from '../../shared/layout/geometry';
import type { Box } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import { findGuides, type Guides, noGuides } from './guides';

/** The guides that are shown while something is moved. */
export const useGuides = create<Guides>()(() => noGuides);

/** How near something comes to a line before it jumps to it, pixels of the window. */
const pull = 6;

/** The box round nodes with these centres, and the boxes of all others. */
function boxesOf(places: ReadonlyMap<string, Position>): { own: Box; others: Box[] } | null {
  const boxes = derivedNow()?.layout.boxes;
  if (!boxes) return null;
  const own: Box[] = [];
  const others: Box[] = [];
  for (const [id, box] of boxes) {
    const centre = places.get(id);
    if (centre) own.push(boxRound(centre, box));
    else others.push(box);
  }
  return own.length === 0 ? null : { own: boxRoundAll(own), others };
}

/** Takes the guides away. */
export function hideGuides(): void {
  if (useGuides.getState() !== noGuides) useGuides.setState(noGuides, true);
}

/** Shows the guides of moved nodes and gives their places in line; the places as they are where guides are off. */
export function alongGuides(
  places: ReadonlyMap<string, Position>,
  options: { readonly zoom: number; readonly isOff: boolean },
): ReadonlyMap<string, Position> {
  const found = options.isOff || !useApp.getState().preferences.guides ? null : boxesOf(places);
  if (!found) {
    hideGuides();
    return places;
  }
  const guides = findGuides(found.own, found.others, pull / options.zoom);
  useGuides.setState(guides, true);
  const { dx, dy } = guides;
  if (dx === 0 && dy === 0) return places;
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
}

/** Shows what nodes at these places are in line with, and moves nothing. */
export function showGuidesAt(places: ReadonlyMap<string, Position>): void {
  const found = useApp.getState().preferences.guides ? boxesOf(places) : null;
  if (found) useGuides.setState(findGuides(found.own, found.others, 0), true);
}
