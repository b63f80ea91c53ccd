import { useSyncExternalStore } from 'react';
import type { AppState } from '../app-state';
import { prefer, useApp } from '../store';

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Below this height the lower panel starts folded to its tabs, so that the canvas keeps most of the height. */
const lowHeight = 860;
/** Below this width the inspector lies over the canvas. */
const narrowWidth = 1360;

/** Below this width what stands left of the canvas lies over it, and is closed until it is asked for. */
const tinyWidth = 760;

const isTinyNow = (): boolean => window.innerWidth <= tinyWidth;

/** True where the panel left of the canvas stands open. */
export function isLeftOpen(): boolean {
  const { isLeftUnfolded, preferences } = useApp.getState();
  return isTinyNow() ? isLeftUnfolded : preferences.panels.leftOpen;
}

/** Opens or closes the panel left of the canvas; in a tiny window that is not remembered. */
export function openLeft(isOpen: boolean): void {
  const { panels } = useApp.getState().preferences;
  if (isTinyNow()) useApp.setState({ isLeftUnfolded: isOpen });
  else prefer({ panels: { ...panels, leftOpen: isOpen } });
}

/** Over the canvas it comes with a selection, or when it is asked for; not above the line that makes steps. */
function mayLieOver(state: Pick<AppState, 'selection' | 'isQuickEntry' | 'isRightUnfolded'>): boolean {
  return !state.isQuickEntry && (state.selection.length > 0 || state.isRightUnfolded);
}

const isNarrowNow = (): boolean => window.innerWidth < narrowWidth;

/** True where the inspector is seen. */
export function isRightOpen(): boolean {
  const state = useApp.getState();
  return state.preferences.panels.rightOpen && (!isNarrowNow() || mayLieOver(state));
}

/** Opens or closes the inspector; over the canvas, closing it where nothing is selected is not remembered. */
export function openRight(isOpen: boolean): void {
  const { preferences, selection } = useApp.getState();
  const wasAskedFor = isNarrowNow() && selection.length === 0;
  useApp.setState({ isRightUnfolded: isOpen && isNarrowNow() });
  if (isOpen || !wasAskedFor) prefer({ panels: { ...preferences.panels, rightOpen: isOpen } });
}

const isLowNow = (): boolean => window.innerHeight < lowHeight;

/** True where the lower panel stands open: a low window starts with it folded, and folding it there is not remembered. */
export function isBottomOpen(): boolean {
  const { isBottomUnfolded, preferences } = useApp.getState();
  return isLowNow() ? isBottomUnfolded : preferences.panels.bottomOpen;
}

/** Opens or folds the lower panel, whatever asks for it. */
export function openBottom(isOpen: boolean): void {
  const { panels } = useApp.getState().preferences;
  if (isLowNow()) useApp.setState({ isBottomUnfolded: isOpen });
  else if (panels.bottomOpen !== isOpen) prefer({ panels: { ...panels, bottomOpen: isOpen } });
}

/** How much room the window gives to the panels, in pixels. */
export interface Room {
  readonly isLow: boolean;
  readonly isNarrow: boolean;
  readonly isBottomOpen: boolean;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
  readonly mostBottom: number;
  readonly mostLeft: number;
}

/** Watches the size of the window. */
export function useRoom(): Room {
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const isUnfolded = useApp((state) => state.isBottomUnfolded);
  const isLeftUnfolded = useApp((state) => state.isLeftUnfolded);
  const liesOver = useApp(mayLieOver);
  const { leftOpen, rightOpen, bottomOpen: isOpen } = useApp((state) => state.preferences.panels);
  return {
    isLow: height < lowHeight,
    isNarrow: width < narrowWidth,
    isBottomOpen: height < lowHeight ? isUnfolded : isOpen,
    isLeftOpen: width <= tinyWidth ? isLeftUnfolded : leftOpen,
    isRightOpen: rightOpen && (width >= narrowWidth || liesOver),
    mostBottom: Math.max(140, Math.round(height * (height < lowHeight ? 0.3 : 0.4))),
    mostLeft: Math.max(200, Math.round(width * 0.24)),
  };
}
