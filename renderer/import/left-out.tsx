import { importUi } from '../../shared/text/import-ui';
import { isKeptAsNote } from '../../shared/import/kept-as-note';
import type { Skipped } from '../../shared/import/types';
import { groupSkipped, type LeftOut } from './foreign-maps';
import styles from './import.module.css';

/** Things of one reason that are listed before the rest is only counted. */
const mostThings = 12;

function Reason({ group }: { group: LeftOut }): React.JSX.Element {
  const left = group.things.length - mostThings;
  return (
    <li className={styles.reason}>
      <p>{group.why}</p>
      <ul className={styles.things}>
        {group.things.slice(0, mostThings).map(({ what, where, count }) => (
          <li key={`${what}\n${where}`}>
            {importUi.leftOutLine(what, where)}
            {count > 1 && <span className={styles.times}> · {importUi.times(count)}</span>}
          </li>
        ))}
        {left > 0 && <li className={styles.times}>{importUi.more(left)}</li>}
      </ul>
    </li>
  );
}

function Reasons(props: { heading: string; skipped: readonly Skipped[] }): React.JSX.Element | null {
  const { heading, skipped } = props;
  if (skipped.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{heading}</h3>
      <ul className={styles.reasons}>
        {groupSkipped(skipped).map((group) => (
          <Reason key={group.why} group={group} />
        ))}
      </ul>
    </section>
  );
}

/** What of the file does not come in, by reason, and what stands in notes for want of a field. */
export function LeftOutList({ skipped }: { skipped: readonly Skipped[] }): React.JSX.Element {
  if (skipped.length === 0) return <p className={styles.quiet}>{importUi.nothingLeftOut}</p>;
  const kept = skipped.filter(isKeptAsNote);
  const lost = skipped.filter((each) => !isKeptAsNote(each));
  return (
    <>
      <Reasons heading={importUi.leftOut(lost.length)} skipped={lost} />
      <Reasons heading={importUi.keptAsNote(kept.length)} skipped={kept} />
    </>
  );
}
