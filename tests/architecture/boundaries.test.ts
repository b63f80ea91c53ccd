import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintSamples } from './lint';
import { allowed, misdeeds, violations } from './samples';

/** A file of its own for each sample, so that one run lints them all; a telling name (`preload.ts`) stays. */
function placeOf(file: string, index: number): string {
  const { dir, name, ext } = path.posix.parse(file);
  return name === 'x' ? `${dir}/x-${index}${ext}` : file;
}

function importing(samples: readonly { readonly file: string; readonly imports: string }[]) {
  const texts = samples.map(({ file, imports }, index): [string, string] => [
    placeOf(file, index),
    `import { a } from '${imports}';\nexport const b = a;\n`,
  ]);
  expect(new Set(texts.map(([file]) => file)).size, 'two samples share a file').toBe(samples.length);
  return Object.fromEntries(texts);
}

function boundariesBroken(complaints: readonly Complaint[], file: string): readonly Complaint[] {
  return complaints.filter((found) => found.file === file && found.rule.includes('no-restricted-imports'));
}

describe('each boundary', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(async () => {
    complaints = await lintSamples(importing(violations));
  });

  for (const [index, sample] of violations.entries()) {
    it(`catches it when ${sample.what}, and tells the way out`, () => {
      const broken = boundariesBroken(complaints, placeOf(sample.file, index));
      expect(broken).toHaveLength(1);
      expect(broken[0]?.help).toContain(sample.wayOut);
    });
  }
});

describe('what the table allows', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(async () => {
    complaints = await lintSamples(importing(allowed));
  });

  for (const [index, sample] of allowed.entries()) {
    it(`lets it be when ${sample.what}`, () => {
      expect(boundariesBroken(complaints, placeOf(sample.file, index))).toEqual([]);
    });
  }
});

describe('each rule of the house', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(async () => {
    const texts = misdeeds.map(({ file, text }, index) => [placeOf(file, index), text]);
    complaints = await lintSamples(Object.fromEntries(texts));
  });

  for (const [index, sample] of misdeeds.entries()) {
    it(`catches it when ${sample.what}`, () => {
      const rules = complaints
        .filter(({ file }) => file === placeOf(sample.file, index))
        .map(({ rule }) => rule);
      expect(rules).toContainEqual(expect.stringContaining(sample.rule));
    });
  }

  it('catches a cycle of imports', async () => {
    const found = await lintSamples({
      'shared/layout/a.ts': "import { b } from './b';\nexport const a = (): number => b();\n",
      'shared/layout/b.ts': "import { a } from './a';\nexport const b = (): number => a();\n",
    });
    expect(found.map(({ rule }) => rule)).toContainEqual(expect.stringContaining('no-cycle'));
  });
});
