import { describe, expect, it } from 'vitest';
import { nameLikeness, partsOf } from '../../../shared/analysis/name-likeness';

const likeness = (a: string, b: string): number => nameLikeness(partsOf(a), partsOf(b));

describe('the likeness of two names', () => {
  it('looks through case, punctuation, accents, small words and the order of words', () => {
    expect(likeness('Classify the incident', 'classify incident')).toBe(1);
    expect(likeness('Prüfen: Antrag', 'antrag PRUFEN')).toBe(1);
    expect(likeness('Approve the request', 'Request approve')).toBe(1);
  });

  it('takes words that share most of their letter pairs as the same', () => {
    // approval and approve share ap, pp, pr, ro, ov of 7 and 6 pairs: 10 / 13 = 0.77
    expect(likeness('Approve request', 'Request approval')).toBe(1);
    // hardware and software share only wa, ar, re of 7 and 7 pairs: 6 / 14 = 0.43
    expect(likeness('Install hardware components', 'Install software components')).toBeCloseTo(4 / 6, 12);
  });

  it('is twice the shared words over all words', () => {
    expect(likeness('Check form', 'Check order')).toBe(0.5);
    expect(likeness('Open ticket', 'Deploy fix')).toBe(0);
    expect(likeness('Check the complete request form', 'Check the request form')).toBeCloseTo(6 / 7, 12);
  });

  it('tells numbers apart', () => {
    expect(likeness('Deploy to stage 1', 'Deploy to stage 2')).toBe(0);
    expect(likeness('Deploy to stage 2', 'Deploy stage 2')).toBe(1);
  });

  it('compares names without Latin letters, and nothing with nothing', () => {
    expect(likeness('承認', '承認')).toBe(1);
    expect(likeness('', '')).toBe(0);
    expect(likeness('the', 'of')).toBe(0);
  });
});
