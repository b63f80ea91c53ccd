import type { MapGraph } from '../../shared/model/queries';
import type { Figures } from '../../shared/figures/types';
import { fitText } from '../../shared/drawing/wrap-text';
import { formatDuration, formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import styles from './problems.module.css';

interface Bar {
  readonly id: string;
  readonly name: string;
  /** Minutes of waiting per item: visits times the mean wait. */
  readonly wait: number;
  /** Share of all waiting up to and with this bar, 0..1. */
  readonly upTo: number;
}

/** Waits on the clock, longest first. */
function barsOf(graph: MapGraph, figures: Figures): { bars: Bar[]; total: number } {
  const waits = figures.contributions
    .flatMap((part) => {
      const node = graph.node.get(part.node);
      const isCounted = node !== undefined && part.onPath && node.afterValue !== true;
      return isCounted && part.wait !== null && part.visits !== null && part.wait * part.visits > 0
        ? [{ id: part.node, name: node.name, wait: part.wait * part.visits }]
        : [];
    })
    .sort((a, b) => b.wait - a.wait);
  const total = waits.reduce((sum, each) => sum + each.wait, 0);
  let sum = 0;
  const bars = waits.map((each) => {
    sum += each.wait;
    return { ...each, upTo: sum / total };
  });
  return { bars, total };
}

const size = { width: 346, height: 150, left: 8, right: 30, top: 16, bottom: 18 };

function Chart(props: { bars: readonly Bar[]; total: number }): React.JSX.Element {
  const { bars, total } = props;
  const shown = bars.slice(0, 7);
  const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const pitch = plot.width / Math.max(shown.length, 3);
  const width = Math.min(44, pitch * 0.62);
  const longest = shown[0]?.wait ?? 1;
  const base = size.top + plot.height;
  const centre = (index: number): number => size.left + pitch * (index + 0.5);
  const level = (share: number): number => base - share * plot.height;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${String(size.width)} ${String(size.height)}`} role="img" aria-label={shown.map((bar) => en.panels.paretoBar(bar.name, formatDuration(bar.wait))).join('; ')}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <path key={share} className={styles.grid} d={`M${String(size.left)} ${String(level(share))}H${String(size.width - size.right)}`} />
      ))}
      <path className={styles.eighty} d={`M${String(size.left)} ${String(level(0.8))}H${String(size.width - size.right)}`} />
      <text className={styles.chartSmall} x={size.width} y={level(0.8) + 3}>
        {en.panels.eighty}
      </text>
      {shown.map((bar, index) => {
        const height = (bar.wait / longest) * plot.height * 0.94;
        const isHot = bar.wait / total >= 0.2;
        return (
          <g key={bar.id}>
            <rect className={isHot ? styles.barHot : styles.bar} x={centre(index) - width / 2} y={base - height} width={width} height={height} rx={2} />
            <text className={styles.chartText} x={centre(index)} y={size.height - 5}>
              {fitText(bar.name, pitch - 6, { size: 10.5, weight: 500 }).text}
              <title>{bar.name}</title>
            </text>
          </g>
        );
      })}
      <path className={styles.cumulative} d={shown.map((bar, index) => `${index === 0 ? 'M' : 'L'}${String(centre(index))} ${String(level(bar.upTo))}`).join('')} />
      {shown.map((bar, index) => (
        <circle key={bar.id} className={styles.dot} cx={centre(index)} cy={level(bar.upTo)} r={3} />
      ))}
      {shown.map((bar, index) => {
        const top = base - (bar.wait / longest) * plot.height * 0.94;
        const dot = level(bar.upTo);
        const y = Math.abs(top - 4 - dot) < 11 ? Math.min(top, dot) - 7 : top - 4;
        return (
          <text key={bar.id} className={styles.chartValue} x={centre(index)} y={Math.max(9, y)}>
            {formatDuration(bar.wait)}
          </text>
        );
      })}
    </svg>
  );
}

/** Which waits make most of the waiting. */
export function Pareto(): React.JSX.Element {
  const derived = useDerived();
  const { bars, total } = derived ? barsOf(derived.graph, derived.figures) : { bars: [], total: 0 };
  const most = bars.findIndex((bar) => bar.upTo >= 0.8);
  const upTo = bars[most]?.upTo;
  return (
    <section className={styles.pareto} aria-label={en.panels.pareto}>
      <header className={styles.paretoHead}>
        <h3 className={styles.paretoTitle}>{en.panels.pareto}</h3>
        {upTo !== undefined && (
          <span className={styles.paretoHint}>{en.panels.paretoHint(most + 1, formatShare(upTo, 0), formatDuration(total))}</span>
        )}
      </header>
      {bars.length === 0 ? <p className={styles.empty}>{en.panels.paretoEmpty}</p> : <Chart bars={bars} total={total} />}
    </section>
  );
}
