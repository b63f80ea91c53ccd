/** A source of random numbers that is the same on every machine for the same seed. */
export interface Random {
  /** A whole number of 32 bits, 0 to 2^32 - 1, each as likely. */
  bits(): number;
  /** Evenly spread over 0 (included) to 1 (left out), in steps of 2^-32. */
  next(): number;
}

/** Spreads one 32-bit seed over a state (the finaliser of MurmurHash3 on a Weyl sequence). */
function spread(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}

/** A generator of 32-bit integers: xoshiro128** (Blackman and Vigna), started from a seed. */
function integers(seed: number): () => number {
  const fill = spread(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill() | 1;
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
}

/** A source of random numbers from a seed (its lower 32 bits count). */
export function randomFrom(seed: number): Random {
  const bits = integers(seed);
  return { bits, next: () => bits() / 4294967296 };
}
