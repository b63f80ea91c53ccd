import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../../shared/drawing/font-metrics';
import { cleanLine, fitText, wrapText } from '../../../shared/drawing/wrap-text';

const face = { size: 13, weight: 650 } as const;
const widthOf = (text: string): number => measureText(text, face.size, face.weight);
const texts = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '   ', 'a\n\tb', 'Change/Release-management', 'x'.repeat(400), '漢字'.repeat(30)),
);

describe('wrapping a text', () => {
  it('never makes a line wider than its room, or more lines than asked', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, face, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            // One cluster such as a flag or a family may be wider than a very narrow room.
            const isOneCluster = [...new Intl.Segmenter('en').segment(line.text)].length === 1;
            if (!isOneCluster) expect(widthOf(line.text)).toBeLessThanOrEqual(width);
          }
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('loses nothing: the lines together are the text, or the last one is shortened and keeps it', () => {
    const plain = (text: string): string => text.replace(/\s/g, '');
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 300 }), (text, width) => {
        const lines = wrapText(text, width, face, 3);
        const whole = cleanLine(text);
        const last = lines.at(-1);
        const together = plain(lines.map((line) => line.text).join(''));
        if (last?.full === undefined) {
          expect(together).toBe(plain(whole));
          return;
        }
        expect(last.full).toBe(whole);
        expect(last.text.endsWith('…')).toBe(true);
        expect(plain(whole).startsWith(together.slice(0, -1))).toBe(true);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('breaks at spaces, after hyphens and slashes, and inside words only where nothing else helps', () => {
    const wrap = (text: string, width: number): string[] =>
      wrapText(text, width, face, 3).map((line) => line.text);
    expect(wrap('Approve escalation', 90)).toEqual(['Approve', 'escalation']);
    expect(wrap('Change/Release-management', 120)).toEqual(['Change/Release-', 'management']);
    expect(wrap('Donaudampfschifffahrt', 90)).toHaveLength(2);
  });

  it('fits as much as there is room for', () => {
    const [line] = wrapText('Restore service and tell everybody', 120, face, 1);
    expect(line?.text).toBe('Restore service…');
    expect(line?.full).toBe('Restore service and tell everybody');
  });

  it('cuts no character in half', () => {
    const line = fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 160, face);
    expect(line.text.replace('…', '').length % '👩‍👩‍👧‍👦'.length).toBe(0);
    expect(fitText('👍'.repeat(50), 80, face).text).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('a clean line', () => {
  it('has single spaces and nothing that XML forbids', () => {
    expect(cleanLine('  a\r\n\tb\u00a0c\u0000 ')).toBe('a b c');
    expect(cleanLine('half \ud83d of an emoji')).toBe('half \ufffd of an emoji');
    expect(cleanLine('e\u0301')).toBe('é');
  });
});
