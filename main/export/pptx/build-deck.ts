import type { Report, Section } from '../../../shared/report/types';
import { deckText } from '../../../shared/text/deck';
import type { Piece, Slide } from './deck';
import { fitted, linesIn } from './fit';
import { frame, sizes } from './frame';
import { Stacker } from './stacker';
import { mostTiles, tileRow } from './tile-pieces';

/** The first slide: title and date, and of a cover with one row of figures these and what they say. */
function coverSlide(report: Report, section: Section | undefined): Slide {
  const title = fitted(report.title, { width: frame.coverTitle.width, lines: 2 }, true, [
    sizes.cover,
    32,
    28,
    24,
    20,
  ]);
  const subtitle = fitted(report.subtitle, { width: frame.coverSubtitle.width, lines: 1 }, false, [
    sizes.coverSubtitle,
    16,
    14,
    12,
  ]);
  const tiles = section?.blocks.find((block) => block.kind === 'tiles');
  const said = section?.blocks.find((block) => block.kind === 'paragraph');
  const isOne = section?.blocks.every((block) => block.kind !== 'heading') === true;
  const pieces: Piece[] = [];
  if (isOne && tiles) {
    const shown = tiles.tiles.slice(0, mostTiles);
    pieces.push(...tileRow(shown, frame.coverTiles, Math.max(3, shown.length)));
  }
  if (isOne && said) {
    const text = fitted(said.text, { width: frame.coverText.width, lines: 4 }, false, [
      sizes.lead,
      14,
      12,
      11,
    ]);
    const paragraphs = [{ text: text.text, size: text.size, ink: 'text' as const }];
    pieces.push({ kind: 'text', box: frame.coverText, paragraphs });
  }
  return {
    layout: 'title',
    section: null,
    kicker: '',
    title: title.text,
    titleSize: title.size,
    subtitle: subtitle.text,
    caption: report.date ?? '',
    pieces,
  };
}

/** Whether the first slide says all that a cover has to say. */
function isSaidOnCover({ blocks }: Section): boolean {
  const tiles = blocks.filter((block) => block.kind === 'tiles');
  const texts = blocks.filter((block) => block.kind === 'paragraph');
  return (
    tiles.length + texts.length === blocks.length &&
    tiles.length <= 1 &&
    texts.length <= 1 &&
    tiles.every((block) => block.tiles.length <= mostTiles) &&
    texts.every(({ text }) => linesIn(text, frame.coverText.width, { size: 11 }).length <= 4)
  );
}

/** The share of its line that a title fills: bold letters of fonts that stand in for ours are much wider. */
const titleSpare = 0.86;

/** Slides of one title after each other say which of them they are. */
function numbered(slides: readonly Slide[]): Slide[] {
  const all = new Map<string, number>();
  const keyOf = ({ section, kicker, title }: Slide): string => `${section}|${kicker}|${title}`;
  for (const slide of slides) all.set(keyOf(slide), (all.get(keyOf(slide)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return slides.map((slide) => {
    const of = all.get(keyOf(slide)) ?? 1;
    const at = (seen.get(keyOf(slide)) ?? 0) + 1;
    seen.set(keyOf(slide), at);
    const title = of === 1 ? slide.title : deckText.continued(slide.title, at, of);
    if (slide.layout === 'title') return slide;
    const fit = fitted(title, { width: frame.title.width * titleSpare, lines: 1 }, true, [
      sizes.title,
      20,
      18,
      16,
    ]);
    return { ...slide, title: fit.text, titleSize: fit.size };
  });
}

/** A title without the name of the stream, where the whole report is about that one. */
function withoutStream(title: string, { title: stream }: Report): string {
  const before = `${stream}: `;
  return title.startsWith(before) ? title.slice(before.length) : title;
}

/** A report as slides: the first with the title, then its sections in their order. */
export function buildDeck(report: Report): readonly Slide[] {
  const cover = report.sections.find(({ name }) => name === 'cover');
  const slides = report.sections.flatMap((section): readonly Slide[] => {
    if (section === cover && isSaidOnCover(section)) return [];
    const stacker = new Stacker(section);
    for (const block of section.blocks) stacker.add(block);
    return stacker.end().map((slide) => ({ ...slide, title: withoutStream(slide.title, report) }));
  });
  return numbered([coverSlide(report, cover), ...slides]);
}
