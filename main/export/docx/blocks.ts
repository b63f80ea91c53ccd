import { BookmarkEnd, BookmarkStart, Paragraph, type Table } from 'docx';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Block, ChartBlock, HeadingBlock, ListBlock, PictureBlock } from '../../../shared/report/types';
import { documentText } from '../../../shared/text/document';
import { chartHeight, chartParagraph, type ChartParts, chartParts } from './chart';
import { type StyleId, toneStyles } from './faces';
import { paragraphRow, plainRow, type Row, textHeight } from './measure';
import { type Orientation, type Room, roomOf, twipsPerPixel } from './page';
import { inOnePiece, pictureParagraph, placeDrawing, type Placement } from './picture';
import { runsOf } from './runs';
import { listIndent } from './styles';
import { tableOf, tableRows, tilesOf, tilesRows } from './table';

/** A part of the document with what it takes of its page. */
export interface Piece {
  readonly nodes: readonly (Paragraph | Table)[];
  readonly rows: readonly Row[];
  /** How its sheet lies; null where that does not matter. */
  readonly orientation: Orientation | null;
  /** Whether it stands on the page of what follows. */
  readonly isHeading: boolean;
}

/** A line of the contents; its place among them is the number of its bookmark. */
export interface Entry {
  readonly level: 1 | 2;
  readonly title: string;
}

/** What the pieces of a document are made with: numbers are given out while it is written, so that each is used once. */
export interface PieceContext {
  readonly options: WriterOptions;
  readonly counters: { picture: number; list: number };
  readonly entries: Entry[];
  readonly charts: ChartParts[];
  /** Headings that wait for what they stand above. */
  above: Piece[];
}

/** Name of the bookmark of an entry of the contents. */
export const bookmarkOf = (entry: number): string => `_Toc${String(entry + 1).padStart(6, '0')}`;

/** References of the lists: with a character that no text of a user keeps, because the library looks for them in all texts. */
export const listReferences = { bullet: 'bullet\uffff', number: 'number\uffff' } as const;

const points = (twips: number): number => twips / 20;

/** A paragraph in a style. */
export function paragraphPiece(style: StyleId, text: string, room: Room): Piece {
  return {
    nodes: [new Paragraph({ style, children: runsOf(text) })],
    rows: [paragraphRow(style, text, points(room.width))],
    orientation: null,
    isHeading: false,
  };
}

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

/** A heading; the contents list those of two levels, which carry bookmarks. */
export function headingPiece(level: 1 | 2 | 3, text: string, room: Room, { entries }: PieceContext): Piece {
  const style = headingStyles[level];
  const entry = level === 3 ? null : entries.length;
  if (level !== 3) entries.push({ level, title: text });
  const children = runsOf(text);
  return {
    nodes: [
      new Paragraph({
        style,
        children:
          entry === null
            ? children
            : [new BookmarkStart(bookmarkOf(entry), entry + 1), ...children, new BookmarkEnd(entry + 1)],
      }),
    ],
    rows: [paragraphRow(style, text, points(room.width), { isKept: true, breaksPage: level === 1, entry })],
    orientation: null,
    isHeading: true,
  };
}

function listPiece({ items, isNumbered }: ListBlock, room: Room, { counters }: PieceContext): Piece {
  counters.list += 1;
  const style = isNumbered === true ? 'ListNumber' : 'ListBullet';
  const reference = isNumbered === true ? listReferences.number : listReferences.bullet;
  const instance = isNumbered === true ? counters.list : 0;
  return {
    nodes: items.map(
      (item) =>
        new Paragraph({ style, numbering: { reference, level: 0, instance }, children: runsOf(item) }),
    ),
    rows: items.map((item) => paragraphRow(style, item, points(room.width - listIndent))),
    orientation: null,
    isHeading: false,
  };
}

/** Space round a picture and its caption, points. */
const pictureSpace = 36;

/** Height of pieces below each other, points. */
function heightOf(pieces: readonly Piece[]): number {
  return pieces
    .flatMap(({ rows }) => rows)
    .reduce((sum, { before, height, after }) => sum + before + height + after, 0);
}

function chartPiece(block: ChartBlock, room: Room, { options, counters, charts }: PieceContext): Piece {
  counters.picture += 1;
  charts.push(chartParts(block, counters.picture, options.today));
  const width = points(room.width);
  return {
    nodes: [
      new Paragraph({ style: 'TableCaption', children: runsOf(block.title) }),
      chartParagraph(block, { number: counters.picture, alt: block.alt }, width),
      new Paragraph({ style: 'Gap' }),
    ],
    rows: [
      paragraphRow('TableCaption', block.title, width, { isKept: true }),
      { ...plainRow, height: chartHeight(block), before: 6, after: 4 },
      paragraphRow('Gap', '', width),
    ],
    orientation: null,
    isHeading: false,
  };
}

interface Said {
  readonly caption: string;
  readonly alt: string;
}

async function placedPiece(
  placement: Placement,
  { caption, alt }: Said,
  { options, counters }: PieceContext,
): Promise<Piece> {
  const { drawing, scale, orientation } = placement;
  counters.picture += 1;
  const picture = await pictureParagraph(placement, { number: counters.picture, alt });
  const width = points(roomOf(options.paper, orientation).width);
  return {
    nodes: [picture, new Paragraph({ style: 'Caption', children: runsOf(caption) })],
    rows: [
      {
        ...plainRow,
        height: points(drawing.height * scale * twipsPerPixel),
        before: 6,
        after: 4,
        isKept: true,
      },
      paragraphRow('Caption', caption, width),
    ],
    orientation,
    isHeading: false,
  };
}

/** A picture, and where it is too small to read the same again in parts. */
async function picturePieces(block: PictureBlock, context: PieceContext): Promise<Piece[]> {
  const { drawing: whole, folded, caption, alt, pages = [] } = block;
  const { options } = context;
  const narrow = points(roomOf(options.paper, 'portrait').width);
  const belowHeading = textHeight('Caption', caption, narrow) + pictureSpace;
  const besides = 20 * (heightOf(context.above) + belowHeading);
  const placement = placeDrawing({ whole, folded, besides }, options);
  const isInParts = placement.scale < inOnePiece && pages.length > 0;
  const shown = isInParts ? placeDrawing({ whole, folded: undefined, besides }, options) : placement;
  const pieces = [await placedPiece(shown, { caption, alt }, context)];
  if (!isInParts) return pieces;
  for (const [at, drawing] of pages.entries()) {
    const part = placeDrawing({ whole: drawing, folded: undefined, besides: 20 * belowHeading }, options);
    const said = documentText.part(caption, at + 1, pages.length);
    pieces.push(await placedPiece(part, { caption: said, alt: drawing.description || said }, context));
  }
  return pieces;
}

/** A block of a report as pieces of the document. */
export async function piecesOf(block: Block, room: Room, context: PieceContext): Promise<Piece[]> {
  if (block.kind === 'heading') {
    const piece = headingPiece(block.level, block.text, room, context);
    context.above.push(piece);
    return [piece];
  }
  const pieces =
    block.kind === 'picture' ? await picturePieces(block, context) : [pieceOf(block, room, context)];
  context.above = [];
  return pieces;
}

function pieceOf(
  block: Exclude<Block, HeadingBlock | PictureBlock>,
  room: Room,
  context: PieceContext,
): Piece {
  switch (block.kind) {
    case 'paragraph':
      return paragraphPiece(block.tone === undefined ? 'Normal' : toneStyles[block.tone], block.text, room);
    case 'list':
      return listPiece(block, room, context);
    case 'table':
      return {
        nodes: tableOf(block, room.width),
        rows: tableRows(block, room.width),
        orientation: null,
        isHeading: false,
      };
    case 'tiles':
      return {
        nodes: tilesOf(block, room.width),
        rows: tilesRows(block, room.width),
        orientation: null,
        isHeading: false,
      };
    case 'chart':
      return chartPiece(block, room, context);
  }
}
