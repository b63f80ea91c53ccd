import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNumber,
  formatQuantity,
  formatShare,
  formatWorkingDays,
  writeShare,
  writeShareQuantity,
} from '../../../shared/model/units-format';
import { officeHours } from '../../../shared/model/calendar';
import { parseAmount, parseAmountQuantity, parsePeopleQuantity } from '../../../shared/model/units-numbers';
import { parseShare, parseShareQuantity } from '../../../shared/model/units-shares';

const inTable = { bareNumber: 'error' } as const;
const inField = { bareNumber: 'percent' } as const;

describe('a share as people type it', () => {
  it.each([
    ['0.8', 0.8],
    ['0,8', 0.8],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['80\u00a0%', 0.8],
    ['97,5 %', 0.975],
    ['80 percent', 0.8],
    ['1', 1],
    ['0', 0],
    ['100%', 1],
    ['0.5%', 0.005],
  ])('%j is %d', (text, expected) => {
    expect(parseShare(text, inTable)).toMatchObject({ ok: true, value: expected });
  });

  it('takes 80 as 80 % in a field, and asks in a table', () => {
    expect(parseShare('80', inField)).toEqual({ ok: true, value: 0.8, reading: '80\u00a0%' });
    expect(parseShare('80', inTable)).toEqual({
      ok: false,
      reason: '“80” has no percent sign. Write 80% or a share between 0 and 1.',
    });
  });

  it.each([
    ['', 'Nothing is written here.'],
    ['most', 'is not a share'],
    ['120%', 'is more than 100 %'],
    ['-5%', 'is negative'],
    ['250', 'is not a share'],
    ['8/10', 'is not a share'],
    ['%', 'is not a share'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseShare(text, inTable)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('reads triples and ranges', () => {
    expect(parseShareQuantity('70/80/90%', inTable)).toMatchObject({
      value: { low: 0.7, likely: 0.8, high: 0.9 },
      reading: '70.0\u00a0% to 90.0\u00a0%, likely 80.0\u00a0%',
    });
    expect(parseShareQuantity('70–80 %', inTable)).toMatchObject({
      value: { low: 0.7, likely: 0.75, high: 0.8 },
    });
    expect(parseShareQuantity('0.7/0.8/0.9', inTable)).toMatchObject({ value: { low: 0.7, high: 0.9 } });
  });

  it('writes exactly what is stored', () => {
    expect(writeShare(0.97)).toBe('97\u00a0%');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const read = parseShare(writeShare(share), inTable);
        expect(read.ok && read.value).toBe(share === 0 ? 0 : share);
      }),
    );
  });
});

describe('low, likely and high of a share', () => {
  it('are written in one way, so that none borrows the percent sign of another', () => {
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (share === 0 ? 0 : share));
    fc.assert(
      fc.property(anyShare, anyShare, anyShare, (...shares) => {
        const [low = 0, likely = 0, high = 0] = shares.toSorted((a, b) => a - b);
        const read = parseShareQuantity(writeShareQuantity({ low, likely, high }), inTable);
        expect(read.ok && read.value).toEqual(low === high ? { likely } : { low, likely, high });
      }),
    );
    const tiny = { low: 0, likely: 7.940146616026e-312, high: 0.0625 };
    expect(parseShareQuantity(writeShareQuantity(tiny), inTable)).toMatchObject({ value: tiny });
  });
});

describe('numbers for reading', () => {
  it.each([
    [0.11, '11.0\u00a0%'],
    [0.087, '8.7\u00a0%'],
    [0.06279288, '6.3\u00a0%'],
    [0.06640625, '6.6\u00a0%'],
    [0.216, '21.6\u00a0%'],
    [0.285, '28.5\u00a0%'],
    [1, '100.0\u00a0%'],
    [0, '0.0\u00a0%'],
    [0.0001, '<\u00a00.1\u00a0%'],
  ])('%d is shown as %j', (share, expected) => {
    expect(formatShare(share)).toBe(expected);
  });

  it('shows whole percent where asked', () => {
    expect(formatShare(0.411, 0)).toBe('41\u00a0%');
  });

  it.each([
    [99, '99'],
    [15.5, '15.5'],
    [1204, '1\u00a0204'],
    [1234567.8, '1\u00a0234\u00a0568'],
    [0.1926, '0.19'],
    [94.1714, '94.2'],
    [2, '2'],
    [0, '0'],
    [-3.25, '−3.25'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d is shown as %j', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });

  it('counts working days of the calendar', () => {
    expect(formatWorkingDays(19.2 * 60, officeHours)).toBe('2.4 working days');
  });

  it('shows the spread of a range', () => {
    expect(formatQuantity({ likely: 0.8 }, (share) => formatShare(share, 0))).toBe('80\u00a0%');
    expect(formatQuantity({ low: 1, likely: 2, high: 4 }, formatNumber)).toBe('2 (1 – 4)');
  });
});

describe('a plain number', () => {
  it('is read with a point or a comma, alone, as a triple or as a range', () => {
    expect(parseAmount('2,5')).toMatchObject({ value: 2.5 });
    expect(parseAmountQuantity('1/2/4')).toMatchObject({ value: { low: 1, likely: 2, high: 4 } });
    expect(parseAmountQuantity('2-4')).toMatchObject({ value: { low: 2, likely: 3, high: 4 } });
  });

  it.each([
    ['', 'Nothing'],
    ['-1', 'negative'],
    ['two', 'is not a number'],
    ['1,204', 'two ways'],
    ['1e400', 'more than 1 000 000 000'],
    ['1000000001', 'more than 1 000 000 000'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseAmount(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe('people at once', () => {
  it('are somebody', () => {
    expect(parsePeopleQuantity('3')).toMatchObject({ ok: true, value: { likely: 3 } });
    for (const text of ['0', '0/0/0'])
      expect(parsePeopleQuantity(text)).toMatchObject({
        ok: false,
        reason: 'Somebody has to do the step: write at least one, or leave it empty.',
      });
  });
});
