import type { DisplayList } from '../../shared/drawing/display-list';
import { toSvg } from '../../shared/drawing/svg';
import type { Theme } from '../../shared/drawing/theme';
import type { ExportWish } from '../../shared/export/formats';
import { embeddedFaces, outlinerFor, textsOf } from './fonts';

/** A drawing as an SVG file that carries the glyphs it needs: in fonts, so that its text stays text, or as outlines. */
export async function toSvgFile(
  list: DisplayList,
  theme: Theme,
  fonts: ExportWish['fonts'] = 'embedded',
): Promise<Uint8Array> {
  const written =
    fonts === 'outlined'
      ? toSvg(list, { theme, fonts: { kind: 'outlined', outliner: await outlinerFor(list) } })
      : toSvg(list, {
          theme,
          fonts: { kind: 'embedded', faces: await embeddedFaces(textsOf(list).map(({ text }) => text)) },
        });
  return new TextEncoder().encode(written);
}
