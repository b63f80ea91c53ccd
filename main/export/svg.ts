import type { DisplayList } from '../../shared/drawing/display-list';
import { toSvg } from '../../shared/drawing/svg';
import type { Theme } from '../../shared/drawing/theme';
import { embeddedFaces } from './fonts';

/** A drawing as an SVG file that carries the glyphs it needs. */
export async function toSvgFile(list: DisplayList, theme: Theme): Promise<Uint8Array> {
  const faces = await embeddedFaces(list);
  return new TextEncoder().encode(toSvg(list, { theme, fonts: { kind: 'embedded', faces } }));
}
