import { describe, expect, it } from 'vitest';
import { movedTo, sectionsInOrder } from '../../../shared/export/section-order';

describe('the order of the sections of a report', () => {
  const order = ['cover', 'charter', 'plan'] as const;

  it('changes by one section that goes up or down, or far', () => {
    expect(movedTo(order, 'plan', 1)).toEqual(['cover', 'plan', 'charter']);
    expect(movedTo(order, 'cover', 2)).toEqual(['charter', 'plan', 'cover']);
  });

  it('stays as it is beyond both ends', () => {
    expect(movedTo(order, 'cover', -1)).toBe(order);
    expect(movedTo(order, 'plan', 3)).toBe(order);
  });

  it('has every section once, those that were never placed at the end', () => {
    const all = sectionsInOrder(['plan', 'cover', 'plan']);
    expect(all.slice(0, 2)).toEqual(['plan', 'cover']);
    expect(all).toHaveLength(9);
    expect(new Set(all).size).toBe(9);
  });
});
