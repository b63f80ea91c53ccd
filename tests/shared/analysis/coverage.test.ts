import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { valueClassesOf } from '../../../shared/analysis/coverage';
import { presentCoverage } from '../../../shared/analysis/present-coverage';
import { dimensions } from '../../../shared/catalogue/itil4/dimensions';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { principles } from '../../../shared/catalogue/itil4/principles';
import { wastes } from '../../../shared/catalogue/wastes';
import { valueClasses } from '../../../shared/model/value-sets';
import { type BuiltMap, buildMap } from '../../helpers/build-map';
import { inARow, judge, type JudgeOptions } from './judge-map';

const only = (...ids: string[]): JudgeOptions => ({ rules: allRules.filter(({ id }) => ids.includes(id)) });

const states = (built: BuiltMap, options: JudgeOptions): Record<string, string> =>
  Object.fromEntries(judge(built, options).coverage.rules.map(({ rule, state }) => [rule, state]));

describe('what was judged', () => {
  const rule = 'flow-dominant-wait';
  const full = { processTime: 10, wait: 0 };

  it('is a rule that lacked nothing, whether it found something or not', () => {
    const built = buildMap((m) => inARow(m, { log: full, fix: full }));
    expect(states(built, only(rule))).toEqual({ [rule]: 'judged' });
  });

  it('is in part a rule that lacked something about some steps, and not at all one that lacked it everywhere', () => {
    const rekeys = 'waste-motion-rekeying';
    const some = buildMap((m) =>
      inARow(m, { log: { rekeys: false, kind: 'work' }, fix: { kind: 'work' }, sort: { kind: 'work' } }),
    );
    expect(states(some, only(rekeys))).toEqual({ [rekeys]: 'partly' });
    const none = buildMap((m) => inARow(m, { log: {}, fix: {} }));
    expect(states(none, only(rekeys))).toEqual({ [rekeys]: 'notJudged' });
  });

  it('is not a rule about the whole map that lacks the target', () => {
    const target = 'flow-lead-time-over-target';
    const built = buildMap((m) => inARow(m, { log: full }));
    expect(states(built, only(target))).toEqual({ [target]: 'notJudged' });
  });

  it('is not a rule that is off', () => {
    const built = buildMap((m) => inARow(m, { log: full }));
    const settings = { application: [{ rule, severity: 'off' as const }], project: {} };
    expect(states(built, { ...only(rule), settings })).toEqual({ [rule]: 'off' });
  });

  it('is counted for each waste, principle, dimension and value class', () => {
    const built = buildMap((m) => inARow(m, { log: full, approve: { processTime: 1, wait: 100 } }));
    const report = judge(built, only(rule));
    expect(report.coverage.wastes.find(({ id }) => id === 'waiting')).toEqual({
      id: 'waiting',
      rules: 1,
      judged: 1,
      partly: 0,
      notJudged: 0,
      off: 0,
      findings: 1,
    });
    expect(report.coverage.wastes.find(({ id }) => id === 'motion')).toMatchObject({ rules: 0, findings: 0 });
    const { summary, kinds, unjudged } = presentCoverage(report, built.graph, itil4);
    expect(summary).toBe('1 of 1 rule judged this map.');
    expect(kinds.map(({ title }) => title)).toEqual([
      'Wastes',
      'Guiding principles',
      'Dimensions',
      'Value classes',
    ]);
    expect(unjudged).toEqual([]);
  });

  it('counts the findings that the panel shows: none that is accepted or folded into another', () => {
    const two = only('waste-motion-rekeying', 'waste-overprocessing-nva-step');
    const built = buildMap((m) => inARow(m, { check: { ...full, rekeys: true, value: 'NVA' } }));
    const found = (options: JudgeOptions): number | undefined =>
      judge(built, options).coverage.values.find(({ id }) => id === 'NVA')?.findings;
    // Both fire on the one step; the re-keying speaks for the step that adds no value.
    expect(judge(built, two).findings).toHaveLength(2);
    expect(found(two)).toBe(1);
    const waiver = { map: 'map', rule: 'waste-motion-rekeying', about: 'check', reason: 'Law' };
    expect(found({ ...two, waivers: { one: waiver } })).toBe(0);
  });

  it('leads from a rule to the questions that it waits for', () => {
    const built = buildMap((m) => inARow(m, { log: {} }));
    const { unjudged, summary } = presentCoverage(
      judge(built, only('flow-lead-time-over-target')),
      built.graph,
      itil4,
    );
    expect(summary).toBe('0 of 1 rule judged this map, 1 could not be judged yet.');
    expect(unjudged).toEqual([
      {
        rule: 'flow-lead-time-over-target',
        title: allRules.find(({ id }) => id === 'flow-lead-time-over-target')?.title,
        state: 'notJudged',
        stateName: 'Not judged',
        questions: ['Which lead time was promised to the consumer?'],
      },
    ]);
  });
});

describe('the rules together', () => {
  it.each(wastes.map(({ id }) => id))('look for the waste %s', (waste) => {
    expect(allRules.filter((rule) => rule.wastes.includes(waste))).not.toEqual([]);
  });

  it.each(principles.map(({ id }) => id))('look at the guiding principle %s', (principle) => {
    expect(allRules.filter((rule) => rule.principles.includes(principle))).not.toEqual([]);
  });

  it.each(dimensions.map(({ id }) => id))('look at the dimension %s', (dimension) => {
    expect(allRules.filter((rule) => rule.dimensions.includes(dimension))).not.toEqual([]);
  });

  it.each(valueClasses)('look at the value class %s', (value) => {
    expect(allRules.filter((rule) => valueClassesOf(rule).includes(value))).not.toEqual([]);
  });

  it('are seventy or more', () => {
    expect(allRules.length).toBeGreaterThanOrEqual(70);
  });
});
