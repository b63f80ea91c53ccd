import { useMemo } from 'react';
import {
  cellKey,
  type ColumnMeaning,
  headingsOf,
  tableColumn,
  tableColumnNames,
} from '../../../shared/tables/cells-table';
import { type TableColumnName, pasteTableText } from '../../../shared/text/paste-table';
import { en } from '../../../shared/text/en';

import styles from './paste.module.css';
import type { Paste, PasteProblem } from './use-paste';

const words = en.pasteTable;

/** Rows that are shown before the rest is only counted. */
const mostRows = 40;

type Unit = ColumnMeaning['unit'];

/** Units that numbers of a column can stand for; none where its texts are no figures. */
function unitsFor(name: TableColumnName | null): readonly Unit[] {
  const kind = name === null ? undefined : tableColumn(name)?.kind;
  const of = kind?.is === 'quantity' ? kind.of : kind?.is;
  if (of === 'duration') return ['', 'm', 'h', 'd', 'w'];
  return of === 'share' ? ['', '%'] : [];
}

const isColumn = (value: string): value is TableColumnName => Object.hasOwn(pasteTableText.columns, value);
const isUnit = (value: string): value is Unit => Object.hasOwn(pasteTableText.units, value);

interface MeaningProps {
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  readonly onChange: (meaning: ColumnMeaning) => void;
}

function Meaning({ heading, meaning, onChange }: MeaningProps): React.JSX.Element {
  const units = unitsFor(meaning.name);
  return (
    <th className={styles.meaning} data-off={meaning.name === null}>
      <select
        className={styles.select}
        aria-label={words.meaning(heading)}
        value={meaning.name ?? ''}
        onChange={({ target }) =>
          onChange({
            name: isColumn(target.value) ? target.value : null,
            unit: isColumn(target.value) ? meaning.unit : '',
          })
        }
      >
        <option value="">{words.ignored}</option>
        {tableColumnNames.map((name) => (
          <option key={name} value={name}>
            {words.columns[name]}
          </option>
        ))}
      </select>
      {units.length > 0 && (
        <select
          className={styles.select}
          aria-label={words.unit(heading)}
          value={meaning.unit}
          onChange={({ target }) => onChange({ ...meaning, unit: isUnit(target.value) ? target.value : '' })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      )}
    </th>
  );
}

interface PreviewProps {
  readonly paste: Paste;
  readonly problems: readonly PasteProblem[];
  readonly onMeaning: (column: number, meaning: ColumnMeaning) => void;
}

interface BodyProps {
  readonly paste: Paste;
  readonly headings: readonly string[];
  readonly problems: readonly PasteProblem[];
  /** Rows above those that are shown. */
  readonly from: number;
}

/** The rows; what is not understood is red and says why. */
function Body({ paste, headings, problems, from }: BodyProps): React.JSX.Element {
  const bad = useMemo(
    () => new Map(problems.map((problem) => [cellKey(problem.row, problem.column), problem.sentence])),
    [problems],
  );
  return (
    <tbody>
      {paste.cells.slice(from, from + mostRows).map((row, index) => {
        const number = from + index + 1;
        const ofRow = bad.get(cellKey(number, -1));
        return (
          <tr key={number}>
            <th scope="row" className={styles.rowHead} data-bad={ofRow !== undefined} title={ofRow}>
              {number}
            </th>
            {row.map((text, column) => {
              const sentence = bad.get(cellKey(number, column));
              return (
                <td
                  key={headings[column]}
                  className={styles.cell}
                  data-bad={sentence !== undefined}
                  data-off={paste.mapping.columns[column]?.name === null}
                  title={sentence ?? text}
                >
                  {text}
                  {sentence !== undefined && <span className="visuallyHidden">{sentence}</span>}
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
}

interface PreviewProps {
  readonly paste: Paste;
  readonly problems: readonly PasteProblem[];
  readonly onMeaning: (column: number, meaning: ColumnMeaning) => void;
}

/** The first rows of the table under what its columns mean. */
export function PastePreview({ paste, problems, onMeaning }: PreviewProps): React.JSX.Element {
  const { cells, mapping } = paste;
  const headings = headingsOf(cells, mapping.hasHeadings);
  const from = mapping.hasHeadings ? 1 : 0;
  const left = cells.length - from - mostRows;
  return (
    <section className={styles.preview} aria-label={words.preview}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {mapping.columns.map((meaning, index) => (
              <Meaning
                key={headings[index]}
                heading={headings[index] ?? ''}
                meaning={meaning}
                onChange={(next) => onMeaning(index, next)}
              />
            ))}
          </tr>
          <tr>
            <th className={styles.rowHead} scope="col">
              {words.row}
            </th>
            {headings.map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={styles.heading}
                data-off={mapping.columns[index]?.name === null}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <Body paste={paste} headings={headings} problems={problems} from={from} />
      </table>
      {left > 0 && <p className={styles.more}>{words.more(left)}</p>}
    </section>
  );
}
