import { describe, expect, it } from 'vitest';
import { parseDurationQuantity } from '../../../shared/model/units-durations';
import { parseAmountQuantity } from '../../../shared/model/units-numbers';
import { parseShareQuantity } from '../../../shared/model/units-shares';
import { officeHours } from '../../../shared/model/calendar';
import { en } from '../../../shared/text/en';
import { shortened } from '../../../shared/text/shortened';

const pasted = 'The whole of a page that was pasted by mistake. '.repeat(2200);

describe('a typed text in a sentence', () => {
  it('stands whole up to sixty characters', () => {
    expect(shortened('soon, as far as we know')).toBe('soon, as far as we know');
    expect(shortened('x'.repeat(60))).toBe('x'.repeat(60));
  });

  it('is cut to sixty characters, the last an ellipsis, and stands in one line', () => {
    expect(shortened('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(shortened(`one\n\ntwo ${'x'.repeat(70)}`)).toBe(`one two ${'x'.repeat(51)}…`);
    expect(shortened(`${'x'.repeat(58)} and more`)).toBe(`${'x'.repeat(58)}…`);
  });

  it('is never cut in the middle of a character', () => {
    expect(shortened('👩🏽‍🔧'.repeat(70), 5)).toBe(`${'👩🏽‍🔧'.repeat(4)}…`);
    expect(shortened('e\u0301'.repeat(60))).toBe('e\u0301'.repeat(60));
  });

  it('is cut also where it has no end, as a pasted page', () => {
    expect(shortened(pasted)).toBe('The whole of a page that was pasted by mistake. The whole o…');
    expect(shortened(' '.repeat(2000)).length).toBeLessThan(2);
  });
});

describe('the refusal of a pasted page', () => {
  it('is short in a time, a share, a number and a part of a range', () => {
    const refusals = [
      parseDurationQuantity(pasted, officeHours, { bareNumber: 'minutes' }),
      parseDurationQuantity(`5m/${pasted}/1h`, officeHours, { bareNumber: 'minutes' }),
      parseShareQuantity(pasted, { bareNumber: 'percent' }),
      parseAmountQuantity(pasted),
    ];
    for (const read of refusals) {
      expect(read.ok).toBe(false);
      expect(read.ok ? '' : read.reason).toMatch(/^“The whole.{1,60}…” /i);
      expect(read.ok ? '' : read.reason.length).toBeLessThan(200);
    }
  });

  it('is short wherever a sentence on typing quotes it', () => {
    const { units, capture, stepTable, tables } = en;
    const texts = [units, capture.problems, stepTable.problems, tables].flatMap((each) =>
      Object.values(each),
    );
    const sentences = texts
      .filter((text) => typeof text === 'function')
      .map((text) => Reflect.apply(text, undefined, [pasted, 'one of these', '']))
      .filter((sentence): sentence is string => typeof sentence === 'string' && sentence.includes('“'));
    expect(sentences.length).toBeGreaterThan(30);
    const long = sentences.filter((sentence) => sentence.length > 320);
    expect(long.map((sentence) => sentence.slice(-100))).toEqual([]);
  });
});
