import { useStore } from '@xyflow/react';

const plainZoom = 0.25;

/** True below the zoom at which anything written could be read: texts are left out and steps are plain cards, which are drawn many times faster. */
export function useIsPlain(): boolean {
  return useStore((state) => state.transform[2] < plainZoom);
}
