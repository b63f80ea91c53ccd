import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveDense, solveVisits } from '../../../shared/figures/solve';

describe('a dense system', () => {
  it('is solved with pivoting where the first pivot is zero', () => {
    // y = 2, x + y = 5.
    const rows = [Float64Array.of(0, 1), Float64Array.of(1, 1)];
    expect([...(solveDense(rows, Float64Array.of(2, 5)) ?? [])]).toEqual([3, 2]);
  });

  it('has no answer where it is singular', () => {
    const rows = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
    expect(solveDense(rows, Float64Array.of(1, 2))).toBeNull();
  });
});

describe('visits', () => {
  const edge = fc.record({ from: fc.nat(11), to: fc.nat(11), part: fc.integer({ min: 1, max: 9 }) });

  it('fulfil their equations on any graph that items leave', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), (list) => {
        const size = 12;
        const out = Array.from({ length: size }, (_, node) => list.filter(({ from }) => from === node));
        const weightOf = ({ from, part }: { from: number; part: number }): number =>
          (0.95 * part) / (out[from] ?? []).reduce((sum, other) => sum + other.part, 0);
        const edges = {
          size,
          from: list.map((each) => each.from),
          to: list.map((each) => each.to),
          weight: list.map(weightOf),
        };
        const source = Float64Array.from({ length: size }, (_, node) => (node === 0 ? 1 : 0));
        const solved = solveVisits(edges, source);
        if (solved.kind !== 'solved') throw new Error('an item is lost at every node, so no loop is endless');
        const arriving = Float64Array.from(source);
        list.forEach((each) => {
          arriving[each.to] = (arriving[each.to] ?? 0) + weightOf(each) * (solved.value[each.from] ?? 0);
        });
        arriving.forEach((amount, node) => expect(solved.value[node]).toBeCloseTo(amount, 8));
      }),
      { numRuns: 200, seed: 21 },
    );
  });

  it('name the nodes of a loop that nothing leaves', () => {
    const edges = { size: 3, from: [0, 1, 2], to: [1, 2, 1], weight: [1, 1, 1] };
    const solved = solveVisits(edges, Float64Array.of(1, 0, 0));
    expect(solved.kind === 'endless' && [...solved.nodes].sort((a, b) => a - b)).toEqual([1, 2]);
  });
});
