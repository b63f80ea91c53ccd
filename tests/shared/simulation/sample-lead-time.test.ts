import { describe, expect, it } from 'vitest';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { calculatedTemplates, graphOfTemplate } from '../figures/templates';

const runs = 10_000;
const statedRuns = 200_000;

/** The standard error of one sampling, measured by sampling again with other seeds. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

describe('sampled lead times of the templates', () => {
  it.each(calculatedTemplates)(
    'agree with the stated ones of $id within four standard errors',
    (template) => {
      const graph = graphOfTemplate(template.id);
      const samples = [1, 2, 3, 4, 5, 6].map((seed) => sampleLeadTime(graph, { runs, seed }));
      const stated = {
        mean: 'simulatedMeanH',
        p50: 'simulatedP50H',
        p85: 'simulatedP85H',
        p95: 'simulatedP95H',
        shareWithinTarget: 'shareWithinTarget',
      } as const;
      for (const [key, name] of Object.entries(stated)) {
        const values = samples.map((sample) => sample?.[key as keyof typeof stated] ?? Number.NaN);
        const scale = key === 'shareWithinTarget' ? 1 : 60;
        const expected = template.expectedMetrics[name] ?? Number.NaN;
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length / scale;
        const error = (spreadOf(values) / scale) * Math.sqrt(1 / values.length + runs / statedRuns);
        expect(Math.abs(mean - expected), key).toBeLessThan(4 * error);
      }
    },
  );
});
