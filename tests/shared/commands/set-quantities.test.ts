import { describe, expect, it } from 'vitest';
import { setQuantities } from '../../../shared/commands/set-quantities';
import { sumOfSelection } from '../../../shared/figures/selection-sums';
import type { QuantityName } from '../../../shared/model/project';
import type { Quantity } from '../../../shared/model/quantity';
import { buildMap } from '../../helpers/build-map';
import { doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.step('a', { processTime: { likely: 10, source: 'measured', by: 'Ann', samples: 12 }, wait: 60 });
  m.step('b', { processTime: [6, 12, 30] });
  m.step('c');
});
const steps = ['a', 'b', 'c'].flatMap((id) => project.nodes[id] ?? []);

describe('one value for several steps', () => {
  it('is one change, and each step keeps its own provenance', () => {
    const after = doUndoRedo(
      project,
      setQuantities({ ids: ['a', 'b', 'c'], name: 'processTime', value: { likely: 20 } }),
    );
    expect(after.nodes['a']?.processTime).toEqual({ likely: 20, source: 'measured', by: 'Ann', samples: 12 });
    expect(after.nodes['b']?.processTime).toEqual({ likely: 20 });
    expect(after.nodes['c']?.processTime).toEqual({ likely: 20 });
  });

  it('is called by its field, and by the value as it is typed there', () => {
    const called = (name: QuantityName, value: Quantity | undefined, ...ids: string[]): string =>
      setQuantities({ ids, name, value }).label;
    expect(called('completeAccurate', { likely: 0.8 }, 'a')).toBe('Set “%C&A” to 80\u00a0%');
    expect(called('wait', { low: 5, likely: 90, high: 240 }, 'a', 'b')).toBe(
      'Set “Wait before” of 2 elements to 5m/1h 30m/4h',
    );
    expect(called('crew', { likely: 3 }, 'a')).toBe('Set “People” to 3');
    expect(called('cutoff', undefined, 'a')).toBe('Empty “Hand in before it runs”');
  });

  it('takes a range, and takes values away', () => {
    const range = { low: 5, likely: 8, high: 20 };
    const after = doUndoRedo(project, setQuantities({ ids: ['b', 'c'], name: 'processTime', value: range }));
    expect([after.nodes['b']?.processTime, after.nodes['c']?.processTime]).toEqual([range, range]);
    const without = doUndoRedo(
      project,
      setQuantities({ ids: ['a', 'b'], name: 'processTime', value: undefined }),
    );
    expect(without.nodes['a']).not.toHaveProperty('processTime');
  });

  it('is refused where nobody would do the work, and where the steps are gone', () => {
    const nobody = setQuantities({ ids: ['a'], name: 'crew', value: { likely: 0 } });
    expect(refusal(project, nobody)).not.toBe('it was done');
    expect(refusal(project, setQuantities({ ids: ['x'], name: 'wait', value: { likely: 1 } }))).toMatch(
      /no longer/,
    );
  });
});

describe('the sum of a selection', () => {
  it('adds what is known, a range by its mean of (low + 4 likely + high) / 6, and counts what is not', () => {
    // 10 + (6 + 48 + 30) / 6 = 10 + 14
    expect(sumOfSelection(steps, 'processTime')).toEqual({ sum: 24, mean: 12, known: 2, all: 3 });
    expect(sumOfSelection(steps, 'wait')).toEqual({ sum: 60, mean: 60, known: 1, all: 3 });
  });

  it('is unknown, not zero, where nothing is known', () => {
    expect(sumOfSelection(steps, 'changeover')).toEqual({ sum: null, mean: null, known: 0, all: 3 });
  });
});
