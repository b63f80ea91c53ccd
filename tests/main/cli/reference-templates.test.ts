import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasReference, readReference } from '../../helpers/reference';
import { streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();

const numbers = z.record(z.string(), z.number());
const templateSchema = z.object({
  id: z.string(),
  expectedMetrics: numbers.optional(),
  expectedVisits: numbers.optional(),
  expectedUtilisation: numbers.optional(),
});
const printedSchema = z.object({
  figures: z.record(z.string(), z.number().nullable()),
  visits: numbers,
  utilisation: numbers,
});

const analytic: Readonly<Record<string, string>> = {
  leadTimeSinglePassH: 'leadTimeSinglePass',
  leadTimeExpectedH: 'leadTimeExpected',
  afterValueTailH: 'afterValueTail',
  processTimePathH: 'processTimeOnPath',
  effortPersonH: 'effortPersonHours',
  activityRatio: 'activityRatio',
  processCycleEfficiency: 'processCycleEfficiency',
  rolledCA: 'rolledCompleteAccurate',
  firstPassYield: 'firstPassYield',
  expectedHandoffs: 'handoffs',
  reworkEffortShare: 'reworkEffortShare',
  wipByLittle: 'wip',
};

/** Printed with four decimals: absolute 6e-5 or a tenth of a percent, whichever is larger. */
function expectNear(value: number | null | undefined, expected: number, what: string): void {
  expect(Math.abs((value ?? Number.NaN) - expected), what).toBeLessThanOrEqual(
    Math.max(6e-5, 1e-3 * expected),
  );
}

describe.skipIf(!hasReference)('a template made by the command line', () => {
  const reference = hasReference
    ? z.object({ templates: z.array(templateSchema) }).parse(readReference('domain/templates.json')).templates
    : [];
  const calculated = reference.filter(({ expectedMetrics }) => expectedMetrics !== undefined);

  it('can be compared with four calculated streams', () => {
    expect(calculated).toHaveLength(4);
  });

  it.each(calculated.map((each) => [each.id, each] as const))(
    '%s has the calculated figures',
    async (id, expected) => {
      expect((await streamwright('new', id, '-o', file(`${id}.vsmap`))).code).toBe(0);
      const printed = await streamwright('figures', file(`${id}.vsmap`), '--format', 'json');
      const { figures, visits, utilisation } = printedSchema.parse(JSON.parse(printed.out));
      for (const [name, key] of Object.entries(analytic))
        expectNear(figures[key], expected.expectedMetrics?.[name] ?? Number.NaN, key);
      for (const [step, visit] of Object.entries(expected.expectedVisits ?? {}))
        expectNear(visits[step], visit, step);
      for (const [role, used] of Object.entries(expected.expectedUtilisation ?? {}))
        expectNear(utilisation[role], used, role);
      for (const [key, name] of [
        ['leadTimeP50', 'simulatedP50H'],
        ['leadTimeP85', 'simulatedP85H'],
      ] as const) {
        const sampled = expected.expectedMetrics?.[name] ?? Number.NaN;
        expect(Math.abs((figures[key] ?? Number.NaN) - sampled) / sampled, key).toBeLessThan(0.03);
      }
    },
  );
});
