import { formatDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { Part } from './arithmetic-part';
import styles from './arithmetic.module.css';

const { sampled: words } = en.arithmetic;

/** Size of the picture in its own units. */
const width = 360;
const height = 84;

/** How long the sampled items take, as bars: those of the 85 of 100 and those beyond, with the target across. */
export function Spread(): React.JSX.Element | null {
  const derived = useDerived();
  const sampled = useApp((state) => state.sampled);
  const histogram = useApp((state) => state.histogram);
  if (!derived || !sampled || !histogram) return null;
  const { counts } = histogram;
  const most = Math.max(...counts, 1);
  const wide = width / counts.length;
  const place = (minutes: number): number => Math.min(width, (minutes / histogram.width) * wide);
  const target = derived.graph.stream.targetLeadTime;
  const last = histogram.width * (counts.length - 1);
  const [half, many, nearlyAll] = [sampled.p50, sampled.p85, sampled.p95].map(formatDuration);
  return (
    <Part title={words.spread}>
      <svg
        className={styles.spread}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={words.spreadOf(half ?? '', many ?? '', nearlyAll ?? '')}
      >
        {counts.map((count, at) => (
          <rect
            key={at}
            x={at * wide + 0.5}
            y={height - (count / most) * height}
            width={wide - 1}
            height={(count / most) * height}
            data-beyond={(at + 0.5) * histogram.width > sampled.p85}
          />
        ))}
        {target !== undefined && (
          <line x1={place(target)} x2={place(target)} y1={0} y2={height} className={styles.target} />
        )}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>{words.orMore(formatDuration(last))}</span>
      </p>
      <p className={styles.keys} aria-hidden="true">
        <span data-key="within">{words.upTo(formatDuration(sampled.p85))}</span>
        <span data-key="beyond">{words.beyond}</span>
        {target !== undefined && <span data-key="target">{words.targetAt(formatDuration(target))}</span>}
      </p>
    </Part>
  );
}
