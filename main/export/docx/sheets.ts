import {
  Footer,
  Header,
  type ISectionOptions,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Report } from '../../../shared/report/types';
import { documentText } from '../../../shared/text/document';
import type { Piece } from './blocks';
import type { PageSection } from './measure';
import { type Orientation, pageOf, roomOf } from './page';
import { clean, field, runsOf } from './runs';

/** Pieces on sheets that lie the same way. */
export interface Sheets {
  readonly orientation: Orientation;
  readonly pieces: readonly Piece[];
}

/** The pieces in runs of sheets that lie the same way; headings stay with what follows them. */
export function intoSheets(pieces: readonly Piece[], usual: Orientation): Sheets[] {
  const sheets: { orientation: Orientation; pieces: Piece[] }[] = [];
  let waiting: Piece[] = [];
  const put = (orientation: Orientation): void => {
    const last = sheets.at(-1);
    if (last?.orientation === orientation) last.pieces.push(...waiting);
    else sheets.push({ orientation, pieces: waiting });
    waiting = [];
  };
  for (const piece of pieces) {
    waiting.push(piece);
    if (!piece.isHeading) put(piece.orientation ?? usual);
  }
  if (waiting.length > 0) put(usual);
  return sheets;
}

/** What the sheets hold, to count pages with. */
export function pageSectionOf({ orientation, pieces }: Sheets, { paper }: WriterOptions): PageSection {
  return { height: roomOf(paper, orientation).height / 20, rows: pieces.flatMap(({ rows }) => rows) };
}

function headerOf({ title }: Report): Header {
  return new Header({
    children: [new Paragraph({ style: 'Header', children: runsOf(title.replaceAll(/\s+/g, ' ')) })],
  });
}

function footerOf({ date }: Report, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ children: [clean(date ?? ''), new Tab(), `${documentText.page} `] }),
          field('PAGE', '1'),
          new TextRun({ text: ` ${documentText.of} ` }),
          field('NUMPAGES', '1'),
        ],
      }),
    ],
  });
}

/** A section of the document: a header with the title and a footer with the number of the page, except on the first page of all. */
export function sectionOf(
  { orientation, pieces }: Sheets,
  at: number,
  report: Report,
  options: WriterOptions,
): ISectionOptions {
  const { width } = roomOf(options.paper, orientation);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: pageOf(options.paper, orientation),
      titlePage: at === 0,
    },
    headers: { default: headerOf(report) },
    footers: { default: footerOf(report, width) },
    children: pieces.flatMap(({ nodes }) => nodes),
  };
}
