import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ExportChoices } from '../../shared/export/choices';
import { formatTraits } from '../../shared/export/formats';
import { paperSize } from '../../shared/drawing/paper-size';
import { en } from '../../shared/text/en';
import { Drawing } from '../canvas/drawing';
import styles from './export.module.css';
import { mostRows, type Preview } from './preview';
import { type Sheets, SheetsPreview, sizeOfSheets } from './print-sheets';
import { ReportPages, ReportSlides } from './report-sheet';
import { sheetOf } from './wish';

const text = en.exportUi;
const pixelsPerPoint = 96 / 72;
const slideWidth = 960;

/** Shows something of a given width so that it fills the width there is, never larger than itself; where its height is given too, all of it. */
function Fitted(props: { width: number; height?: number; children: ReactNode }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const take = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const measure = new ResizeObserver(take);
    measure.observe(element);
    take();
    return () => measure.disconnect();
  }, []);
  const byHeight = props.height === undefined ? 1 : room.height / props.height;
  const zoom = Math.min(1, room.width / props.width, byHeight);
  return (
    <div ref={place} className={styles.fitted} data-whole={props.height !== undefined}>
      {room.width > 0 && <div style={{ zoom, width: props.width }}>{props.children}</div>}
    </div>
  );
}

function CellsView({ preview }: { preview: Extract<Preview, { kind: 'cells' }> }): React.JSX.Element {
  const [headings = [], ...rows] = preview.cells;
  return (
    <>
      <div className={styles.cells}>
        <table>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no names
              <tr key={at}>
                {row.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells have no names
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < preview.rows && (
        <p className={styles.hint}>{text.rowsShown(rows.length, preview.rows)}</p>
      )}
    </>
  );
}

function TextView(props: { written: string; isWhole: boolean }): React.JSX.Element {
  return (
    <>
      <pre className={styles.text}>{props.written}</pre>
      {!props.isWhole && <p className={styles.hint}>{text.linesShown(mostRows)}</p>}
    </>
  );
}

function ReportView(props: {
  preview: Extract<Preview, { kind: 'report' }>;
  choices: ExportChoices;
}): React.JSX.Element {
  const { preview, choices } = props;
  if (preview.text !== null) return <TextView written={preview.text} isWhole />;
  const isDark =
    choices.theme === 'dark' && choices.target !== 'print' && formatTraits[choices.target].hasTheme;
  const isSlides = choices.target === 'pptx';
  const { width, height } = paperSize(choices.paper, choices.orientation);
  const pixels = isSlides ? slideWidth : Math.round(width * pixelsPerPoint);
  return (
    <div className={styles.sheets} data-theme={isDark ? 'dark' : 'light'}>
      <Fitted width={pixels}>
        <div
          className={isSlides ? styles.slides : styles.pages}
          style={{ '--sheetHeight': `${Math.round(height * pixelsPerPoint)}px` } as React.CSSProperties}
        >
          {isSlides ? <ReportSlides report={preview.report} /> : <ReportPages report={preview.report} />}
        </div>
      </Fitted>
      <p className={styles.pageNote}>{isSlides ? text.slidesMove : text.pagesMove}</p>
    </div>
  );
}

interface Shown {
  preview: Preview;
  choices: ExportChoices;
}

/** The sheets of a printer, and of a PDF file that puts a drawing on sheets; null for other files. */
export function sheetsOf({ preview, choices }: Shown): Sheets | null {
  const { target, print, pages, theme } = choices;
  if (preview.kind === 'nothing') return null;
  const sheet = sheetOf(choices);
  if (target === 'print')
    return { preview, ...sheet, pages: print === 'poster' ? 'poster' : 'one', theme: 'light' };
  return target === 'pdf' && pages !== 'drawing' ? { preview, ...sheet, pages, theme } : null;
}

/** What the file will hold, or the sheets that come out of the printer. */
export function PreviewView(props: Shown): React.JSX.Element {
  const { preview, choices } = props;
  const sheets = sheetsOf(props);
  if (sheets) {
    return (
      <Fitted {...sizeOfSheets(sheets)}>
        <SheetsPreview {...sheets} />
      </Fitted>
    );
  }
  switch (preview.kind) {
    case 'drawing':
      return (
        <div className={styles.drawing} data-theme={choices.theme}>
          <Drawing list={preview.drawing} label={preview.drawing.description} />
        </div>
      );
    case 'report':
      return <ReportView preview={preview} choices={choices} />;
    case 'cells':
      return <CellsView preview={preview} />;
    case 'text':
      return <TextView written={preview.text} isWhole={preview.isWhole} />;
    case 'nothing':
      return <p className={styles.waiting}>{preview.sentence}</p>;
  }
}
