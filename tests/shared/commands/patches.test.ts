import type { Patch } from 'immer';
import { describe, expect, test } from 'vitest';
import { applyFitting, applyPatches } from '../../../shared/commands/patches';

interface Row {
  readonly name: string;
}

const rowsNamed = (count: number, name: string): Record<string, Row> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`row-${String(index)}`, { name }]));

/** A document with one table, and how often that table was copied or listed. */
function countedDocument(count: number) {
  const work = { copies: 0 };
  const rows = new Proxy(rowsNamed(count, 'old'), {
    ownKeys: (target) => {
      work.copies += 1;
      return Reflect.ownKeys(target);
    },
  });
  return { base: { rows }, work };
}

const renames = (count: number): Patch[] =>
  Array.from({ length: count }, (_, index) => ({
    op: 'replace',
    path: ['rows', `row-${String(index)}`, 'name'],
    value: 'new',
  }));

describe('the patches of one change', () => {
  test('copy a table once, however many rows they change', () => {
    const { base, work } = countedDocument(2000);
    const after = applyFitting(base, renames(2000), () => true);
    expect(work.copies).toBe(1);
    expect(after).toEqual({ rows: rowsNamed(2000, 'new') });
    expect(base.rows['row-0']).toEqual({ name: 'old' });
  });

  test('are each judged by what those before them left', () => {
    const patches: Patch[] = [
      { op: 'add', path: ['rows', 'extra'], value: { name: 'a' } },
      { op: 'replace', path: ['rows', 'extra', 'name'], value: 'b' },
    ];
    const seen: (string | undefined)[] = [];
    const base: { readonly rows: Record<string, Row> } = { rows: {} };
    const after = applyFitting(base, patches, (state) => {
      seen.push((state as typeof base).rows['extra']?.name);
      return true;
    });
    expect(seen).toEqual([undefined, 'a']);
    expect(after).toEqual({ rows: { extra: { name: 'b' } } });
  });

  test('are all refused where one does not fit, and the document stays as it was', () => {
    const base = { rows: rowsNamed(3, 'old') };
    const after = applyFitting(base, renames(3), (_state, { path }) => path[1] !== 'row-2');
    expect(after).toBeNull();
    expect(base).toEqual({ rows: rowsNamed(3, 'old') });
  });

  test('leave a value that cannot be changed by accident', () => {
    const after = applyPatches({ rows: rowsNamed(2, 'old') }, renames(1));
    expect([after, after.rows, after.rows['row-0']].every(Object.isFrozen)).toBe(true);
  });
});
