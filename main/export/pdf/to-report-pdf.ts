import type { Size } from '../../../shared/drawing/paper-size';
import { dark, light } from '../../../shared/drawing/theme';
import type { DisplayList, Item } from '../../../shared/drawing/display-list';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Report } from '../../../shared/report/types';
import { sheetText } from '../../../shared/text/sheets';
import { staticFonts, textsOf } from '../fonts';
import { bytesOf, reportDocument } from './document';
import { layReport } from './lay-report';
import { Painter, type Pdf } from './paint';
import type { Anchor, Sheet, Tag } from './sheet';

type Element = ReturnType<Pdf['struct']>;

/** Everything that is drawn on the pages as one list, for its texts. */
function drawnOn(sheets: readonly Sheet[]): DisplayList {
  const items: Item[] = sheets.flatMap(({ marks }) => marks.flatMap((mark) => [...mark.items]));
  return { width: 0, height: 0, title: '', description: '', items };
}

/** Builds the structure in its order before anything is drawn, so that content finds its element. */
function elementsOf(pdf: Pdf, root: Tag): ReadonlyMap<Tag, Element> {
  const elements = new Map<Tag, Element>();
  const top = pdf.struct('Document');
  pdf.addStructure(top);
  const build = (tag: Tag, parent: Element): void => {
    const { type, alt, scope } = tag;
    const element = pdf.struct(type, {
      ...(alt === undefined ? {} : { alt }),
      ...(scope === undefined ? {} : { scope }),
    });
    parent.add(element);
    elements.set(tag, element);
    for (const child of tag.children) build(child, element);
  };
  for (const child of root.children) build(child, top);
  return elements;
}

/** The entries of an object of the file, which the library keeps to itself. */
function dataOf(dictionary: unknown): object {
  const isObject = typeof dictionary === 'object' && dictionary !== null;
  const data: unknown = isObject && 'data' in dictionary ? dictionary.data : null;
  return typeof data === 'object' && data !== null ? data : {};
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws the pages of a report into a document. */
class ReportWriter {
  private readonly names = new Map<Anchor, string>();
  private outlined: Pdf['outline'] | null = null;

  constructor(
    private readonly pdf: Pdf,
    private readonly painter: Painter,
    private readonly elements: ReadonlyMap<Tag, Element>,
    sheets: readonly Sheet[],
  ) {
    const anchors = sheets.flatMap((sheet) => sheet.anchors);
    anchors.forEach((anchor, index) => this.names.set(anchor, `part-${String(index + 1)}`));
  }

  private furniture(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Tells readers where a picture is; the library does so only for the page that is open when its element is made. */
  private bound(element: Element, { x, y }: Point, { width, height }: Size): void {
    const bottom = this.pdf.page.height - y - height;
    const attributes = {
      O: 'Layout',
      Placement: 'Block',
      BBox: [x, bottom, x + width, bottom + height],
    };
    if ('dictionary' in element) Object.assign(dataOf(element.dictionary), { A: attributes });
  }

  private mark({ tag, items, place, area }: Sheet['marks'][number]): void {
    const draw = (): void => {
      if (!place) return this.painter.draw(items);
      this.pdf.save().translate(place.x, place.y).scale(place.scale);
      this.painter.draw(items);
      this.pdf.restore();
    };
    const element = tag && this.elements.get(tag);
    if (!element) return this.furniture(draw);
    if (place && area) this.bound(element, place, area);
    element.add(draw);
  }

  private anchor(anchor: Anchor): void {
    const { pdf } = this;
    const top = Math.max(0, anchor.y - 12);
    pdf.addNamedDestination(this.names.get(anchor) ?? '', 'XYZ', 0, top, 0);
    // The library counts the left edge from the right.
    const options = { expanded: anchor.level === 1, top, left: pdf.page.width };
    if (anchor.level === 1) this.outlined = pdf.outline.addItem(anchor.title, options);
    else (this.outlined ?? pdf.outline).addItem(anchor.title, options);
  }

  sheet({ width, height, marks, anchors, links }: Sheet): void {
    const { pdf } = this;
    pdf.addPage({ size: [width, height], margin: 0 });
    this.furniture(() => {
      this.painter.draw([{ kind: 'rect', x: 0, y: 0, width, height, fill: 'surface' }]);
    });
    for (const mark of marks) this.mark(mark);
    for (const anchor of anchors) this.anchor(anchor);
    for (const link of links) {
      const more = { structParent: this.elements.get(link.tag), Contents: new String(link.says) };
      pdf.goTo(link.x, link.y, link.width, link.height, this.names.get(link.to) ?? '', more as object);
    }
  }
}

/**
 * A report as a PDF that can be read aloud, searched and printed: tagged, with outline and contents, all drawn as vectors.
 * The same report and options give the same bytes.
 */
export async function toReportPdf(report: Report, options: WriterOptions): Promise<Uint8Array> {
  const { sheets, root } = layReport(report, options);
  const fonts = await staticFonts(textsOf(drawnOn(sheets)));
  const pdf = reportDocument(report, options.today, fonts);
  const painter = new Painter(pdf, options.theme === 'dark' ? dark : light, fonts);
  const writer = new ReportWriter(pdf, painter, elementsOf(pdf, root), sheets);
  sheets.forEach((sheet, index) => {
    options.onProgress?.(0.3 + (0.6 * index) / sheets.length, sheetText.writing(index + 1, sheets.length));
    writer.sheet(sheet);
  });
  return await bytesOf(pdf);
}
