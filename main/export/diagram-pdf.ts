import type { DisplayList } from '../../shared/drawing/display-list';
import type { Theme } from '../../shared/drawing/theme';
import { type Page, pagesOf, type Paging } from '../../shared/drawing/sheet-pages';
import { staticFonts, textsOf } from './fonts';
import { bytesOf, pictureDocument } from './pdf/document';
import { Painter, type Pdf } from './pdf/paint';

function drawPage(pdf: Pdf, painter: Painter, { size, parts }: Page): void {
  pdf.addPage({ size: [size.width, size.height], margin: 0 });
  for (const { items, x, y, scale, clip } of parts) {
    pdf.save();
    if (clip) pdf.rect(clip.x, clip.y, clip.width, clip.height).clip();
    pdf.translate(x, y).scale(scale);
    painter.draw(items);
    pdf.restore();
  }
}

/** As large as the drawing. */
const asDrawn: Paging = { pages: 'drawing', paper: 'a4', orientation: 'landscape' };

/**
 * A drawing as a PDF: one page as large as the drawing (at most 200 inches a side), one sheet, or a poster over many
 * sheets with marks for cutting. Vectors, and text that can be selected and searched.
 */
export async function toDiagramPdf(
  list: DisplayList,
  theme: Theme,
  paging: Paging = asDrawn,
): Promise<Uint8Array> {
  const pages = pagesOf(list, paging);
  const items = pages.flatMap(({ parts }) => parts.flatMap((part) => [...part.items]));
  const fonts = await staticFonts(textsOf({ ...list, items }));
  const pdf = pictureDocument({ title: list.title, subject: list.description }, fonts);
  const painter = new Painter(pdf, theme, fonts);
  for (const page of pages) drawPage(pdf, painter, page);
  return bytesOf(pdf);
}
