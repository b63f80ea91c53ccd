import type { FindingRow } from '../../shared/analysis/present-findings';
import { sayEvidence } from '../../shared/analysis/say-evidence';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { FixMenu } from '../dialogs/fix-menu';
import { useApp } from '../store';
import { Button } from '../ui/button';
import styles from './problems.module.css';

const words = en.analysisPanels;

/** The step whose own settings a finding leads to; null where it is about no single step. */
function stepOf(row: FindingRow, isNode: (id: string) => boolean): string | null {
  const [only] = row.finding.about;
  return row.finding.about.length === 1 && only !== undefined && isNode(only) ? only : null;
}

function Fact(props: { title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <div className={styles.fact}>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** The limits that a finding was judged by, with the way to change them. */
function Limits(props: { row: FindingRow }): React.JSX.Element {
  const { row } = props;
  const derived = useDerived();
  return (
    <Fact title={words.details.judgedBy}>
      {row.howToChange}{' '}
      <button
        type="button"
        className={styles.link}
        aria-label={words.details.changeRule(row.title)}
        onClick={() => {
          const step = stepOf(row, (id) => derived?.graph.node.has(id) === true);
          useApp.setState({ dialog: { kind: 'rule-settings', rule: row.rule, step } });
        }}
      >
        {words.details.change}
      </button>
    </Fact>
  );
}

/** A row whose details open is brought into view; its sentence stays visible where they are longer than the list. */
function showWhole(details: HTMLElement | null): void {
  details?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** All that is known of a finding, and what can be done about it. */
export function FindingDetails(props: {
  row: FindingRow;
  id?: string;
  /** True in the inspector, where it stands under its card. */
  isNarrow?: boolean;
}): React.JSX.Element {
  const { row } = props;
  const evidence = sayEvidence(row.finding.evidence);
  return (
    <div
      className={styles.details}
      id={props.id}
      data-narrow={props.isNarrow === true}
      ref={props.isNarrow === true ? undefined : showWhole}
    >
      {row.returned !== null && row.waiverWords !== null && (
        <p className={styles.returned}>{row.waiverWords}</p>
      )}
      <dl className={styles.facts}>
        <Fact title={words.details.why}>{row.whyItMatters}</Fact>
        <Fact title={words.details.todo}>{row.whatToDo}</Fact>
        <Fact title={words.details.fine}>{row.whenItIsFine}</Fact>
        <Limits row={row} />
        {row.worth !== null && <Fact title={words.columns.stake}>{row.worth}</Fact>}
        {evidence.length > 0 && <Fact title={words.details.evidence}>{evidence.join(' · ')}</Fact>}
        {evidence.length > 0 && <Fact title={words.details.trust}>{row.trust}</Fact>}
        {row.folds.length > 0 && (
          <Fact title={words.details.speaksFor}>
            {row.folds.map((title) => title.slice(en.findings.folds('').length)).join(' · ')}
          </Fact>
        )}
      </dl>
      <div className={styles.actions}>
        <FixMenu finding={row} />
        <Button onPress={() => useApp.setState({ dialog: { kind: 'waive', key: row.key } })}>
          {words.details.accept}
        </Button>
        <Button
          kind="quiet"
          onPress={() => useApp.setState({ dialog: { kind: 'rule-reference', rule: row.rule } })}
        >
          {words.details.about}
        </Button>
      </div>
    </div>
  );
}
