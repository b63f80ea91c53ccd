import type { PlacedFinding } from '../../shared/analysis/placed-findings';
import { fixesText } from '../../shared/text/fixes';
import styles from './fix.module.css';

const words = fixesText.dialog;

/** Findings that come or go; the first ones in full. */
export function FindingList(props: {
  title: string;
  findings: readonly PlacedFinding[];
  tone: 'better' | 'worse';
}): React.JSX.Element | null {
  const { findings } = props;
  if (findings.length === 0) return null;
  const shown = findings.slice(0, 3);
  return (
    <section className={styles.others} data-tone={props.tone}>
      <h3>{props.title}</h3>
      <ul>
        {shown.map((each) => (
          <li key={`${each.rule} ${each.about.join(' ')}`}>{each.sentence}</li>
        ))}
        {findings.length > shown.length && <li>{words.more(findings.length - shown.length)}</li>}
      </ul>
    </section>
  );
}

/** What changes, line by line. */
export function ChangeList(props: { title: string; changes: readonly string[] }): React.JSX.Element {
  return (
    <section className={styles.changes}>
      <h3>{props.title}</h3>
      <ul>
        {props.changes.map((line, at) => (
          <li key={`${String(at)} ${line}`}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
