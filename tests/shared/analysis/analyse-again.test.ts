import { describe, expect, it } from 'vitest';
import { analyse, analyseAgain, type AnalyseOptions } from '../../../shared/analysis/analyse';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { SampledLeadTime } from '../../../shared/figures/types';
import { buildMap, hours } from '../../helpers/build-map';
import { inARow } from './judge-map';

const { graph } = buildMap((m) => {
  m.stream({ demandPerMonth: 100, targetLeadTime: hours(8) });
  inARow(m, {
    log: { value: 'NVA', processTime: 10, wait: 20 },
    approve: { kind: 'approval', value: 'NNVA', processTime: 5, wait: hours(6) },
  });
});

const waivers = {};
const options: AnalyseOptions = {
  pack: itil4,
  profile: 'review',
  today: '2026-11-21',
  suppressForTemplates: false,
  waivers,
};

const spread = { runs: 10_000, seed: 1, mean: 400, p50: 300, p85: 500, p95: 600 };
const late: SampledLeadTime = { ...spread, shareWithinTarget: 0.5 };
const later: SampledLeadTime = { ...spread, shareWithinTarget: 0.4 };
const inTime: SampledLeadTime = { ...spread, p85: 400, p95: 450, shareWithinTarget: 0.99 };

const misses = (report: ReturnType<typeof analyse>): number =>
  report.findings.filter(({ rule }) => rule === 'flow-target-hit-rate').length;

describe('an analysis with other percentiles', () => {
  it.each([
    ['none yet', null, late],
    ['more that are late', late, later],
    ['all in time again', late, inTime],
    ['lost', late, null],
  ])('says what a whole analysis says: %s', (_title, before, after) => {
    const known = analyseAgain(null, graph, { ...options, sampled: before });
    const again = analyseAgain(known, graph, { ...options, sampled: after });
    expect(again.report).toEqual(analyse(graph, { ...options, sampled: after }));
    expect(again.facts.sampled).toEqual(after);
    expect(misses(again.report)).toBe(after === late || after === later ? 1 : 0);
  });

  it('judges only by the rules that look at them', () => {
    const known = analyseAgain(null, graph, { ...options, sampled: null });
    expect([...known.ofSampled].map(({ id }) => id)).toEqual(['flow-target-hit-rate']);
    const again = analyseAgain(known, graph, { ...options, sampled: late });
    const kept = again.runs.filter((run) => known.runs.includes(run));
    expect(kept).toHaveLength(again.runs.length - 1);
  });

  it('keeps the report where they change nothing that is said', () => {
    const known = analyseAgain(null, graph, { ...options, sampled: inTime });
    const more = { ...inTime, shareWithinTarget: 0.995 };
    expect(analyseAgain(known, graph, { ...options, sampled: more }).report).toBe(known.report);
  });
});

describe('an analysis of anything else', () => {
  const known = analyseAgain(null, graph, { ...options, sampled: late });

  it.each<[string, Partial<AnalyseOptions>]>([
    ['another day', { today: '2027-11-21' }],
    ['another profile', { profile: 'workshop' }],
    ['other waivers', { waivers: { w: { map: graph.id, rule: 'x', about: 'log', reason: 'x' } } }],
    ['other settings', { settings: { application: [], project: {} } }],
  ])('starts anew: %s', (_title, change) => {
    const again = analyseAgain(known, graph, { ...options, sampled: late, ...change });
    expect(again.report).not.toBe(known.report);
    expect(again.report).toEqual(analyse(graph, { ...options, sampled: late, ...change }));
  });

  it('starts anew on another state of the map', () => {
    expect(analyseAgain(known, { ...graph }, { ...options, sampled: late }).report).not.toBe(known.report);
  });
});
