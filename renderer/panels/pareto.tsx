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

const size = { width: 346, height: 150, left: 8, right: 30, top: 22, bottom: 18 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
const base = size.top + plot.height;
/** Bars that are shown; the rest is in the cumulative line's distance to 100 %. */
const mostBars = 5;

/** Height at which a share of all waiting lies. */
const level = (share: number): number => base - share * plot.height;

/** A bar with where it stands in the chart. */
interface PlacedBar extends Bar {
  readonly centre: number;
  readonly width: number;
  readonly top: number;
  readonly room: number;
}

function placeBars(bars: readonly Bar[]): PlacedBar[] {
  const shown = bars.slice(0, mostBars);
  const pitch = plot.width / Math.max(shown.length, 3);
  const longest = shown[0]?.wait ?? 1;
  return shown.map((bar, index) => ({
    ...bar,
    centre: size.left + pitch * (index + 0.5),
    width: Math.min(44, pitch * 0.62),
    top: base - (bar.wait / longest) * plot.height * 0.94,
    room: pitch - 6,
  }));
}

function Lines(): React.JSX.Element {
  const across = (share: number): string =>
    `M${String(size.left)} ${String(level(share))}H${String(size.width - size.right)}`;
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <path key={share} className={styles.grid} d={across(share)} />
      ))}
      <path className={styles.eighty} d={across(0.8)} />
      <text className={styles.chartSmall} x={size.width} y={level(0.8) + 3}>
        {en.panels.eighty}
      </text>
    </>
  );
}

function BarValue(props: { bar: PlacedBar }): React.JSX.Element {
  const { bar } = props;
  const dot = level(bar.upTo);
  const isByDot = Math.abs(bar.top - 4 - dot) < 11;
  return (
    <text
      className={styles.chartValue}
      x={bar.centre}
      y={Math.max(10, isByDot ? Math.min(bar.top, dot) - 7 : bar.top - 4)}
    >
      {formatDuration(bar.wait)}
    </text>
  );
}

function OneBar(props: { bar: PlacedBar; total: number }): React.JSX.Element {
  const { bar, total } = props;
  return (
    <g>
      <rect
        className={bar.wait / total >= 0.2 ? styles.barHot : styles.bar}
        x={bar.centre - bar.width / 2}
        y={bar.top}
        width={bar.width}
        height={base - bar.top}
        rx={2}
      />
      <text className={styles.chartText} x={bar.centre} y={size.height - 5}>
        {fitText(bar.name, bar.room, { size: 10.5, weight: 500 }).text}
        <title>{bar.name}</title>
      </text>
    </g>
  );
}

function Chart(props: { bars: readonly Bar[]; total: number }): React.JSX.Element {
  const bars = placeBars(props.bars);
  const line = bars.map(
    (bar, index) => `${index === 0 ? 'M' : 'L'}${String(bar.centre)} ${String(level(bar.upTo))}`,
  );
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
      role="img"
      aria-label={bars.map((bar) => en.panels.paretoBar(bar.name, formatDuration(bar.wait))).join('; ')}
    >
      <Lines />
      {bars.map((bar) => (
        <OneBar key={bar.id} bar={bar} total={props.total} />
      ))}
      <path className={styles.cumulative} d={line.join('')} />
      {bars.map((bar) => (
        <circle key={bar.id} className={styles.dot} cx={bar.centre} cy={level(bar.upTo)} r={3} />
      ))}
      {bars.map((bar) => (
        <BarValue key={bar.id} bar={bar} />
      ))}
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
          <span className={styles.paretoHint}>
            {en.panels.paretoHint(most + 1, formatShare(upTo, 0), formatDuration(total))}
          </span>
        )}
      </header>
      {bars.length === 0 ? (
        <p className={styles.empty}>{en.panels.paretoEmpty}</p>
      ) : (
        <Chart bars={bars} total={total} />
      )}
    </section>
  );
}
