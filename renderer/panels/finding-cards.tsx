import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { Tone } from './tone';

/** The findings about one node or flow, in the inspector. */
export function FindingCards(props: { about: string; title: string }): React.JSX.Element | null {
  const rows = useDerived()?.presented.rows.filter((row) => row.where.ids.includes(props.about)) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={props.title} aside={String(rows.length)}>
      {rows.map((row) => (
        <details key={row.key} className={styles.details}>
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
          <dl className={styles.explained}>
            <dt>{en.panels.details.why}</dt>
            <dd>{row.whyItMatters}</dd>
            <dt>{en.panels.details.todo}</dt>
            <dd>{row.whatToDo}</dd>
            <dt>{en.panels.details.fine}</dt>
            <dd>{row.whenItIsFine}</dd>
            <dt>{en.panels.details.limit}</dt>
            <dd>{row.howToChange}</dd>
          </dl>
        </details>
      ))}
    </Section>
  );
}
