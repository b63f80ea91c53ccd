import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root, streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();

const printedSchema = z.object({
  basis: z.object({ calendar: z.string(), hoursPerDay: z.number(), daysPerWeek: z.number() }),
  figures: z.record(z.string(), z.number().nullable()),
  bottleneck: z.record(z.string(), z.string()),
  waitOnPath: z.number(),
  visits: z.record(z.string(), z.number()),
});

async function figuresOf(example: string): Promise<z.infer<typeof printedSchema>> {
  const project = file(`${example}.vsmap`);
  const imported = await streamwright('import', path.join(root, 'examples', example), '-o', project);
  expect(imported).toMatchObject({ code: 0, err: '' });
  const printed = await streamwright('figures', project, '--format', 'json');
  expect(printed).toMatchObject({ code: 0, err: '' });
  return printedSchema.parse(JSON.parse(printed.out));
}

describe('the published IT incident stream, imported by the command line', () => {
  it.each(['it-incident-response.csv', 'it-incident-response.json'])(
    'has the published totals (%s)',
    async (example) => {
      const { figures, bottleneck, waitOnPath, visits } = await figuresOf(example);
      expect(figures.leadTimeExpected).toBeCloseTo(53.35, 9);
      expect(figures.processTimeOnPath).toBeCloseTo(3.35, 9);
      expect(waitOnPath).toBeCloseTo(50, 9);
      // Published as 6.3 %: value-adding time over lead time; every step is value-adding there.
      expect(100 * (figures.processCycleEfficiency ?? 0)).toBeCloseTo(6.3, 1);
      expect(100 * (figures.rolledCompleteAccurate ?? 0)).toBeCloseTo(66.97, 2);
      expect(bottleneck).toEqual({ step: 'post-incident-review' });
      expect(Object.keys(visits)).toHaveLength(6);
    },
  );
});

describe('the published ValueTech stream, imported by the command line', () => {
  it.each(['valuetech-feature.csv', 'valuetech-feature.json'])(
    'has the published totals (%s)',
    async (example) => {
      const { figures, basis } = await figuresOf(example);
      expect(basis).toEqual({ calendar: '8x5', hoursPerDay: 8, daysPerWeek: 5 });
      expect(figures.processTimeOnPath).toBeCloseTo(8.5, 9);
      expect(figures.leadTimeExpected).toBeCloseTo(16 * 8, 9);
      // Published as 6.6 %: process time over lead time, with days of eight hours.
      expect(100 * (figures.activityRatio ?? 0)).toBeCloseTo(6.64, 2);
      // Published as 21 %, cut off.
      expect(100 * (figures.rolledCompleteAccurate ?? 0)).toBeCloseTo(21.6, 9);
      expect(figures.processCycleEfficiency).toBeNull();
    },
  );
});
