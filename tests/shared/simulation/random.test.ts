import { describe, expect, it } from 'vitest';
import { drawPert, pertOf } from '../../../shared/simulation/pert';
import { randomFrom } from '../../../shared/simulation/random';

const count = 200_000;

interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly least: number;
  readonly most: number;
}

function momentsOf(draw: () => number): Moments {
  const all = Float64Array.from({ length: count }, draw);
  const mean = all.reduce((sum, value) => sum + value, 0) / count;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return {
    mean,
    variance,
    least: all.reduce((a, b) => Math.min(a, b)),
    most: all.reduce((a, b) => Math.max(a, b)),
  };
}

describe('random numbers', () => {
  it('are spread evenly over 0 to 1', () => {
    const random = randomFrom(1);
    const { mean, variance, least, most } = momentsOf(() => random.next());
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeLessThan(1);
  });

  it('fall evenly into a hundred parts, for neighbouring seeds too', () => {
    for (const seed of [0, 1, 2, -1, 2 ** 31]) {
      const random = randomFrom(seed);
      const parts = new Float64Array(100);
      for (let draw = 0; draw < count; draw += 1) {
        const part = Math.floor(random.next() * 100);
        parts[part] = (parts[part] ?? 0) + 1;
      }
      const chiSquare = parts.reduce((sum, found) => sum + (found - count / 100) ** 2 / (count / 100), 0);
      // 99 degrees of freedom: mean 99, standard deviation 14.
      expect(chiSquare).toBeGreaterThan(99 - 4.5 * 14);
      expect(chiSquare).toBeLessThan(99 + 4.5 * 14);
    }
  });

  it('differ between neighbouring seeds from the first one on', () => {
    const first = new Set(Array.from({ length: 1_000 }, (_, seed) => randomFrom(seed).next()));
    expect(first.size).toBe(1_000);
  });

  it('have 32 bits of which each is set as often as not', () => {
    const random = randomFrom(2);
    const set = new Float64Array(32);
    for (let draw = 0; draw < count; draw += 1) {
      const bits = random.bits();
      for (let bit = 0; bit < 32; bit += 1) set[bit] = (set[bit] ?? 0) + ((bits >>> bit) & 1);
    }
    // Standard deviation of a count: the root of 200,000 / 4, 224.
    for (const times of set) expect(Math.abs(times - count / 2)).toBeLessThan(4.5 * 224);
  });
});

describe('a drawn quantity', () => {
  it.each([
    [0.25, 1, 4],
    [0, 0, 10],
    [0, 10, 10],
    [5, 6, 600],
  ])('of %d / %d / %d has the mean and the variance of PERT-beta, within its bounds', (low, likely, high) => {
    const random = randomFrom(3);
    const pert = pertOf({ low, likely, high });
    const { mean, variance, least, most } = momentsOf(() => drawPert(pert, random));
    const expected = (low + 4 * likely + high) / 6;
    const expectedVariance = ((expected - low) * (high - expected)) / 7;
    expect(Math.abs(mean - expected)).toBeLessThan(4.5 * Math.sqrt(expectedVariance / count));
    expect(variance / expectedVariance).toBeCloseTo(1, 1);
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThanOrEqual(high);
  });

  it('of one value is that value', () => {
    expect(drawPert(pertOf({ likely: 12 }), randomFrom(1))).toBe(12);
  });
});
