import { BookmarkEnd, BookmarkStart, Paragraph, type Table } from 'docx';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Block, ChartBlock, ListBlock, PictureBlock } from '../../../shared/report/types';
import { chartHeight, chartParagraph, type ChartParts, chartParts } from './chart';
import { type StyleId, toneStyles } from './faces';
import { paragraphRow, plainRow, type Row, textHeight } from './measure';
import { type Orientation, type Room, roomOf, twipsPerPixel } from './page';
import { pictureParagraph, placeDrawing } from './picture';
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

async function picturePiece(block: PictureBlock, context: PieceContext): Promise<Piece> {
  const { options, counters } = context;
  const { folded, caption } = block;
  const narrow = roomOf(options.paper, 'portrait').width / 20;
  const besides = 20 * (heightOf(context.above) + textHeight('Caption', caption, narrow) + pictureSpace);
  const placement = placeDrawing({ whole: block.drawing, folded, besides }, options);
  counters.picture += 1;
  const picture = await pictureParagraph(placement, { number: counters.picture, alt: block.alt });
  const height = (placement.drawing.height * placement.scale * twipsPerPixel) / 20;
  const room = roomOf(options.paper, placement.orientation);
  return {
    nodes: [picture, new Paragraph({ style: 'Caption', children: runsOf(caption) })],
    rows: [
      { ...plainRow, height, before: 6, after: 4, isKept: true },
      paragraphRow('Caption', caption, points(room.width)),
    ],
    orientation: placement.orientation,
    isHeading: false,
  };
}

/** A block of a report as a piece of the document. */
export async function pieceOf(block: Block, room: Room, context: PieceContext): Promise<Piece> {
  const piece = await made(block, room, context);
  if (piece.isHeading) context.above.push(piece);
  else context.above = [];
  return piece;
}

async function made(block: Block, room: Room, context: PieceContext): Promise<Piece> {
  switch (block.kind) {
    case 'heading':
      return headingPiece(block.level, block.text, room, context);
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
    case 'picture':
      return await picturePiece(block, context);
    case 'chart':
      return chartPiece(block, room, context);
  }
}
