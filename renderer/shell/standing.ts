import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { afterPaint } from '../late';

/** False until the map was seen once: what stands round it and what is judged of it come right afterwards. */
export const Standing = createContext(true);

/** True once the map of a window that just opened was seen. */
export function useStanding(): boolean {
  return useContext(Standing);
}

/** Becomes true when the first frame of what uses it was drawn. */
export function useFirstFrame(): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    void afterPaint().then(() => startTransition(() => setSeen(true)));
  }, []);
  return isSeen;
}
