import type { DisplayList } from '../../shared/drawing/display-list';
import type { Theme } from '../../shared/drawing/theme';
import { staticFonts, textsOf } from './fonts';
import { bytesOf, longestSide, pictureDocument } from './pdf/document';
import { Painter } from './pdf/paint';

/** Points per pixel at 100 %. */
const pointsPerPixel = 0.75;

/** A drawing as a PDF of one page as large as the drawing (at most 200 inches a side): vectors, and text that can be selected and searched. */
export async function toDiagramPdf(list: DisplayList, theme: Theme): Promise<Uint8Array> {
  const fonts = await staticFonts(textsOf(list));
  const scale = Math.min(pointsPerPixel, longestSide / Math.max(list.width, list.height));
  const pdf = pictureDocument({ title: list.title, subject: list.description }, fonts);
  pdf.addPage({ size: [list.width * scale, list.height * scale], margin: 0 });
  pdf.scale(scale);
  new Painter(pdf, theme, fonts).draw(list.items);
  return bytesOf(pdf);
}
