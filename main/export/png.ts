import { renderAsync } from '@resvg/resvg-js';
import type { DisplayList } from '../../shared/drawing/display-list';
import { missingCharacters } from '../../shared/drawing/missing-characters';
import { toSvg } from '../../shared/drawing/svg';
import type { Theme } from '../../shared/drawing/theme';
import { outlinerFor, textsOf } from './fonts';

/** Most pixels of a picture, and the longest side: beyond it, programs that show pictures give up. */
const mostPixels = 120_000_000;
const longestSide = 32_000;

/** The scale that was asked for, or the largest one below it whose picture can still be shown. */
export function fittingScale({ width, height }: DisplayList, scale: number): number {
  const bySide = longestSide / Math.max(width, height);
  const byArea = Math.sqrt(mostPixels / (width * height));
  return Math.min(scale, bySide, byArea);
}

/** A drawing as PNG, with the outlines of the bundled fonts; characters that they lack come from the fonts of the system, where it has them. */
export async function toPng(list: DisplayList, theme: Theme, scale: number): Promise<Uint8Array> {
  const outliner = await outlinerFor(list);
  const svg = toSvg(list, { theme, fonts: { kind: 'outlined', outliner } });
  const needsSystemFonts = textsOf(list).some(({ text }) => missingCharacters(text).length > 0);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: fittingScale(list, scale) },
    font: { loadSystemFonts: needsSystemFonts },
  });
  return image.asPng();
}
