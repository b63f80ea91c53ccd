import { randomFrom } from '../../shared/simulation/random';

/** Choices that a seed decides, the same on every machine. */
export interface Chance {
  /** A whole number from 0 to the one before `below`. */
  readonly below: (below: number) => number;
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
}

/** Choices from a seed (its lower 32 bits count); `pick` throws where there is nothing to choose from. */
export function chanceFrom(seed: number): Chance {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random.next() * count);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found;
    },
  };
}
