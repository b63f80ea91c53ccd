import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/analyse';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigure, describeFigures } from '../../../shared/figures/describe';
import type { FigureKey } from '../../../shared/figures/types';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { type MapSpec, mapOf } from './maps';

/** Log takes 5 + 25 minutes, triage 10 + 50; two of ten come back to the log, nothing leads the others on. */
const typed: MapSpec = {
  nodes: {
    start: {},
    log: { pt: 5, wait: 25, ca: 0.9, team: 'desk' },
    triage: { pt: 10, wait: 50, ca: 0.8, team: 'second' },
  },
  flows: ['start > log', 'log > triage', 'triage > log 0.2 rework'],
};

const value = (spec: MapSpec, key: FigureKey): number | null => computeFigures(mapOf(spec)).figure[key].value;

describe('a last step of which only the returns are typed', () => {
  it('lets the items that do not return leave the stream there', () => {
    // Each step is visited 1 / (1 - 0.2) = 1.25 times.
    const { visits, openEnds, unreachable } = computeFigures(mapOf(typed));
    expect(visits?.node.get('log')).toBeCloseTo(1.25, 12);
    expect(visits?.node.get('triage')).toBeCloseTo(1.25, 12);
    expect([...(visits?.node.keys() ?? [])].sort()).toEqual(['log', 'start', 'triage']);
    expect([...(visits?.flow.keys() ?? [])]).toHaveLength(3);
    expect(value(typed, 'leadTimeExpected')).toBeCloseTo(1.25 * 90, 12);
    expect(value(typed, 'leadTimeSinglePass')).toBe(90);
    expect(value(typed, 'effortPersonHours')).toBeCloseTo(1.25 * 15, 12);
    // 18.75 minutes of work with the returns, 15 without them.
    expect(value(typed, 'reworkEffortShare')).toBeCloseTo(0.2, 12);
    expect(value(typed, 'rolledCompleteAccurate')).toBeCloseTo(0.72, 12);
    expect(value(typed, 'firstPassYield')).toBeCloseTo(0.8, 12);
    // To the second team 1.25 times, and back a quarter of a time.
    expect(value(typed, 'handoffs')).toBeCloseTo(1.5, 12);
    expect(openEnds).toEqual(['triage']);
    expect(unreachable).toEqual([]);
  });

  it('has the figures of the same step that leads on to an end', () => {
    const led: MapSpec = {
      nodes: { ...typed.nodes, end: {} },
      flows: [...typed.flows, 'triage > end'],
    };
    const keys: FigureKey[] = ['leadTimeExpected', 'effortPersonHours', 'handoffs', 'firstPassYield'];
    for (const key of keys) expect(value(typed, key)).toBe(value(led, key));
    expect(computeFigures(mapOf(led)).openEnds).toEqual([]);
  });

  it('counts several returns together', () => {
    // v(log) = 1 + 0.2 v(triage), v(triage) = v(log) + 0.3 v(triage): 1.4 and 2.
    const spec: MapSpec = {
      ...typed,
      flows: ['start > log', 'log > triage', 'triage > log 0.2 rework', 'triage > triage 0.3 iteration'],
    };
    expect(value(spec, 'leadTimeExpected')).toBeCloseTo(1.4 * 30 + 2 * 60, 10);
  });

  it('says so beside its figures, and keeps its finding', () => {
    const graph = mapOf(typed);
    const figures = computeFigures(graph);
    expect(describeFigures(graph, figures)[0]?.note).toBe('so far: “Triage” not led on yet');
    expect(describeFigure(graph, figures, 'effortPersonHours').missing).toBe(
      'so far: “Triage” not led on yet',
    );
    const { findings } = analyse(graph, {
      pack: itil4,
      profile: 'review',
      today: '2026-11-21',
      suppressForTemplates: false,
    });
    const rules = findings.map(({ rule, about }) => [rule, about[0]]);
    expect(rules).toContainEqual(['dq-split-probabilities', 'triage']);
  });

  it('stays over its target where that is passed already', () => {
    const graph = mapOf({ ...typed, target: 60 });
    const [lead] = describeFigures(graph, computeFigures(graph));
    expect(lead?.tone).toBe('bad');
    const quick = mapOf({ ...typed, target: 600 });
    const [early] = describeFigures(quick, computeFigures(quick));
    expect(early).toMatchObject({ tone: 'plain', note: 'so far: “Triage” not led on yet' });
  });

  it('is sampled like any other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (tenths) => {
        const flows = ['start > log', 'log > triage', `triage > log ${tenths / 10} rework`];
        const sampled = sampleLeadTime(mapOf({ ...typed, flows }), { runs: 20_000, seed: tenths });
        const often = 1 / (1 - tenths / 10);
        // The visits are geometric: their spread is the root of (often^2 - often).
        const error = (90 * Math.sqrt(often * often - often)) / Math.sqrt(20_000);
        expect(Math.abs((sampled?.mean ?? 0) - 90 * often)).toBeLessThan(5 * error);
      }),
      { numRuns: 8, seed: 7 },
    );
  });
});

describe('what is no open end', () => {
  it('is a loop that all items stay in', () => {
    const spec: MapSpec = { ...typed, flows: ['start > log', 'log > triage', 'triage > log 1 rework'] };
    expect(value(spec, 'leadTimeExpected')).toBeNull();
  });

  it('are shares that fall short where a way on is drawn', () => {
    const spec: MapSpec = {
      nodes: { ...typed.nodes, end: {} },
      flows: ['start > log', 'log > triage', 'triage > log 0.2 rework', 'triage > end 0.5'],
    };
    const { figure, openEnds } = computeFigures(mapOf(spec));
    expect(figure.leadTimeExpected.value).toBeNull();
    expect(figure.leadTimeExpected.missing).toContainEqual({ about: 'triage', field: 'share' });
    expect(openEnds).toEqual([]);
  });

  it('is a return whose share nobody stated', () => {
    const spec: MapSpec = { ...typed, flows: ['start > log', 'log > triage', 'triage > log rework'] };
    expect(value(spec, 'leadTimeExpected')).toBeNull();
  });

  it('is a branch of parallel work: which branch the item takes stays unknown', () => {
    const spec: MapSpec = {
      nodes: {
        start: {},
        fork: {},
        a: { pt: 10, wait: 0 },
        b: { pt: 20, wait: 0 },
      },
      flows: ['start > fork', 'fork > a', 'fork > b', 'b > b 0.5 rework'],
    };
    expect(value(spec, 'leadTimeExpected')).toBeNull();
  });
});
