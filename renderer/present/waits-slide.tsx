import { formatDuration, formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { barsOf } from '../panels/pareto-bars';
import styles from './slides.module.css';

const words = en.present;

/** How many waits are shown. */
const most = 6;

/** The longest waits as bars, worst first. */
export function WaitsSlide(props: { derived: Derived; title: string }): React.JSX.Element {
  const { bars, total } = barsOf(props.derived, 'step');
  const longest = bars[0]?.minutes ?? 0;
  return (
    <>
      <h2 className={styles.heading}>{props.title}</h2>
      {bars.length === 0 && <p className={styles.nothing}>{words.noWaits}</p>}
      <ol className={styles.bars}>
        {bars.slice(0, most).map((bar) => (
          <li key={bar.id}>
            <p className={styles.barName}>
              {words.waitsBefore(bar.name)}
              <span>{words.ofAllWaiting(formatShare(bar.minutes / total, 0))}</span>
            </p>
            <span className={styles.barTrack}>
              <span
                className={styles.bar}
                style={{ transform: `scaleX(${String(bar.minutes / longest)})` }}
                aria-hidden="true"
              />
            </span>
            <strong>{formatDuration(bar.minutes)}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}
