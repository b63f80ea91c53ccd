import type PDFDocument from 'pdfkit';
import type { Group, Item, Path, Rect, Text, Weight } from '../../../shared/drawing/display-list';
import { measureText, unitWidth } from '../../../shared/drawing/font-metrics';
import { unitsOf } from '../../../shared/drawing/text-units';
import type { Theme } from '../../../shared/drawing/theme';
import { fontOf, type StaticFont } from '../fonts';

export type Pdf = InstanceType<typeof PDFDocument>;

/** A piece of a line that one font has, or one that none has. */
interface Run {
  readonly font: StaticFont | null;
  readonly text: string;
}

/** Draws what a display list is made of on the pages of a PDF whose fonts are registered by their names. */
export class Painter {
  private readonly known = new Map<string, StaticFont | null>();

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

  private fontFor(unit: string, weight: Weight): StaticFont | null {
    const key = `${weight}${unit}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const font = fontOf(this.fonts, unit, weight);
    this.known.set(key, font);
    return font;
  }

  private runsOf({ text, weight }: Text): Run[] {
    const runs: { font: StaticFont | null; text: string }[] = [];
    for (const unit of unitsOf(text)) {
      const font = this.fontFor(unit, weight);
      const last = runs.at(-1);
      if (last && last.font === font && font !== null) last.text += unit;
      else runs.push({ font, text: unit });
    }
    return runs;
  }

  /** A small empty frame in place of a character that the fonts lack. */
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
      } else this.frame(x, size, unitWidth(run.text, weight) * size);
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
