import { describe, expect, it } from 'vitest';
import { wayToHeavy } from '../../scripts/build/light-start.mjs';

const imports: Readonly<Record<string, readonly string[]>> = {
  'main.tsx': ['app.tsx', 'store.ts'],
  'app.tsx': ['title-bar.tsx', 'main.tsx'],
  'title-bar.tsx': ['derive.ts'],
  'derive.ts': ['shared/layout/layout-map.ts'],
};
const importsOf = (id: string): readonly string[] => imports[id] ?? [];

describe('the check that the start stays light', () => {
  it('names the shortest way from the entry to something heavy', () => {
    const way = wayToHeavy('main.tsx', importsOf, (id: string) => id.startsWith('shared/layout/'));
    expect(way).toEqual(['main.tsx', 'app.tsx', 'title-bar.tsx', 'derive.ts', 'shared/layout/layout-map.ts']);
  });

  it('finds nothing where only light things are reached, circles included', () => {
    expect(wayToHeavy('main.tsx', importsOf, (id: string) => id.startsWith('shared/analysis/'))).toBeNull();
  });
});
