import { type RefObject, useEffect, useRef } from 'react';

interface Closable {
  readonly close: () => void;
}

const layers = new Set<RefObject<Closable | null>>();

/** Closes every menu and list that stands open above the window. */
export function closeLayers(): void {
  for (const layer of layers) layer.current?.close();
}

/** What a menu or a list hands to its root, so that it closes when something else comes up. */
export function useCloser<T extends Closable>(): RefObject<T | null> {
  const actions = useRef<T | null>(null);
  useEffect(() => {
    layers.add(actions);
    return () => void layers.delete(actions);
  }, []);
  return actions;
}
