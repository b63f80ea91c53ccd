import { useStore } from '@xyflow/react';
import { createContext } from 'react';

/** Below this zoom nothing written could be read. */
export const plainZoom = 0.25;
const tinyZoom = 0.12;

/**
 * How a map is drawn that is seen from afar. `isPlain` below the zoom at which anything written could be read: texts are
 * left out and steps are plain cards, which are drawn many times faster. `marks` tell the style sheet; `data-tiny` below
 * the zoom at which a flow is too thin to be hit: the mouse then passes by all of them, for looking each one up takes
 * most of a frame on a large map.
 */
export function useFarView(): {
  isPlain: boolean;
  marks: { 'data-plain': boolean; 'data-tiny': boolean };
} {
  const isPlain = useStore((state) => state.transform[2] < plainZoom);
  const isTiny = useStore((state) => state.transform[2] < tinyZoom);
  return { isPlain, marks: { 'data-plain': isPlain, 'data-tiny': isTiny } };
}

/** Whether the map is plain, for all nodes at once: what nobody can see is then not in the page. */
export const PlainContext = createContext(false);
