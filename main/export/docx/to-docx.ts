import { AlignmentType, Document, LevelFormat, Packer } from 'docx';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Report, Section } from '../../../shared/report/types';
import {
  headingPiece,
  listReferences,
  paragraphPiece,
  type Piece,
  type PieceContext,
  piecesOf,
} from './blocks';
import { contentsOf, contentsRows } from './contents';
import { pagesOfEntries } from './measure';
import { type Room, roomOf } from './page';
import { appPropertiesXml, corePropertiesXml, repacked } from './parts';
import { intoSheets, pageSectionOf, sectionOf } from './sheets';
import { listIndent, stylesXml } from './styles';

async function sectionPieces(
  section: Section,
  room: Room,
  context: PieceContext,
  heading: readonly Piece[],
): Promise<Piece[]> {
  const pieces = [...heading];
  context.above = [...heading];
  for (const block of section.blocks) pieces.push(...(await piecesOf(block, room, context)));
  return pieces;
}

function titlePieces({ title, subtitle, date }: Report, room: Room): Piece[] {
  return [
    paragraphPiece('Title', title, room),
    ...(subtitle === '' ? [] : [paragraphPiece('Subtitle', subtitle, room)]),
    ...(date === null ? [] : [paragraphPiece('Date', date, room)]),
  ];
}

/** Fewer headings than these need no contents. */
const fewestEntries = 3;

interface Written {
  readonly pieces: readonly Piece[];
  readonly contents: Piece | null;
}

/** Title and cover, contents, and the sections one after the other. */
async function write(report: Report, room: Room, context: PieceContext): Promise<Written> {
  const { onProgress } = context.options;
  const [first] = report.sections;
  const hasCover = first?.name === 'cover';
  const front = [
    ...titlePieces(report, room),
    ...(hasCover ? await sectionPieces(first, room, context, []) : []),
  ];
  const rest: Piece[] = [];
  const sections = hasCover ? report.sections.slice(1) : report.sections;
  for (const [at, section] of sections.entries()) {
    onProgress?.(at / sections.length, section.title);
    const heading = headingPiece(1, section.title, room, context);
    rest.push(...(await sectionPieces(section, room, context, [heading])));
  }
  if (context.entries.length < fewestEntries) return { pieces: [...front, ...rest], contents: null };
  const contents: Piece = {
    nodes: [],
    rows: contentsRows(context.entries, room.width),
    orientation: null,
    isHeading: false,
  };
  return { pieces: [...front, contents, ...rest], contents };
}

const numbering = {
  config: [
    { reference: listReferences.bullet, format: LevelFormat.BULLET, text: '•' },
    { reference: listReferences.number, format: LevelFormat.DECIMAL, text: '%1.' },
  ].map(({ reference, format, text }) => ({
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: listIndent, hanging: listIndent - 80 } } },
      },
    ],
  })),
};

/** A report as a Word document whose look its styles decide; the same report and options give the same bytes. */
export async function toDocx(report: Report, options: WriterOptions): Promise<Uint8Array> {
  const room = roomOf(options.paper, options.orientation);
  const context: PieceContext = {
    options,
    counters: { picture: 0, list: 0 },
    entries: [],
    charts: [],
    above: [],
  };
  const { pieces, contents } = await write(report, room, context);
  const sheets = intoSheets(pieces, options.orientation);
  const pages = pagesOfEntries(sheets.map((each) => pageSectionOf(each, options)));
  const filled = (piece: Piece): Piece =>
    piece === contents ? { ...piece, nodes: contentsOf(context.entries, pages) } : piece;
  const document = new Document({
    numbering,
    sections: sheets.map((each, at) =>
      sectionOf({ ...each, pieces: each.pieces.map(filled) }, at, report, options),
    ),
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml(room.width, report.language) },
    { path: 'docProps/core.xml', data: corePropertiesXml(report, options.today) },
    { path: 'docProps/app.xml', data: appPropertiesXml() },
  ]);
  return await repacked(packed, context.charts);
}
