import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/analysis/types';
import {
  evidenceToKeep,
  hasChanged,
  type KeptEvidence,
  type WaivableFinding,
} from '../../../shared/analysis/waivers';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { Waiver } from '../../../shared/model/project';
import { buildMap, type BuiltMap } from '../../helpers/build-map';
import { inARow, judge } from './judge-map';

const rule = 'flow-dominant-wait';

/** A step for which items wait so many minutes, behind some work. */
const waiting = (wait: number, name = 'Approve'): BuiltMap =>
  buildMap((m) =>
    inARow(m, {
      log: { processTime: 100, wait: 0 },
      approve: { name, kind: 'work', processTime: 5, wait },
    }),
  );

const waitAt = (built: BuiltMap, waivers: Record<string, Waiver> = {}): Finding | undefined =>
  judge(built, { waivers }).findings.find((each) => each.rule === rule && each.about[0] === 'approve');

/** The wait of a thousand minutes, as it was accepted. */
const accepted = (fields: Partial<Waiver> = {}): Record<string, Waiver> => {
  const finding = waitAt(waiting(1000));
  if (finding === undefined) throw new Error('Nothing was found.');
  return {
    w: {
      map: 'map',
      rule,
      about: 'approve',
      reason: 'The law asks for it',
      author: 'Ana',
      on: '2026-11-01',
      evidence: evidenceToKeep(finding),
      ...fields,
    },
  };
};

describe('an accepted finding', () => {
  it('stays in the report with its reason', () => {
    expect(waitAt(waiting(1000), accepted())).toMatchObject({
      waived: true,
      returned: null,
      waiver: { id: 'w', reason: 'The law asks for it', author: 'Ana', on: '2026-11-01', expires: null },
    });
  });

  it('holds through its last day and is back on the next', () => {
    const on = (expires: string): Finding | undefined => waitAt(waiting(1000), accepted({ expires }));
    expect(on('2026-11-21')).toMatchObject({ waived: true, returned: null });
    expect(on('2026-11-20')).toMatchObject({ waived: false, returned: 'expired', waiver: { id: 'w' } });
  });

  it('is about its targets in any order, and about no others', () => {
    expect(waitAt(waiting(1000), accepted({ about: 'log' }))?.waiver).toBeNull();
    expect(waitAt(waiting(1000), accepted({ about: 'approve log' }))?.waiver).toBeNull();
    expect(waitAt(waiting(1000), accepted({ map: 'other' }))?.waiver).toBeNull();
  });

  it('holds where another waiver of the same finding has expired', () => {
    const { w } = accepted();
    if (w === undefined) throw new Error('No waiver.');
    const both = { a: w, b: { ...w, expires: '2026-01-01' } };
    expect(waitAt(waiting(1000), both)).toMatchObject({ waived: true, waiver: { id: 'a' } });
    expect(waitAt(waiting(1000), { b: w, a: { ...w, expires: '2026-01-01' } })).toMatchObject({
      waived: true,
      waiver: { id: 'b' },
    });
  });

  it('is back when its wait grows by more than a tenth, and not when it shrinks', () => {
    expect(waitAt(waiting(1090), accepted())?.returned).toBeNull();
    expect(waitAt(waiting(1150), accepted())?.returned).toBe('changed');
    expect(waitAt(waiting(600), accepted())?.returned).toBeNull();
  });

  it('does not mind a new name of its step', () => {
    expect(waitAt(waiting(1000, 'Sign off'), accepted())?.waived).toBe(true);
  });
});

describe('evidence has changed materially', () => {
  const finding = (fields: Partial<WaivableFinding> = {}): WaivableFinding => ({
    rule: 'a-rule',
    about: ['step'],
    severity: 'medium',
    evidence: { wait: { unit: 'minutes', value: 100 }, of: { unit: 'text', value: 'lead time' } },
    impact: { leadTime: 100, effortPerMonth: null },
    ...fields,
  });
  const was = evidenceToKeep(finding());
  const wait = (value: number): WaivableFinding['evidence'] => ({
    wait: { unit: 'minutes', value },
    of: { unit: 'text', value: 'lead time' },
  });
  const impact = (leadTime: number | null): WaivableFinding['impact'] => ({ leadTime, effortPerMonth: null });

  it.each<[string, boolean, Partial<WaivableFinding>]>([
    ['nothing', false, {}],
    ['a tenth more', false, { evidence: wait(110), impact: impact(110) }],
    ['a little more than a tenth', true, { evidence: wait(110.001), impact: impact(110.001) }],
    ['a tenth less', false, { evidence: wait(90), impact: impact(90) }],
    ['much less, so that it is better', false, { evidence: wait(40), impact: impact(40) }],
    ['a number that moved, at the same cost', false, { evidence: wait(150) }],
    ['a number that moved, of unknown cost', true, { evidence: wait(150), impact: impact(null) }],
    ['the cost alone', true, { impact: impact(150) }],
    ['a worse severity alone', true, { severity: 'high' }],
    ['a better severity', false, { severity: 'low' }],
    [
      'a better severity, of unknown cost',
      false,
      { severity: 'low', evidence: wait(40), impact: impact(null) },
    ],
    [
      'a text',
      true,
      { evidence: { ...wait(100), of: { unit: 'text', value: 'known lead time' } }, impact: impact(10) },
    ],
    ['a value that is gone', true, { evidence: { wait: { unit: 'minutes', value: 100 } } }],
    ['a value that is new', true, { evidence: { ...wait(100), more: { unit: 'count', value: 1 } } }],
  ])('%s: %s', (_what, isMaterial, fields) => {
    expect(hasChanged(was, finding(fields))).toBe(isMaterial);
  });

  it('at zero any move counts, and a rounding error does not', () => {
    const zero: KeptEvidence = { share: 0 };
    const share = (value: number): WaivableFinding =>
      finding({ evidence: { share: { unit: 'share', value } }, impact: impact(null) });
    expect(hasChanged(zero, share(1e-12))).toBe(false);
    expect(hasChanged(zero, share(0.01))).toBe(true);
  });

  it('never where nothing was kept', () => {
    expect(hasChanged(undefined, finding({ severity: 'error' }))).toBe(false);
  });
});

describe('in the panel an accepted finding', () => {
  const built = waiting(1000);
  const present = (fields?: Partial<Waiver>) =>
    presentFindings(judge(built, { waivers: accepted(fields) }), built.graph, itil4);

  it('stands last, counted apart, with who accepted it and why', () => {
    const { rows, counts, waivedCount, badges } = present();
    expect(rows.at(-1)).toMatchObject({
      rule,
      isWaived: true,
      isBackground: true,
      waiverWords: 'Accepted by Ana on 2026-11-01: The law asks for it',
    });
    expect(waivedCount).toBe(1);
    expect(counts.error + counts.warning + counts.info).toBe(rows.length - 1);
    const open = rows.filter((row) => !row.isWaived && row.where.ids.includes('approve') && row.steps[0]);
    expect(badges.get('approve')?.count ?? 0).toBe(open.length);
  });

  it('says why it is back', () => {
    const { rows, waivedCount } = present({ expires: '2026-11-20' });
    expect(rows.find((row) => row.rule === rule)).toMatchObject({
      isWaived: false,
      returned: 'expired',
      waiverWords:
        'Back since its acceptance ended on 2026-11-20. Accepted by Ana on 2026-11-01: The law asks for it',
    });
    expect(waivedCount).toBe(0);
  });
});
