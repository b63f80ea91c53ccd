import { useEffect, useRef } from 'react';
import type {
  ExplainedGap,
  ExplainedRow,
  Explanation,
  LeftOut,
  Reconciliation,
} from '../../shared/figures/explain-types';
import { formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { hideArithmetic } from '../arithmetic';
import { viewControl } from '../canvas/viewport';
import { prefer, select, useApp } from '../store';
import { Part } from './arithmetic-part';
import styles from './arithmetic.module.css';

const { arithmetic: words } = en;
const { sections } = words;

/** Selects what a row is about and brings it into view; the arithmetic stays. */
function showOnMap(ids: readonly string[]): void {
  select(ids);
  const [first] = ids;
  if (first !== undefined) viewControl()?.reveal(first);
}

/** Leaves the arithmetic for the fields of a step. */
function editStep(ids: readonly string[]): void {
  select(ids);
  openFields(null);
}

const titles: Readonly<Record<Explanation['rowsAre'], string>> = {
  contributions: sections.contributions,
  losses: sections.losses,
  people: sections.people,
  moves: sections.moves,
  inputs: sections.inputs,
};

function Row(props: { row: ExplainedRow; isChosen: boolean }): React.JSX.Element {
  const { row } = props;
  const isOneStep = row.about.length === 1;
  return (
    <tr data-chosen={props.isChosen}>
      <th scope="row">
        {row.about.length > 0 ? (
          <button
            type="button"
            className={styles.name}
            aria-label={words.showOnMap(row.name)}
            onClick={() => showOnMap(row.about)}
          >
            {row.name}
          </button>
        ) : (
          row.name
        )}
        <span className={styles.terms}>{row.terms}</span>
        {row.inputs
          .filter((input) => input.source !== null)
          .map((input) => (
            <span key={input.name} className={styles.source}>
              {words.given(input.name, input.value, input.source ?? '')}
            </span>
          ))}
        {props.isChosen && isOneStep && (
          <button
            type="button"
            className={styles.link}
            aria-label={words.editOf(row.name)}
            onClick={() => editStep(row.about)}
          >
            {words.edit}
          </button>
        )}
      </th>
      <td>
        {row.amountText}
        {row.share !== null && (
          <>
            <span className={styles.share}>{formatShare(row.share, 0)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${String(Math.round(Math.min(1, Math.max(0, row.share)) * 100))}%` }} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** What each step, role or move adds, with the total below. */
export function Rows(props: { of: Explanation }): React.JSX.Element {
  const { rows, rowsAre, total } = props.of;
  const selection = useApp((state) => state.selection);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (selection.length > 0)
      table.current?.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selection]);
  return (
    <Part title={titles[rowsAre]}>
      <table ref={table} className={styles.rows}>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{rowsAre === 'losses' ? words.columns.loses : words.columns.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} isChosen={row.about.some((id) => selection.includes(id))} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">
                {total.label}
                {total.note !== null && <span className={styles.terms}>{total.note}</span>}
              </th>
              <td>{total.text}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Part>
  );
}

/** The steps that are left out, and why. */
export function Off(props: { off: readonly LeftOut[] }): React.JSX.Element {
  return (
    <Part title={sections.off}>
      <ul className={styles.list}>
        {props.off.map((each) => (
          <li key={each.about}>
            <button
              type="button"
              className={styles.name}
              aria-label={words.showOnMap(each.name)}
              onClick={() => showOnMap([each.about])}
            >
              {each.name}
            </button>
            <span className={styles.text}>{each.why}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Fields of the inspector that answer a question. */
const fields: Readonly<Partial<Record<ExplainedGap['field'], string>>> = {
  wait: 'wait',
  processTime: 'processTime',
  completeAccurate: 'completeAccurate',
  demand: 'demandPerMonth',
  costOfDelay: 'costOfDelayPerHour',
  team: 'team',
};

/** Puts the inspector in the place of the arithmetic, with the focus in one of its fields. */
function openFields(focusField: string | null): void {
  const { preferences } = useApp.getState();
  hideArithmetic();
  if (!preferences.panels.rightOpen) prefer({ panels: { ...preferences.panels, rightOpen: true } });
  useApp.setState({ focusField });
}

/** Opens the place where a question is answered. */
function answer(gap: ExplainedGap): void {
  if (gap.field === 'rate' || gap.field === 'availability') {
    hideArithmetic();
    useApp.setState({ dialog: { kind: 'roles' } });
    return;
  }
  const { nodes, flows } = useApp.getState().history.project;
  const ids = Object.hasOwn(nodes, gap.about) || Object.hasOwn(flows, gap.about) ? [gap.about] : [];
  showOnMap(ids);
  openFields(fields[gap.field] ?? null);
}

/** What would make the figure known, as questions for the room. */
export function Missing(props: { gaps: readonly ExplainedGap[] }): React.JSX.Element {
  return (
    <Part title={sections.missing}>
      <ul className={styles.list}>
        {props.gaps.map((gap) => (
          <li key={`${gap.about} ${gap.field}`}>
            <span className={styles.text}>{gap.question}</span>
            <button
              type="button"
              className={styles.link}
              aria-label={`${words.answer}: ${gap.question}`}
              onClick={() => answer(gap)}
            >
              {words.answer}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The total that somebody stated, set against that of the steps. */
export function Stated(props: { of: Reconciliation }): React.JSX.Element {
  const { sentence, reasons, gap } = props.of;
  return (
    <Part title={sections.stated}>
      <p className={styles.stated} data-gap={gap !== 0}>
        {sentence}
      </p>
      {reasons.length > 0 && (
        <>
          <p className={styles.text}>{words.stated.reasons}</p>
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
