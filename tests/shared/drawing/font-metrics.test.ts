import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { subset as subsetOf } from '../../../main/export/subset';
import type { Weight } from '../../../shared/drawing/display-list';
import { measureText, unitWidth } from '../../../shared/drawing/font-metrics';
import { missingCharacters } from '../../../shared/drawing/missing-characters';
import { formatNumber } from '../../../shared/model/units-format';
import { drawingText } from '../../../shared/text/drawing';

const weights: readonly Weight[] = [400, 500, 600, 650];
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const resolve = createRequire(import.meta.url).resolve;

/** A file of the bundled font with its weight axis, as TrueType. */
async function openVariable(subset: string): Promise<Font> {
  const file = readFileSync(resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`));
  const all = (create(file) as Font).characterSet.map((point) => String.fromCodePoint(point)).join('');
  return create(Buffer.from(await subsetOf(file, all, { targetFormat: 'truetype' }))) as Font;
}

describe('the table of widths', () => {
  const fonts = new Map<string, Font>();
  beforeAll(async () => {
    for (const subset of subsets) fonts.set(subset, await openVariable(subset));
  });

  it.each(weights)('agrees with the font itself at weight %i, for every character', (weight) => {
    let compared = 0;
    const seen = new Set<number>();
    for (const font of fonts.values()) {
      const instance = font.getVariation({ wght: weight });
      for (const point of font.characterSet.filter((each) => each >= 0x20 && !seen.has(each))) {
        seen.add(point);
        const units = unitWidth(String.fromCodePoint(point), weight) * 2048;
        const expected = instance.glyphForCodePoint(point).advanceWidth;
        expect(Math.abs(units - expected), `U+${point.toString(16)}`).toBeLessThanOrEqual(1);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(1500);
  });

  it.each(weights)('measures a line as the font lays it out without kerning at weight %i', (weight) => {
    const text = 'AVATAR: Klärung “Typ 1” – 4h 20m, 78 % … déjà vu';
    const layout = fonts
      .get('latin')
      ?.getVariation({ wght: weight })
      .layout(text, { kern: false, calt: false });
    expect(measureText(text, 13, weight)).toBeCloseTo(((layout?.advanceWidth ?? 0) * 13) / 2048, 1);
  });

  it('gives heavier letters more room', () => {
    const widths = weights.map((weight) => measureText('Approve escalation', 13, weight));
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[3]).toBeGreaterThan((widths[0] ?? 0) * 1.03);
  });
});

describe('a character that Inter lacks', () => {
  const openFile = async (place: string, options: { wght?: number }): Promise<Font> => {
    const file = readFileSync(resolve(place));
    const all = (create(file) as Font).characterSet.map((point) => String.fromCodePoint(point)).join('');
    return create(Buffer.from(await subsetOf(file, all, { targetFormat: 'truetype', ...options }))) as Font;
  };

  it.each(weights)('is as wide as in the font for Japanese at weight %i', async (wght) => {
    // The file with the letters of every Japanese text, and half-wide ones.
    const place = '@fontsource-variable/noto-sans-jp/files/noto-sans-jp-119-wght-normal.woff2';
    const font = await openFile(place, { wght });
    for (const character of 'あアー。「」の') {
      const { advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      expect(unitWidth(character, wght) * font.unitsPerEm, character).toBeCloseTo(advanceWidth, 1);
    }
    expect(measureText('漢字ｱ', 10, wght)).toBe(25);
  });

  it('is as wide as in the font for emoji, those of several characters as one', async () => {
    const font = await openFile('@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2', {});
    const one = font.glyphForCodePoint(0x1f44d).advanceWidth / font.unitsPerEm;
    for (const emoji of ['👍', '👍🏽', '👩‍👩‍👧‍👦', '🇩🇪', '🛠️', '1️⃣'])
      expect(measureText(emoji, 1, 500), emoji).toBeCloseTo(one, 6);
    expect(measureText('👍👍', 1, 500)).toBeCloseTo(2 * one, 6);
  });

  it('takes one em where no font has it, an emoji a third more, a mark nothing', () => {
    expect(measureText('각', 10, 400)).toBe(10);
    expect(measureText('\u20dd\u200d\ufe0f', 10, 400)).toBe(0);
  });

  it('is reported once where no font has it, and only then', () => {
    expect(missingCharacters('Ärger, Żółć, Жук, Ωμέγα, tiếng Việt – “x” … €')).toEqual([]);
    expect(missingCharacters('日本 and 日 👍🏽\u200d 🇩🇪 ｱ 1️⃣ 申請を承認する')).toEqual([]);
    expect(missingCharacters('한국 한 ไทย 漢 हम')).toEqual(['한', '국', 'ไ', 'ท', 'ย', 'ह', 'म']);
  });

  it('is in none of the words that the drawing brings itself', () => {
    const words = (value: unknown): string => {
      if (typeof value === 'string') return value;
      if (typeof value === 'function') return String(value);
      return Object.values(value as object)
        .map(words)
        .join('');
    };
    expect(missingCharacters(words(drawingText))).toEqual([]);
    expect(missingCharacters([-1234.5, 0.19, 1e6].map(formatNumber).join(''))).toEqual([]);
  });
});
