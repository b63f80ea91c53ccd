import type { PlacedFinding } from '../../../shared/analysis/placed-findings';
import { compareText as words } from '../../../shared/text/compare';
import styles from './compare.module.css';
import type { Comparison } from './use-comparison';

function Findings(props: {
  title: string;
  findings: readonly PlacedFinding[];
  tone: 'better' | 'worse';
}): React.JSX.Element | null {
  if (props.findings.length === 0) return null;
  return (
    <section className={styles.findings} data-tone={props.tone}>
      <h2>{props.title}</h2>
      <ul>
        {props.findings.map((each) => (
          <li key={`${each.rule} ${each.about.join(' ')}`}>{each.sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Findings that only one of the two maps has. */
export function FindingPanel(props: { comparison: Comparison }): React.JSX.Element {
  const { appears, disappears } = props.comparison.found;
  return (
    <div className={styles.scroll}>
      {appears.length + disappears.length === 0 && <p className={styles.hint}>{words.findings.none}</p>}
      <Findings title={words.findings.resolved(disappears.length)} findings={disappears} tone="better" />
      <Findings title={words.findings.fresh(appears.length)} findings={appears} tone="worse" />
    </div>
  );
}
