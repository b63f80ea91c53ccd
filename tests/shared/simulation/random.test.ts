import { describe, expect, it } from 'vitest';
import { pertOf } from '../../../shared/simulation/pert';
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

  it('can be normal: mean 0, variance 1, 95 % within 1.96', () => {
    const random = randomFrom(2);
    const { mean, variance } = momentsOf(() => random.normal());
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    let within = 0;
    for (let draw = 0; draw < count; draw += 1) if (Math.abs(random.normal()) < 1.959964) within += 1;
    expect(within / count).toBeCloseTo(0.95, 2);
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
    const draw = pertOf({ low, likely, high });
    const { mean, variance, least, most } = momentsOf(() => draw(random));
    const expected = (low + 4 * likely + high) / 6;
    const expectedVariance = ((expected - low) * (high - expected)) / 7;
    expect(Math.abs(mean - expected)).toBeLessThan(4.5 * Math.sqrt(expectedVariance / count));
    expect(variance / expectedVariance).toBeCloseTo(1, 1);
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThanOrEqual(high);
  });

  it('of one value is that value', () => {
    expect(pertOf({ likely: 12 })(randomFrom(1))).toBe(12);
  });
});
