import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey } from '../../../shared/figures/types';
import { calculatedTemplates, graphOfTemplate } from './templates';

const inHours: Record<string, FigureKey> = {
  leadTimeSinglePassH: 'leadTimeSinglePass',
  leadTimeExpectedH: 'leadTimeExpected',
  afterValueTailH: 'afterValueTail',
  processTimePathH: 'processTimeOnPath',
  effortPersonH: 'effortPersonHours',
};

const plain: Record<string, FigureKey> = {
  activityRatio: 'activityRatio',
  processCycleEfficiency: 'processCycleEfficiency',
  rolledCA: 'rolledCompleteAccurate',
  firstPassYield: 'firstPassYield',
  expectedHandoffs: 'handoffs',
  reworkEffortShare: 'reworkEffortShare',
  wipByLittle: 'wip',
};

/** The calculated numbers have four decimals. */
function expectClose(actual: number | null | undefined, stated: number, what: string): void {
  const tolerance = Math.max(6e-5, Math.abs(stated) * 1e-3);
  expect(
    Math.abs((actual ?? Number.NaN) - stated),
    `${what}: ${actual} against ${stated}`,
  ).toBeLessThanOrEqual(tolerance);
}

describe.each(calculatedTemplates)('the template $id', (template) => {
  const figures = computeFigures(graphOfTemplate(template.id));

  it('has the stated figures', () => {
    for (const [name, key] of Object.entries({ ...inHours, ...plain })) {
      const stated = template.expectedMetrics[name];
      if (stated === undefined) throw new Error(`${name} is not stated`);
      const { value } = figures.figure[key];
      expectClose(name in inHours && value !== null ? value / 60 : value, stated, name);
    }
  });

  it('has the stated visits of every step', () => {
    for (const [step, stated] of Object.entries(template.expectedVisits)) {
      expectClose(figures.visits?.node.get(step), stated, step);
    }
  });

  it('has the stated utilisation of every role', () => {
    for (const [role, stated] of Object.entries(template.expectedUtilisation)) {
      expectClose(figures.utilisation.get(role), stated, role);
    }
  });

  it('lacks nothing but the rates of its roles', () => {
    for (const [key, figure] of Object.entries(figures.figure)) {
      if (key === 'costPerItem' || key === 'costPerMonth') {
        expect(new Set(figure.missing.map(({ field }) => field))).toEqual(new Set(['rate']));
        continue;
      }
      expect(figure.missing).toEqual([]);
      expect(figure.coverage).toBe(1);
    }
    expect(figures.unreachable).toEqual([]);
  });
});
