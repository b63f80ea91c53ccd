import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ExportChoices } from '../../shared/export/choices';
import { formatTraits } from '../../shared/export/formats';
import { sheetSize } from '../../shared/export/poster';
import { en } from '../../shared/text/en';
import { Drawing } from '../canvas/drawing';
import styles from './export.module.css';
import { mostRows, type Preview } from './preview';
import { SheetsPreview, widthOfSheets } from './print-sheets';
import { ReportPages, ReportSlides } from './report-sheet';

const text = en.exportUi;
const pixelsPerMm = 96 / 25.4;
const slideWidth = 960;

/** Shows something of a given width so that it fills the width there is, never larger than itself. */
function Fitted(props: { width: number; children: ReactNode }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setRoom(element.clientWidth));
    measure.observe(element);
    setRoom(element.clientWidth);
    return () => measure.disconnect();
  }, []);
  const zoom = room === 0 ? 1 : Math.min(1, room / props.width);
  return (
    <div ref={place} className={styles.fitted}>
      {room > 0 && <div style={{ zoom, width: props.width }}>{props.children}</div>}
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
  const { width, height } = sheetSize(choices);
  const pixels = isSlides ? slideWidth : Math.round(width * pixelsPerMm);
  return (
    <div className={styles.sheets} data-theme={isDark ? 'dark' : 'light'}>
      <Fitted width={pixels}>
        <div
          className={isSlides ? styles.slides : styles.pages}
          style={{ '--sheetHeight': `${Math.round(height * pixelsPerMm)}px` } as React.CSSProperties}
        >
          {isSlides ? <ReportSlides report={preview.report} /> : <ReportPages report={preview.report} />}
        </div>
      </Fitted>
      <p className={styles.pageNote}>{text.pagesMove}</p>
    </div>
  );
}

/** What the file will hold, or the sheets that come out of the printer. */
export function PreviewView(props: { preview: Preview; choices: ExportChoices }): React.JSX.Element {
  const { preview, choices } = props;
  if (choices.target === 'print' && preview.kind !== 'nothing') {
    const { print, posterScale } = choices;
    const sheets = { preview, sheet: choices, print, scale: posterScale };
    return (
      <Fitted width={widthOfSheets(sheets)}>
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
