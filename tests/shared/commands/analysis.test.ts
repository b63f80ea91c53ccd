import { describe, expect, it } from 'vitest';
import {
  clearRuleSettings,
  copyJudgements,
  endWaiver,
  type NewWaiver,
  ruleSettingAt,
  setRuleSetting,
  waiveFinding,
} from '../../../shared/commands/analysis';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { deleteFlows } from '../../../shared/commands/flows';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.start();
  m.step('log');
  m.step('approve');
  m.end();
  m.path('start', 'log', 'approve', 'end');
});

const waiver: NewWaiver = {
  map: 'map',
  rule: 'flow-dominant-wait',
  about: ['approve'],
  reason: ' The law asks for it ',
  author: 'Ana',
  on: '2026-11-21',
  evidence: { wait: 100 },
};

const waived = (fields: Partial<NewWaiver> = {}, from = project): Project =>
  doUndoRedo(from, waiveFinding({ ...waiver, ...fields }, countedIds()));

describe('accepting a finding', () => {
  it('keeps the reason, who said it, until when, and the evidence', () => {
    expect(waived({ expires: '2027-01-01' }).waivers).toEqual({
      'new-1': {
        map: 'map',
        rule: 'flow-dominant-wait',
        about: 'approve',
        reason: 'The law asks for it',
        author: 'Ana',
        on: '2026-11-21',
        expires: '2027-01-01',
        evidence: { wait: 100 },
      },
    });
    expect(Object.keys(waived({ author: ' ' }).waivers['new-1'] ?? {})).not.toContain('author');
  });

  it('takes the place of an earlier acceptance of the same finding, its targets in any order', () => {
    const both = waived({ about: ['log', 'approve'] });
    const makeId = countedIds();
    makeId();
    const again = doUndoRedo(
      both,
      waiveFinding({ ...waiver, about: ['approve', 'log'], reason: 'Better' }, makeId),
    );
    expect(Object.values(again.waivers).map(({ about, reason }) => [about, reason])).toEqual([
      ['approve log', 'Better'],
    ]);
  });

  it('is refused without a reason, with an end in the past, and on a map that is gone', () => {
    const refused = (fields: Partial<NewWaiver>): string =>
      refusal(project, waiveFinding({ ...waiver, ...fields }, countedIds()));
    expect(refused({ reason: '  ' })).toMatch(/^A reason is needed/);
    expect(refused({ expires: '2026-11-20' })).toMatch(/last day/);
    expect(refused({ map: 'gone' })).toMatch(/map/);
    expect(refused({ expires: '2026-11-21' })).toBe('it was done');
  });

  it('can be taken back', () => {
    expect(doUndoRedo(waived(), endWaiver({ id: 'new-1' })).waivers).toEqual({});
    expect(refusal(project, endWaiver({ id: 'constructor' }))).toMatch(/already/);
  });
});

describe('a setting of a rule', () => {
  const rule = 'flow-dominant-wait';
  const set = (from: Project, fields: Omit<Parameters<typeof setRuleSetting>[0], 'rule'>): Project =>
    doUndoRedo(from, setRuleSetting({ rule, ...fields }, countedIds()));

  it('is made, changed field by field, and goes when it says nothing any more', () => {
    const one = set(project, { about: 'map', patch: { options: { share: 0.3 } } });
    expect(ruleSettingAt(one, { rule, about: 'map' })).toEqual({
      rule,
      about: 'map',
      options: { share: 0.3 },
    });
    expect(ruleSettingAt(one, { rule })).toBeUndefined();
    const two = set(one, { about: 'map', patch: { severity: 'off', options: { mult: 5 } } });
    expect(ruleSettingAt(two, { rule, about: 'map' })).toEqual({
      rule,
      about: 'map',
      severity: 'off',
      options: { share: 0.3, mult: 5 },
    });
    const three = set(two, { about: 'map', patch: { options: { share: undefined, mult: undefined } } });
    expect(ruleSettingAt(three, { rule, about: 'map' })).toEqual({ rule, about: 'map', severity: 'off' });
    expect(set(three, { about: 'map', patch: { severity: undefined } }).ruleSettings).toEqual({});
  });

  it('is reset for one rule, for one place, or everywhere', () => {
    const all = (['a', 'b', 'c'] as const).reduce<Project>((from, id, at) => {
      const makeId = (): string => id;
      const place = [{}, { about: 'map' }, { about: 'log' }][at] ?? {};
      return doUndoRedo(from, setRuleSetting({ rule, ...place, patch: { severity: 'low' } }, makeId));
    }, project);
    const left = (...args: Parameters<typeof clearRuleSettings>): string[] =>
      Object.keys(doUndoRedo(all, clearRuleSettings(...args)).ruleSettings);
    expect(left()).toEqual([]);
    expect(left({ rule })).toEqual([]);
    expect(left({ about: 'map' })).toEqual(['a', 'c']);
    expect(left({ about: 'project' })).toEqual(['b', 'c']);
    expect(refusal(all, clearRuleSettings({ rule: 'other' }))).toMatch(/usual settings/);
  });
});

describe('what is about things that go or are copied', () => {
  const judged: Project = {
    ...project,
    waivers: {
      node: { map: 'map', rule: 'a', about: 'approve', reason: 'R' },
      flow: { map: 'map', rule: 'a', about: 'approve--end', reason: 'R' },
      pair: { map: 'map', rule: 'a', about: 'approve log', reason: 'R' },
      map: { map: 'map', rule: 'a', about: 'map', reason: 'R' },
    },
    ruleSettings: {
      step: { rule: 'a', about: 'approve', severity: 'off' },
      whole: { rule: 'a', about: 'map', severity: 'low' },
      project: { rule: 'a', severity: 'low' },
    },
  };

  it('goes with a deleted step and its flows, and comes back with undo', () => {
    const left = doUndoRedo(judged, deleteNodes({ ids: ['approve'] }, countedIds()));
    expect(Object.keys(left.waivers)).toEqual(['map']);
    expect(Object.keys(left.ruleSettings)).toEqual(['whole', 'project']);
  });

  it('goes with a deleted flow', () => {
    const limited: Project = {
      ...judged,
      ruleSettings: { ...judged.ruleSettings, way: { rule: 'a', about: 'approve--end', severity: 'off' } },
    };
    const left = doUndoRedo(limited, deleteFlows({ ids: ['approve--end'] }));
    expect(Object.keys(left.waivers)).toEqual(['node', 'pair', 'map']);
    expect(Object.keys(left.ruleSettings)).toEqual(['step', 'whole', 'project']);
  });

  it('goes along to a copy of the map, where all its things were copied', () => {
    const ids = new Map([
      ['map', 'map2'],
      ['approve', 'approve2'],
      ['approve--end', 'flow2'],
    ]);
    const copied = structuredClone(judged);
    copyJudgements(copied, { map: 'map', ids }, countedIds());
    const made = Object.entries(copied.waivers).filter(([id]) => id.startsWith('new'));
    expect(made.map(([, { map, about }]) => [map, about])).toEqual([
      ['map2', 'approve2'],
      ['map2', 'flow2'],
      ['map2', 'map2'],
    ]);
    expect(Object.values(copied.ruleSettings).map(({ about }) => about)).toEqual([
      'approve',
      'map',
      undefined,
      'approve2',
      'map2',
    ]);
  });
});
