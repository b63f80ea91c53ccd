import { describe, expect, it } from 'vitest';
import { unembeddedCharacters } from '../../../shared/export/unembedded';

describe('what is told before an export', () => {
  it('is every character of no bundled font, once, wherever it stands', () => {
    const content = {
      title: 'Łódź Ωμέγα',
      items: [{ text: 'مرحبا' }, { text: ['مرحبا', 7, null] }],
    };
    expect([...unembeddedCharacters(content)].sort()).toEqual([...new Set('مرحبا')].sort());
  });

  it('is nothing where the fonts have all, and never what is not written', () => {
    expect(unembeddedCharacters({ text: 'Approve 申請を承認する – 6 %\n\u0007' })).toEqual([]);
  });
});
