import { useSyncExternalStore } from 'react';
import { useApp } from '../store';

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Below this height the lower panel starts folded to its tabs, so that the canvas keeps most of the height. */
const lowHeight = 860;
/** Below this width the inspector lies over the canvas. */
const narrowWidth = 1360;

/** How much room the window gives to the panels, in pixels. */
export interface Room {
  readonly isLow: boolean;
  readonly isNarrow: boolean;
  readonly isUnfolded: boolean;
  readonly toggleFold: () => void;
  readonly mostBottom: number;
  readonly mostLeft: number;
}

/** Watches the size of the window. */
export function useRoom(): Room {
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const isUnfolded = useApp((state) => state.isBottomUnfolded);
  return {
    isLow: height < lowHeight,
    isNarrow: width < narrowWidth,
    isUnfolded,
    toggleFold: () => useApp.setState({ isBottomUnfolded: !isUnfolded }),
    mostBottom: Math.max(140, Math.round(height * (height < lowHeight ? 0.3 : 0.4))),
    mostLeft: Math.max(200, Math.round(width * 0.24)),
  };
}
