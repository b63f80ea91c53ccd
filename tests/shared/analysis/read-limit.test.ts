import { describe, expect, test } from 'vitest';
import { readLimit, writeLimit } from '../../../shared/analysis/read-limit';
import type { OptionSpec } from '../../../shared/analysis/rule';
import { officeHours } from '../../../shared/model/calendar';

const share: OptionSpec = { label: 'Share', unit: 'share', default: 0.2, min: 0.01, max: 1 };
const hours: OptionSpec = { label: 'Hours', unit: 'hoursPerMonth', default: 20, min: 0, max: 1000 };
const days: OptionSpec = { label: 'Days', unit: 'days', default: 180, min: 1, max: 900 };

/** The answer, with plain spaces where units are kept on the line of their number. */
function read(option: OptionSpec, text: string): ReturnType<typeof readLimit> {
  const answer = readLimit(option, text, officeHours);
  return answer.ok ? answer : { ok: false, reason: answer.reason.replaceAll(/\s/g, ' ') };
}

describe('limits of rules as people type them', () => {
  test('a share with or without its sign, by point or comma', () => {
    expect(read(share, '35%')).toEqual({ ok: true, value: 0.35 });
    expect(read(share, '35')).toEqual({ ok: true, value: 0.35 });
    expect(read(share, '12,5 %')).toEqual({ ok: true, value: 0.125 });
  });

  test('hours as a number or as a time', () => {
    expect(read(hours, '30')).toEqual({ ok: true, value: 30 });
    expect(read(hours, '1h 30m')).toEqual({ ok: true, value: 1.5 });
    // Two working days of eight hours.
    expect(read(hours, '2d')).toEqual({ ok: true, value: 16 });
  });

  test('the ends count as inside, and a little beyond is refused with both ends', () => {
    expect(read(days, '1')).toEqual({ ok: true, value: 1 });
    expect(read(days, '900')).toEqual({ ok: true, value: 900 });
    expect(read(days, '901')).toEqual({ ok: false, reason: 'Type a value from 1 day to 900 days.' });
    expect(read(share, '300%')).toEqual({ ok: false, reason: 'Type a value from 1 % to 100 %.' });
    expect(read(share, '0,9 %')).toEqual({ ok: false, reason: 'Type a value from 1 % to 100 %.' });
  });

  test.each(['', 'many', '-3', '20 %%'])('“%s” is refused with one sentence and an example', (text) => {
    const answer = read(share, text);
    expect(answer).toEqual({
      ok: false,
      reason: `“${text}” cannot be read here. Type for example 20 %.`,
    });
  });

  test('what is written is read back as the same', () => {
    for (const [option, value] of [
      [share, 0.35],
      [hours, 12.5],
      [days, 90],
    ] as const)
      expect(read(option, writeLimit(option, value))).toEqual({ ok: true, value });
  });
});
