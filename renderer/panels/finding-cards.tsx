import type { FindingRow } from '../../shared/analysis/present-findings';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { FirstFix } from '../dialogs/fix-menu';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { FindingDetails } from './problem-details';
import { Tone } from './tone';

/** True where a finding is about that node or flow, not about the whole map. */
export function isAbout(row: FindingRow, id: string): boolean {
  return row.where.name !== en.findings.wholeMap && row.where.ids.includes(id);
}

/** The findings about one node or flow, in the inspector. */
export function FindingCards(props: { about: string; title: string }): React.JSX.Element | null {
  const rows = useDerived()?.presented.rows.filter((row) => !row.isWaived && isAbout(row, props.about)) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={props.title} aside={String(rows.length)}>
      {rows.map((row) => (
        <div key={row.key} className={styles.findingCard}>
          <details className={styles.details}>
            <summary className={styles.card}>
              <Tone of={row.group} />
              <span>
                <span className={styles.cardText}>{row.sentence}</span>
                <br />
                <span className={styles.cardAside}>
                  {[...row.principles, ...row.wastes].slice(0, 2).join(' · ')}
                </span>
              </span>
            </summary>
            <FindingDetails row={row} isNarrow />
          </details>
          <FirstFix finding={row} />
        </div>
      ))}
    </Section>
  );
}
