import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { itemsOnTheWay } from '../../../shared/figures/queueing';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { hasReference, readReference } from '../../helpers/reference';
import { chain, h, mapOf, minutesAMonth, type NodeSpec } from './maps';

const folder = new URL('../../../../shared/oracles/worked/', import.meta.url);
const isThere = hasReference && existsSync(folder);
const read = <T>(id: string, schema: z.ZodType<T>): T =>
  schema.parse(readReference(`oracles/worked/${id}.json`));

interface Rates {
  readonly demand: number;
  /** Working minutes of a month. */
  readonly month: number;
}

function lineOf(steps: readonly NodeSpec[], rates?: Rates): Figures {
  const names = steps.map((_, at) => `s${at}`);
  return computeFigures(
    mapOf({
      nodes: { start: {}, ...Object.fromEntries(steps.map((step, at) => [names[at], step])), end: {} },
      flows: chain('start', ...names, 'end'),
      ...(rates ? { demand: rates.demand, calendar: minutesAMonth(rates.month) } : {}),
    }),
  );
}

const valueOf = (figures: Figures, key: FigureKey): number => figures.figure[key].value ?? Number.NaN;
const seconds = (count: number): number => count / 60;

/** One test per published example; every number is read from its file. */
const examples: Record<string, (id: string) => void> = {
  acme_current_state: (id) => {
    const { time, demand, steps, waits, stated } = read(
      id,
      z.object({
        time: z.object({
          days_per_month: z.number(),
          shifts_per_day: z.number(),
          available_seconds_per_shift: z.number(),
        }),
        demand: z.object({ per_month: z.number(), per_day: z.number() }),
        steps: z.array(z.object({ cycle_time_s: z.number() })),
        waits: z.array(z.object({ pieces: z.number().nullable(), days: z.number() })),
        stated: z.object({
          lead_time_days: z.number(),
          value_added_s: z.number(),
          takt_s: z.number(),
          wait_days: z.array(z.number()),
        }),
      }),
    );
    const day = seconds(time.shifts_per_day * time.available_seconds_per_shift);
    const figures = lineOf(
      waits.map(({ pieces, days }, at) => ({
        pt: seconds(steps[at]?.cycle_time_s ?? 0),
        wait: (pieces === null ? days : pieces / demand.per_day) * day,
      })),
      { demand: demand.per_month, month: time.days_per_month * day },
    );
    expect(Math.abs(valueOf(figures, 'leadTimeExpected') / day - stated.lead_time_days)).toBeLessThan(0.05);
    expect(valueOf(figures, 'processTimeOnPath') * 60).toBeCloseTo(stated.value_added_s, 8);
    expect(valueOf(figures, 'takt') * 60).toBeCloseTo(stated.takt_s, 8);
    figures.contributions.forEach(({ wait }, at) =>
      expect(Math.abs((wait ?? 0) / day - (stated.wait_days[at] ?? Number.NaN))).toBeLessThan(0.051),
    );
  },
  bdfinst_no_rework: (id) => {
    const {
      steps,
      waits_between: waits,
      stated,
    } = read(
      id,
      z.object({
        steps: z.array(z.object({ process_time: z.number(), pct_ca: z.number() })),
        waits_between: z.array(z.number()),
        stated: z.object({ cycle: z.array(z.number()), lead_time: z.number(), total_rework: z.number() }),
      }),
    );
    const figures = lineOf(
      steps.map((step, at) => ({
        pt: step.process_time,
        wait: at === 0 ? 0 : (waits[at - 1] ?? Number.NaN),
        ca: step.pct_ca / 100,
      })),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(stated.lead_time);
    expect(valueOf(figures, 'reworkEffortShare')).toBe(stated.total_rework);
    expect(valueOf(figures, 'hiddenRepair')).toBe(stated.total_rework);
    const cycles = figures.contributions.map(({ wait, processTime }) => (wait ?? 0) + (processTime ?? 0));
    expect(cycles).toEqual(stated.cycle);
  },
  codepulse_software: (id) => {
    const { steps, stated, computed } = read(
      id,
      z.object({
        steps: z.array(z.object({ wait_days: z.number().default(0), process_days: z.number().default(0) })),
        stated: z.object({ lead_time_days: z.number() }),
        computed: z.object({ process_days: z.number(), flow_efficiency_pct: z.number() }),
      }),
    );
    const day = h(8);
    const figures = lineOf(
      steps.map((step) => ({ pt: step.process_days * day, wait: step.wait_days * day })),
    );
    expect(valueOf(figures, 'leadTimeExpected') / day).toBeCloseTo(stated.lead_time_days, 10);
    expect(valueOf(figures, 'processTimeOnPath') / day).toBeCloseTo(computed.process_days, 10);
    expect(valueOf(figures, 'activityRatio') * 100).toBeCloseTo(computed.flow_efficiency_pct, 2);
  },
  drawio_lean_mapping_1: (id) => {
    const { demand, time, steps, inventories, computed, checks } = read(
      id,
      z.object({
        demand: z.object({ per_month: z.number(), per_day: z.number() }),
        time: z.object({ available_min_per_day: z.number() }),
        steps: z.array(z.object({ cycle_time_s: z.number() })),
        inventories: z.array(z.object({ pieces: z.number() })),
        computed: z.object({ lead_time_days: z.number(), takt_s: z.number() }),
        checks: z.array(z.object({ name: z.string(), computed: z.number() })),
      }),
    );
    const day = time.available_min_per_day;
    const figures = lineOf(
      inventories.map(({ pieces }, at) => ({
        pt: seconds(steps[at]?.cycle_time_s ?? 0),
        wait: (pieces / demand.per_day) * day,
      })),
      { demand: demand.per_month, month: (demand.per_month / demand.per_day) * day },
    );
    expect(valueOf(figures, 'waitOnPath') / day).toBeCloseTo(computed.lead_time_days, 2);
    expect(valueOf(figures, 'takt') * 60).toBeCloseTo(computed.takt_s, 3);
    const total = checks.find(({ name }) => name === 'total cycle time s')?.computed ?? Number.NaN;
    expect(valueOf(figures, 'processTimeOnPath') * 60).toBeCloseTo(total, 8);
  },
  itil4_cds_littles_law: (id) => {
    const { inputs, stated, computed } = read(
      id,
      z.object({
        inputs: z.object({ cycle_time_min: z.number() }),
        stated: z.object({ wait_min: z.number() }),
        computed: z.object({
          lead_time_min: z.number(),
          throughput_per_hour: z.number(),
          wip_at_that_rate: z.number(),
        }),
      }),
    );
    const figures = lineOf([{ pt: inputs.cycle_time_min, wait: stated.wait_min }], {
      demand: computed.throughput_per_hour,
      month: h(1),
    });
    expect(valueOf(figures, 'leadTimeExpected')).toBe(computed.lead_time_min);
    expect(valueOf(figures, 'wip')).toBeCloseTo(computed.wip_at_that_rate, 10);
  },
  lean_it_littles_law: (id) => {
    const { inputs, checks } = read(
      id,
      z.object({
        inputs: z.object({ wip: z.number(), throughput_per_month: z.number() }),
        checks: z.array(z.object({ name: z.string(), computed: z.number() })),
      }),
    );
    const months = checks.find(({ name }) => name === 'lead time months')?.computed ?? Number.NaN;
    expect(itemsOnTheWay(inputs.throughput_per_month, months)).toBe(inputs.wip);
  },
  mapvs_it_incident_response: (id) => {
    const { steps, stated, computed } = read(
      id,
      z.object({
        steps: z.array(
          z.object({
            name: z.string(),
            cycle_time_h: z.number(),
            wait_time_h: z.number(),
            defect_pct: z.number(),
            stated_efficiency_pct: z.number(),
          }),
        ),
        stated: z.object({
          lead_time_h: z.number(),
          cycle_time_h: z.number(),
          wait_time_h: z.number(),
          pce_pct: z.number(),
          bottleneck: z.string(),
        }),
        computed: z.object({ rolled_yield_pct: z.number() }),
      }),
    );
    const figures = lineOf(
      steps.map((step) => ({
        pt: h(step.cycle_time_h),
        wait: h(step.wait_time_h),
        ca: 1 - step.defect_pct / 100,
        value: 'VA',
      })),
    );
    expect(valueOf(figures, 'leadTimeExpected') / 60).toBeCloseTo(stated.lead_time_h, 8);
    expect(valueOf(figures, 'processTimeOnPath') / 60).toBeCloseTo(stated.cycle_time_h, 8);
    expect(valueOf(figures, 'waitOnPath') / 60).toBeCloseTo(stated.wait_time_h, 8);
    expect(valueOf(figures, 'processCycleEfficiency') * 100).toBeCloseTo(stated.pce_pct, 1);
    expect(valueOf(figures, 'rolledCompleteAccurate') * 100).toBeCloseTo(computed.rolled_yield_pct, 2);
    figures.contributions.forEach(({ wait, processTime }, at) => {
      const part = (processTime ?? 0) / ((wait ?? 0) + (processTime ?? 0));
      expect(Math.abs(part * 100 - (steps[at]?.stated_efficiency_pct ?? Number.NaN))).toBeLessThan(0.051);
    });
    const named = steps[Number(figures.bottleneck?.id.slice(1))]?.name;
    expect(named).toBe(stated.bottleneck);
  },
  valuetech_software: (id) => {
    const { unit, steps, stated, computed } = read(
      id,
      z.object({
        unit: z.object({ hours_per_day: z.number() }),
        steps: z.array(
          z.object({ process_time_h: z.number(), lead_time_days: z.number(), pct_ca: z.number() }),
        ),
        stated: z.object({
          total_pt_h: z.number(),
          total_lt_days: z.number(),
          activity_ratio_pct: z.number(),
        }),
        computed: z.object({ rolled_pct_ca_exact: z.number() }),
      }),
    );
    const day = h(unit.hours_per_day);
    const figures = lineOf(
      steps.map((step) => ({
        pt: h(step.process_time_h),
        wait: step.lead_time_days * day - h(step.process_time_h),
        ca: step.pct_ca,
      })),
    );
    expect(valueOf(figures, 'processTimeOnPath') / 60).toBeCloseTo(stated.total_pt_h, 10);
    expect(valueOf(figures, 'leadTimeExpected') / day).toBeCloseTo(stated.total_lt_days, 10);
    expect(Math.abs(valueOf(figures, 'activityRatio') * 100 - stated.activity_ratio_pct)).toBeLessThan(0.05);
    expect(valueOf(figures, 'rolledCompleteAccurate') * 100).toBeCloseTo(computed.rolled_pct_ca_exact, 10);
  },
};

describe.skipIf(!isThere)(
  'published examples, read from their files (skipped without ../shared/oracles)',
  () => {
    const ids = isThere ? readdirSync(folder).map((name) => name.replace(/\.json$/, '')) : [];

    it('are all known here', () => {
      expect(ids.toSorted()).toEqual(Object.keys(examples).toSorted());
    });

    it.each(ids)('%s comes out as printed', (id) => {
      examples[id]?.(id);
      expect.hasAssertions();
    });
  },
);
