import PDFDocument from 'pdfkit';
import type { DisplayList, Group, Item, Path, Rect, Text } from '../../shared/drawing/display-list';
import { characterWidth, measureText } from '../../shared/drawing/font-metrics';
import type { Theme } from '../../shared/drawing/theme';
import { type StaticFont, staticFonts } from './fonts';

/** Points per pixel at 100 %. */
const pointsPerPixel = 0.75;
/** The longest side of a page that readers open, points. */
const longestSide = 14_400;

type Pdf = InstanceType<typeof PDFDocument>;

/** A piece of a line that one font has, or a character that none has. */
interface Run {
  readonly font: StaticFont | null;
  readonly text: string;
}

class Page {
  constructor(
    private readonly pdf: Pdf,
    private readonly theme: Theme,
    private readonly fonts: readonly StaticFont[],
  ) {}

  private paint({ fill, stroke }: Rect | Path): void {
    const { pdf, theme } = this;
    if (stroke) {
      pdf.lineWidth(stroke.width).lineJoin('round').strokeColor(theme[stroke.ink]);
      pdf.lineCap(stroke.dash ? 'butt' : 'round');
      const [length = 0, space = length] = stroke.dash ?? [];
      if (stroke.dash) pdf.dash(length, { space });
      else pdf.undash();
    }
    if (fill && stroke) pdf.fillAndStroke(theme[fill], theme[stroke.ink]);
    else if (fill) pdf.fill(theme[fill]);
    else if (stroke) pdf.stroke();
  }

  private rect(item: Rect): void {
    const { x, y, width, height, radius = 0 } = item;
    if (radius > 0) this.pdf.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
    else this.pdf.rect(x, y, width, height);
    this.paint(item);
  }

  private runsOf({ text, weight }: Text): Run[] {
    const runs: { font: StaticFont | null; text: string }[] = [];
    for (const character of text) {
      const font =
        this.fonts.find((each) => each.weight === weight && each.characters.has(character)) ?? null;
      const last = runs.at(-1);
      if (last && last.font === font && font !== null) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  /** A small empty frame in place of a character that the font lacks. */
  private frame(x: number, size: number, width: number): void {
    if (width === 0) return;
    this.pdf.undash().lineWidth(size / 14);
    this.pdf.rect(x + width * 0.1, -size * 0.72, width * 0.8, size * 0.72).stroke();
  }

  private text(item: Text): void {
    if (item.text === '') return;
    const { pdf, theme } = this;
    const { size, weight, anchor } = item;
    const width = measureText(item.text, size, weight);
    let x = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
    pdf.save().translate(item.x, item.y);
    if (item.rotate !== undefined) pdf.rotate(item.rotate);
    pdf.fillColor(theme[item.ink]).strokeColor(theme[item.ink]).fontSize(size);
    for (const run of this.runsOf(item)) {
      const runWidth = measureText(run.text, size, weight);
      if (run.font) {
        pdf.font(run.font.name);
        pdf.text(run.text, x, 0, { lineBreak: false, baseline: 'alphabetic' });
      } else this.frame(x, size, characterWidth(run.text, weight) * size);
      x += runWidth;
    }
    pdf.restore();
  }

  private group({ x, y, items }: Group): void {
    if (x === 0 && y === 0) return this.draw(items);
    this.pdf.save().translate(x, y);
    this.draw(items);
    this.pdf.restore();
  }

  draw(items: readonly Item[]): void {
    for (const item of items) {
      if (item.kind === 'group') this.group(item);
      else if (item.kind === 'text') this.text(item);
      else if (item.kind === 'rect') this.rect(item);
      else {
        this.pdf.path(item.d);
        this.paint(item);
      }
    }
  }
}

/** A PDF without a date of its own making: the same drawing gives the same bytes. */
function newDocument(list: DisplayList, size: [number, number]): Pdf {
  const CreationDate = new Date(0);
  const pdf = new PDFDocument({
    size,
    margin: 0,
    // From 1.4 on the library writes XMP metadata, with a date and with the title unescaped.
    pdfVersion: '1.3',
    lang: 'en',
    displayTitle: true,
    info: { Title: list.title, Subject: list.description, Creator: 'Streamwright', CreationDate },
  });
  // The library needs a date to make the id of the document; one that is not enumerable is not written.
  Object.defineProperty(pdf.info, 'CreationDate', { value: CreationDate, enumerable: false });
  return pdf;
}

async function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const isComplete = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await isComplete;
  return Buffer.concat(chunks);
}

/** A drawing as a PDF of one page as large as the drawing (at most 200 inches a side): vectors, and text that can be selected and searched. */
export async function toDiagramPdf(list: DisplayList, theme: Theme): Promise<Uint8Array> {
  const fonts = await staticFonts(list);
  const scale = Math.min(pointsPerPixel, longestSide / Math.max(list.width, list.height));
  const pdf = newDocument(list, [list.width * scale, list.height * scale]);
  for (const font of fonts) pdf.registerFont(font.name, Buffer.from(font.bytes));
  pdf.scale(scale);
  new Page(pdf, theme, fonts).draw(list.items);
  return bytesOf(pdf);
}
