import { useStore } from '@xyflow/react';

const plainZoom = 0.25;
const tinyZoom = 0.12;

/** True below the zoom at which anything written could be read: texts are left out and steps are plain cards, which are drawn many times faster. */
export function useIsPlain(): boolean {
  return useStore((state) => state.transform[2] < plainZoom);
}

/** True below the zoom at which a flow is too thin to be hit: the mouse then passes by all of them, for looking each one up takes most of a frame on a large map. */
export function useIsTiny(): boolean {
  return useStore((state) => state.transform[2] < tinyZoom);
}
