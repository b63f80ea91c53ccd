import { createPortal } from 'react-dom';
import type { DisplayList } from '../../shared/drawing/display-list';
import { fitOnSheet, posterOf, type Sheet, sheetSize, type Tile } from '../../shared/export/poster';
import { en } from '../../shared/text/en';
import { Symbol } from '../canvas/symbol';
import type { Preview } from './preview';
import styles from './print.module.css';
import { ReportPages } from './report-sheet';

const text = en.exportUi;
/** Between sheets on the table, millimetres. */
const gap = 6;
const mm = (value: number): string => `${value.toFixed(2)}mm`;

type Size = { readonly width: number; readonly height: number };

/** A part of a drawing in millimetres of paper. */
function Part(props: {
  list: DisplayList;
  label: string;
  part: Size & { x: number; y: number };
  on: Size;
}): React.JSX.Element {
  const { x, y, width, height } = props.part;
  return (
    <svg
      role="img"
      aria-label={props.label}
      className={styles.part}
      viewBox={`${x} ${y} ${width} ${height}`}
      style={{ width: mm(props.on.width), height: mm(props.on.height) }}
    >
      <Symbol group={{ kind: 'group', role: 'part', x: 0, y: 0, items: props.list.items }} />
    </svg>
  );
}

function OneSheet({ list, sheet }: { list: DisplayList; sheet: Sheet }): React.JSX.Element {
  return (
    <Part
      list={list}
      label={list.description}
      part={{ x: 0, y: 0, width: list.width, height: list.height }}
      on={fitOnSheet(list, sheet)}
    />
  );
}

function Piece({ list, tile, on }: { list: DisplayList; tile: Tile; on: Size }): React.JSX.Element {
  const name = text.sheet(tile.row, tile.column);
  return (
    <div className={styles.piece}>
      <div className={styles.marked}>
        <Part list={list} label={name} part={tile.part} on={on} />
        <i />
        <i />
        <i />
        <i />
      </div>
      <p>
        {list.title} · {name}
      </p>
    </div>
  );
}

/** What each sheet shows; the report is one piece that the printer breaks into pages. */
function sheetsOf(preview: Preview, sheet: Sheet, print: 'one' | 'poster' | 'report', scale: number) {
  if (preview.kind === 'report') return [<ReportPages key="report" report={preview.report} />];
  if (preview.kind !== 'drawing') return [];
  const { drawing } = preview;
  if (print !== 'poster') return [<OneSheet key="one" list={drawing} sheet={sheet} />];
  const poster = posterOf(drawing, sheet, scale);
  return poster.tiles.map((tile) => (
    <Piece key={`${tile.row} ${tile.column}`} list={drawing} tile={tile} on={poster.piece} />
  ));
}

interface PrintProps {
  preview: Preview;
  sheet: Sheet;
  print: 'one' | 'poster' | 'report';
  scale: number;
  theme: 'light' | 'dark';
}

/** How many sheets lie beside each other, and below. */
function tableOf({ preview, sheet, print, scale }: PrintProps): { columns: number; rows: number } {
  return print === 'poster' && preview.kind === 'drawing'
    ? posterOf(preview.drawing, sheet, scale)
    : { columns: 1, rows: 1 };
}

/** Size of all sheets as they lie, pixels; a report is as long as it is. */
export function sizeOfSheets(props: PrintProps): { width: number; height?: number } {
  const { columns, rows } = tableOf(props);
  const { width, height } = sheetSize(props.sheet);
  const size = (side: number, count: number): number => ((side * count + gap * (count - 1)) * 96) / 25.4;
  const across = { width: size(width, columns) };
  return props.preview.kind === 'report' ? across : { ...across, height: size(height, rows) };
}

/** The sheets as they lie on a table, a poster put together. */
export function SheetsPreview(props: PrintProps): React.JSX.Element {
  const { preview, sheet, print, scale } = props;
  const { width, height } = sheetSize(sheet);
  const { columns } = tableOf(props);
  const isReport = preview.kind === 'report';
  return (
    <div
      className={styles.table}
      data-theme={props.theme}
      style={{ gridTemplateColumns: `repeat(${columns}, ${mm(width)})`, gap: mm(gap) }}
    >
      {sheetsOf(preview, sheet, print, scale).map((content) => (
        <div
          key={content.key}
          className={styles.sheet}
          data-report={isReport}
          style={{ width: mm(width), [isReport ? 'minHeight' : 'height']: mm(height) }}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

/** The same sheets for the printer: the only thing in print, and unseen on the screen. */
export function PrintSheets(props: PrintProps): React.JSX.Element {
  const { preview, sheet, print, scale } = props;
  return createPortal(
    <div className={styles.printed} data-print-sheets="" data-theme="light" aria-hidden="true">
      {sheetsOf(preview, sheet, print, scale).map((content) => (
        <div
          key={content.key}
          className={styles.page}
          data-paper-size={`${sheet.paper}-${sheet.orientation}`}
          data-report={preview.kind === 'report'}
        >
          {content}
        </div>
      ))}
    </div>,
    document.body,
  );
}
