import { importUi } from '../../shared/text/import-ui';
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

/** What of the file does not come in, by reason. */
export function LeftOutList({ skipped }: { skipped: readonly Skipped[] }): React.JSX.Element {
  if (skipped.length === 0) return <p className={styles.quiet}>{importUi.nothingLeftOut}</p>;
  return (
    <section className={styles.part}>
      <h3>{importUi.leftOut(skipped.length)}</h3>
      <ul className={styles.reasons}>
        {groupSkipped(skipped).map((group) => (
          <Reason key={group.why} group={group} />
        ))}
      </ul>
    </section>
  );
}
