import { useEffect, useReducer } from 'react';

/** Something that is loaded once, when it is first wanted. */
export interface Late<T> {
  readonly get: () => Promise<T>;
  /** Null until it is there. */
  readonly now: () => T | null;
}

/** Loads something once, when it is first wanted; where that fails the next one who wants it tries again. */
export function late<T>(load: () => Promise<T>): Late<T> {
  let value: T | null = null;
  let loading: Promise<T> | null = null;
  const keep = async (): Promise<T> => {
    try {
      value = await load();
      return value;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  const get = (): Promise<T> => {
    loading ??= keep();
    return loading;
  };
  return { get, now: () => value };
}

/** What is loaded late, for components: null until it is there. Drawn at once when it comes, while React holds back what a `Suspense` waited for. */
export function useLate<T>(thing: Late<T>, isWanted: boolean): T | null {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const isMissing = isWanted && thing.now() === null;
  useEffect(() => {
    if (isMissing) void thing.get().then(drawAgain);
  }, [thing, isMissing]);
  return isWanted ? thing.now() : null;
}

/** How long is waited for a frame, ms: a hidden window draws none. */
const longest = 300;

/** Ends when the next frame is drawn and nothing else is to be done. */
export async function afterPaint(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => requestIdleCallback(resolve));
  });
}
