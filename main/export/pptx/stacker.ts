import { cleanLine } from '../../../shared/drawing/wrap-text';
import type { Block, Section, TableBlock, TilesBlock, Tone } from '../../../shared/report/types';
import type { Piece, Slide } from './deck';
import { fitted, heightOf, linesIn, textOfLines } from './fit';
import { frame, sizes } from './frame';
import { toneInks } from './ink';
import { chartSlide, pictureSlides } from './picture-slides';
import { heightOfTable, TableCutter } from './table-pieces';
import type { Paragraph } from './text-xml';
import { gap, mostTiles, tileHeight, tileRow } from './tile-pieces';

const { body } = frame;
const bodyEnd = body.y + body.height;
/** Room that a heading takes, and that the text below it needs at least, points. */
const headingHeight = 32;
const afterHeading = 48;
const bulletIndent = 18;

/** The paragraphs of a text: one for each of its lines. */
const partsOf = (text: string): string[] => text.split(/\r\n|[\r\n]/u).filter((part) => part.trim() !== '');

/** Sets the blocks of a section below each other on slides. */
export class Stacker {
  readonly slides: Slide[] = [];
  private pieces: Piece[] = [];
  private y: number = body.y;
  /** The heading that the slide stands under. */
  private topic = '';
  /** The one that the next slide stands under. */
  private nextTopic = '';
  private lastHeading = '';
  /** Headings that stand above the next block, wherever it goes. */
  private waiting: { readonly level: 2 | 3; readonly text: string }[] = [];

  constructor(private readonly section: Section) {}

  /** Ends the slide that is being filled. */
  private close(): void {
    if (this.isEmpty()) {
      this.topic = this.nextTopic;
      return;
    }
    const title = this.topic === '' ? this.section.title : this.topic;
    this.slides.push({
      layout: this.pieces.some(({ kind }) => kind === 'text') ? 'content' : 'only',
      section: this.section.name,
      kicker: title === this.section.title ? '' : this.section.title,
      title,
      caption: '',
      pieces: this.pieces,
    });
    this.pieces = [];
    this.y = body.y;
    this.topic = this.nextTopic;
  }

  private get room(): number {
    return bodyEnd - this.y;
  }

  private isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  /** Adds a paragraph to the text at the end of the slide. */
  private write(paragraph: Paragraph, height: number): void {
    const last = this.pieces.at(-1);
    if (last?.kind === 'text') {
      this.pieces[this.pieces.length - 1] = {
        ...last,
        box: { ...last.box, height: last.box.height + height },
        paragraphs: [...last.paragraphs, paragraph],
      };
    } else {
      const y = this.y + (this.isEmpty() ? 0 : gap);
      this.pieces.push({ kind: 'text', box: { ...body, y, height }, paragraphs: [paragraph] });
      this.y = y;
    }
    this.y += height;
  }

  /** A paragraph, going on over slides where it is longer than one. */
  private text(paragraph: Paragraph): void {
    this.headings(afterHeading);
    const width = body.width - (paragraph.bullet === undefined ? 0 : bulletIndent);
    let lines = linesIn(paragraph.text, width, paragraph);
    const { size, before = 0 } = paragraph;
    const whole = heightOf(lines.length, size) + before;
    if (!this.isEmpty() && whole > this.room - gap && (whole <= body.height || this.room < 96)) this.close();
    let own: Paragraph = { ...paragraph, text: cleanLine(paragraph.text) };
    while (heightOf(lines.length, size) + before > this.room) {
      const most = Math.max(1, Math.floor((this.room - before) / heightOf(1, size)));
      this.write({ ...own, text: textOfLines(own.text, lines, 0, most) }, heightOf(most, size) + before);
      this.close();
      if (lines.length <= most) return;
      const { bullet: _bullet, ...plain } = own;
      own = { ...plain, text: textOfLines(own.text, lines, most) };
      lines = lines.slice(most);
    }
    this.write(own, heightOf(lines.length, size) + before);
  }

  private heading(level: 2 | 3, text: string): void {
    this.lastHeading = text;
    if (level === 2) {
      this.nextTopic = text;
      if (this.y > body.y + body.height * 0.45) this.close();
    }
    this.waiting.push({ level, text });
  }

  /** Writes the headings that wait, above a block that needs so much room: where it lacks, on a new slide, whose title the first of them becomes. */
  private headings(needed: number): void {
    const { waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    const height = waiting.length * headingHeight;
    if (!this.isEmpty() && this.room < height + Math.min(needed, body.height - height)) this.close();
    for (const { level, text } of waiting) {
      if (level === 2 && this.isEmpty()) {
        this.topic = text;
        continue;
      }
      const size = level === 2 ? sizes.heading : sizes.subheading;
      const before = this.isEmpty() ? 0 : 10;
      const fit = fitted(text, { width: body.width, lines: 1 }, true, [size, size - 2, 11]);
      this.write(
        { text: fit.text, size: fit.size, isBold: true, ink: 'text', before },
        heightOf(1, size) + before,
      );
    }
  }

  private table(table: TableBlock): void {
    const cutter = new TableCutter(table, body.width);
    const isNamed = table.caption === '' || table.caption === this.lastHeading;
    const captionHeight = isNamed ? 0 : heightOf(1, sizes.subheading) + 10;
    const needed = cutter.height + captionHeight + gap;
    const fitsOne = needed <= body.height + gap;
    this.headings(fitsOne ? needed : body.height * 0.5);
    if (!this.isEmpty() && this.room < (fitsOne ? needed : body.height * 0.5)) this.close();
    if (!isNamed) this.caption(table.caption);
    while (!cutter.isDone) {
      const y = this.y + (this.isEmpty() ? 0 : 6);
      const part = cutter.take(this.isEmpty() ? cutter.evenRoom(bodyEnd - y) : bodyEnd - y);
      const height = heightOfTable(part);
      this.pieces.push({ kind: 'table', box: { ...body, y, height }, table: part });
      this.y = y + height;
      if (cutter.isDone) break;
      const { topic } = this;
      this.close();
      this.topic = topic;
    }
  }

  /** The caption of a table: the title of a slide that has no better one, else a line above the table. */
  private caption(text: string): void {
    if (this.isEmpty()) {
      this.topic = text;
      return;
    }
    const fit = fitted(text, { width: body.width, lines: 1 }, true, [sizes.subheading, 11]);
    const height = heightOf(1, sizes.subheading) + 10;
    this.write({ text: fit.text, size: fit.size, isBold: true, ink: 'text', before: 10 }, height);
  }

  private tiles({ tiles }: TilesBlock): void {
    this.headings(tileHeight + gap);
    for (let at = 0; at < tiles.length; at += mostTiles) {
      if (!this.isEmpty() && this.room < tileHeight + gap) this.close();
      const y = this.y + (this.isEmpty() ? 0 : gap);
      this.pieces.push(
        ...tileRow(tiles.slice(at, at + mostTiles), { ...body, y }, Math.min(mostTiles, tiles.length)),
      );
      this.y = y + tileHeight;
    }
  }

  private paragraphs(text: string, tone: Tone | undefined): void {
    const size = tone === 'lead' ? sizes.lead : tone === 'quiet' ? sizes.quiet : sizes.text;
    for (const part of partsOf(text))
      this.text({ text: part, size, ink: toneInks[tone ?? 'lead'], before: this.isEmpty() ? 0 : 8 });
  }

  private list(items: readonly string[], isNumbered: boolean): void {
    for (const [at, text] of items.entries())
      this.text({
        text,
        size: sizes.text,
        ink: 'text',
        bullet: isNumbered ? 'number' : 'dot',
        number: at + 1,
        before: this.isEmpty() ? 0 : 5,
      });
  }

  add(block: Block): void {
    const { section } = this;
    const title = this.nextTopic === '' ? section.title : this.nextTopic;
    switch (block.kind) {
      case 'heading':
        return this.heading(block.level, block.text);
      case 'paragraph':
        return this.paragraphs(block.text, block.tone);
      case 'list':
        return this.list(block.items, block.isNumbered === true);
      case 'table':
        return this.table(block);
      case 'tiles':
        return this.tiles(block);
      case 'picture':
        this.close();
        this.waiting = [];
        this.slides.push(...pictureSlides(block, { section, title }));
        return undefined;
      case 'chart':
        this.close();
        this.waiting = [];
        this.slides.push(chartSlide(block, { section, title }));
        return undefined;
    }
  }

  end(): readonly Slide[] {
    this.headings(0);
    this.close();
    return this.slides;
  }
}
