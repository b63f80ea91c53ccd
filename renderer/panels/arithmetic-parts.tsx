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
import { select, useApp } from '../store';
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

const titles: Readonly<Record<Explanation['rowsAre'], string>> = {
  contributions: sections.contributions,
  losses: sections.losses,
  people: sections.people,
  moves: sections.moves,
  inputs: sections.inputs,
};

function Row(props: { row: ExplainedRow; isChosen: boolean }): React.JSX.Element {
  const { row } = props;
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
  return (
    <Part title={titles[rowsAre]}>
      <table className={styles.rows}>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{words.columns.amount}</th>
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
              <th scope="row">{total.label}</th>
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

/** Opens the place where a question is answered. */
function answer(gap: ExplainedGap): void {
  hideArithmetic();
  const isOfRole = gap.field === 'rate' || gap.field === 'availability';
  if (isOfRole) {
    useApp.setState({ dialog: { kind: 'roles' } });
    return;
  }
  const { mapId, history, preferences } = useApp.getState();
  const isOnMap =
    Object.hasOwn(history.project.nodes, gap.about) || Object.hasOwn(history.project.flows, gap.about);
  const ids = isOnMap && gap.about !== mapId ? [gap.about] : [];
  select(ids);
  if (ids.length > 0) viewControl()?.show(ids);
  useApp.setState({
    focusField: fields[gap.field] ?? null,
    preferences: { ...preferences, panels: { ...preferences.panels, rightOpen: true } },
  });
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
