import { describe, expect, it } from 'vitest';
import { drawShape, pertShape } from '../../../shared/simulation/pert-shape';

/** Draws at evenly spread random numbers: an integral, without chance. */
function even(peak: number, count = 2 ** 18): Float64Array {
  const shape = pertShape(peak);
  return Float64Array.from({ length: count }, (_, at) => drawShape(shape, (at + 0.5) * (2 ** 32 / count)));
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Chance that a beta distribution with whole exponents a, b stays below x: of a + b - 1 even draws at least a do. */
function betaBelow(x: number, a: number, b: number): number {
  const all = a + b - 1;
  const choose = (from: number, take: number): number =>
    take === 0 ? 1 : (choose(from - 1, take - 1) * from) / take;
  let sum = 0;
  for (let below = a; below <= all; below += 1)
    sum += choose(all, below) * x ** below * (1 - x) ** (all - below);
  return sum;
}

describe('the shape of a quantity', () => {
  it.each([0, 0.05, 0.25, 0.5, 0.8, 1])('with its peak at %d has the mean and variance of PERT', (peak) => {
    const values = even(peak);
    const mean = meanOf(values);
    const expected = (1 + 4 * peak) / 6;
    expect(Math.abs(mean - expected)).toBeLessThan(2e-5);
    const variance = meanOf(values.map((value) => (value - mean) ** 2));
    expect(variance).toBeCloseTo((expected * (1 - expected)) / 7, 4);
  });

  it.each([
    [0, 1, 5],
    [0.25, 2, 4],
    [0.5, 3, 3],
    [1, 5, 1],
  ])('with its peak at %d lies below each value as often as the beta distribution (%d, %d)', (peak, a, b) => {
    const values = even(peak, 2 ** 14);
    for (let percent = 1; percent < 100; percent += 1) {
      const x = percent / 100;
      const below = values.filter((value) => value < x).length / values.length;
      expect(Math.abs(below - betaBelow(x, a, b))).toBeLessThan(2e-4);
    }
  });

  it('keeps its rare ends: one in a hundred thousand of (1, 5) is over 0.9', () => {
    const over = even(0).filter((value) => value > 0.9).length / 2 ** 18;
    expect(over).toBeCloseTo(0.1 ** 5, 5);
    expect(Math.max(...even(0, 2 ** 14))).toBeGreaterThan(0.85);
  });

  it('never leaves 0 to 1', () => {
    for (const peak of [0, 0.3, 1])
      for (const bits of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
        const value = drawShape(pertShape(peak), bits);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  });
});
