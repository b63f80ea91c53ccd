import { useId, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { paperSize, type Size } from '../../shared/drawing/paper-size';
import { type Page, pagesOf } from '../../shared/drawing/sheet-pages';
import type { ExportWish } from '../../shared/export/formats';
import { en } from '../../shared/text/en';
import { Symbol } from '../canvas/symbol';
import type { Preview } from './preview';
import styles from './print.module.css';
import { ReportPages } from './report-sheet';

const text = en.exportUi;
/** Pixels in a point. */
const pixels = 96 / 72;
/** Between sheets that lie on the table, points. */
const gap = 14;

/** The sheets that something is put on. */
export interface Sheets {
  readonly preview: Preview;
  readonly paper: ExportWish['paper'];
  readonly orientation: ExportWish['orientation'];
  /** How a drawing is put on sheets; a report flows over them. */
  readonly pages: 'one' | 'poster';
  readonly theme: 'light' | 'dark';
}

/** One sheet with what is drawn on it. */
function SheetPicture(props: { page: Page; label: string }): React.JSX.Element {
  const { size, parts } = props.page;
  const id = useId();
  return (
    <svg
      role="img"
      aria-label={props.label}
      className={styles.picture}
      viewBox={`0 0 ${size.width} ${size.height}`}
      style={{ width: `${size.width}pt`, height: `${size.height}pt` }}
    >
      {parts.map(({ items, x, y, scale, clip }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts have no names
        <g key={index} clipPath={clip && `url(#${id})`}>
          {clip && (
            <clipPath id={id}>
              <rect {...clip} />
            </clipPath>
          )}
          <g transform={`translate(${x} ${y}) scale(${scale})`}>
            <Symbol group={{ kind: 'group', role: 'part', x: 0, y: 0, items }} />
          </g>
        </g>
      ))}
    </svg>
  );
}

/** How many sheets lie beside each other: those of a poster as they are put together. */
function columnsOf(pages: readonly Page[]): number {
  if (pages.length < 2) return 1;
  const tops = pages.map(({ parts }) => parts[1]?.y);
  const next = tops.findIndex((top) => top !== tops[0]);
  return next < 0 ? pages.length : next;
}

function laidOut({ preview, paper, orientation, pages }: Sheets): {
  readonly sheets: readonly Page[];
  readonly columns: number;
} {
  if (preview.kind !== 'drawing') return { sheets: [], columns: 1 };
  const sheets = pagesOf(preview.drawing, { pages, paper, orientation });
  return { sheets, columns: columnsOf(sheets) };
}

/** Size of all sheets as they lie, pixels; a report is as long as it is. */
export function sizeOfSheets(props: Sheets): { width: number; height?: number } {
  const { sheets, columns } = laidOut(props);
  const { width, height } = paperSize(props.paper, props.orientation);
  const size = (side: number, count: number): number => (side * count + gap * (count - 1)) * pixels;
  const across = { width: size(width, columns) };
  return sheets.length === 0 ? across : { ...across, height: size(height, sheets.length / columns) };
}

/** How many sheets a drawing takes, and how many lie beside each other. */
export function countSheets(props: Sheets): { readonly all: number; readonly across: number } {
  const { sheets, columns } = laidOut(props);
  return { all: sheets.length, across: columns };
}

const nameOf = (index: number, columns: number): string =>
  text.sheet(Math.floor(index / columns) + 1, (index % columns) + 1);

function ReportSheet({ preview, size }: { preview: Preview; size: Size }): React.JSX.Element | null {
  return preview.kind === 'report' ? (
    <div className={styles.sheet} style={{ width: `${size.width}pt`, minHeight: `${size.height}pt` }}>
      <ReportPages report={preview.report} />
    </div>
  ) : null;
}

/** The sheets as they lie on a table, a poster put together. */
export function SheetsPreview(props: Sheets): React.JSX.Element {
  const { sheets, columns } = laidOut(props);
  const size = paperSize(props.paper, props.orientation);
  return (
    <div
      className={styles.table}
      data-theme={props.theme}
      style={{ gridTemplateColumns: `repeat(${columns}, ${size.width}pt)`, gap: `${gap}pt` }}
    >
      <ReportSheet preview={props.preview} size={size} />
      {sheets.map((page, index) => (
        <div key={nameOf(index, columns)} className={styles.sheet}>
          <SheetPicture page={page} label={nameOf(index, columns)} />
        </div>
      ))}
    </div>
  );
}

/** Says how large the pages in print are, while something is printed. Named pages would part a picture from its caption. */
function usePageSize(paper: Sheets['paper'], orientation: Sheets['orientation']): void {
  useLayoutEffect(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(`@page { size: ${paper} ${orientation}; margin: 0; }`);
    document.adoptedStyleSheets.push(rules);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
    };
  }, [paper, orientation]);
}

/** The same sheets for the printer: the only thing in print, and unseen on the screen. */
export function PrintSheets(props: Sheets): React.JSX.Element {
  const { preview, paper, orientation } = props;
  const { sheets, columns } = laidOut(props);
  const isReport = preview.kind === 'report';
  usePageSize(paper, orientation);
  return createPortal(
    <div className={styles.printed} data-print-sheets="" data-theme="light" aria-hidden="true">
      {isReport && <ReportPages report={preview.report} />}
      {sheets.map((page, index) => (
        <div key={nameOf(index, columns)} className={styles.page}>
          <SheetPicture page={page} label={nameOf(index, columns)} />
        </div>
      ))}
    </div>,
    document.body,
  );
}
