/** How long a trouble that lasts is not told again, ms. */
const quiet = 10 * 60_000;

/** Says of a sentence whether it is time to tell it: the first time, and when it was told ten minutes ago or longer. `now` gives ms that never run back. */
export function createTellAgain(now: () => number): (sentence: string) => boolean {
  const toldAt = new Map<string, number>();
  return (sentence) => {
    const last = toldAt.get(sentence);
    if (last !== undefined && now() - last < quiet) return false;
    toldAt.set(sentence, now());
    return true;
  };
}
