import { useEffect, useState } from 'react';

/** What takes a while, computed after the page was painted; null until then, and what was computed before while it is computed again. */
export function useLater<T>(compute: () => T): T | null {
  const [found, setFound] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      const value = compute();
      if (isWanted) setFound({ value });
    }, 20);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [compute]);
  return found?.value ?? null;
}
