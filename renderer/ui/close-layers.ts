import { type RefObject, useEffect, useRef } from 'react';

interface Closable {
  readonly close: () => void;
}

const layers = new Set<RefObject<Closable | null>>();

/** Closes every menu and list that stands open above the window. */
export function closeLayers(): void {
  for (const layer of layers) layer.current?.close();
}

/** What a menu or a list hands to its root, so that it closes when something else comes up; for roots that leave a closed one alone. */
export function useCloser<T extends Closable>(): RefObject<T | null> {
  const actions = useRef<T | null>(null);
  useEffect(() => {
    layers.add(actions);
    return () => void layers.delete(actions);
  }, []);
  return actions;
}

/** Closes its root when something else comes up; stands in what is shown only while that is open. */
export function ClosesWithOthers({ actions }: { actions: RefObject<Closable | null> }): null {
  useEffect(() => {
    layers.add(actions);
    return () => void layers.delete(actions);
  }, [actions]);
  return null;
}
