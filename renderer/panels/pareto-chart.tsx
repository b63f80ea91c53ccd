import { fitText } from '../../shared/drawing/wrap-text';
import { formatDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import type { Bar, Bars } from './pareto-bars';
import styles from './problems.module.css';

const size = { width: 346, height: 150, left: 8, right: 30, top: 22, bottom: 18 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
const base = size.top + plot.height;
/** Bars that are shown; the rest is in the cumulative line's distance to 100 %. */
const mostBars = 5;

/** Height at which a share of all bars lies. */
const level = (share: number): number => base - share * plot.height;

/** A bar with where it stands in the chart. */
interface PlacedBar extends Bar {
  readonly centre: number;
  readonly width: number;
  readonly top: number;
  /** Width of its column, bar and gap. */
  readonly pitch: number;
}

function placeBars(bars: readonly Bar[]): PlacedBar[] {
  const shown = bars.slice(0, mostBars);
  const pitch = plot.width / Math.max(shown.length, 3);
  const longest = shown[0]?.minutes ?? 1;
  return shown.map((bar, index) => ({
    ...bar,
    centre: size.left + pitch * (index + 0.5),
    width: Math.min(44, pitch * 0.62),
    top: base - (bar.minutes / longest) * plot.height * 0.94,
    pitch,
  }));
}

function Lines(): React.JSX.Element {
  const across = (share: number): string =>
    `M${String(size.left)} ${String(level(share))}H${String(size.width - size.right)}`;
  return (
    <g aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <path key={share} className={styles.grid} d={across(share)} />
      ))}
      <path className={styles.eighty} d={across(0.8)} />
      <text className={styles.chartSmall} x={size.width} y={level(0.8) + 3}>
        {en.panels.eighty}
      </text>
    </g>
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
      {formatDuration(bar.minutes)}
    </text>
  );
}

/** A bar that can be pressed with its whole column. */
function OneBar(props: {
  bar: PlacedBar;
  isHot: boolean;
  isChosen: boolean;
  onPress: () => void;
}): React.JSX.Element {
  const { bar, onPress } = props;
  const label = en.panels.paretoBar(bar.name, formatDuration(bar.minutes));
  return (
    <g
      className={styles.barButton}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={props.isChosen}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      <rect
        className={styles.column}
        x={bar.centre - bar.pitch / 2}
        y={0}
        width={bar.pitch}
        height={size.height}
        rx={4}
      />
      <rect
        className={props.isHot ? styles.barHot : styles.bar}
        x={bar.centre - bar.width / 2}
        y={bar.top}
        width={bar.width}
        height={base - bar.top}
        rx={2}
      />
      <text className={styles.chartText} x={bar.centre} y={size.height - 5}>
        {fitText(bar.name, bar.pitch - 6, { size: 10.5, weight: 500 }).text}
      </text>
      <title>{label}</title>
    </g>
  );
}

/** Bars, longest first, with the line of what they make up together. */
export function ParetoChart(props: {
  label: string;
  bars: Bars;
  isChosen: (bar: Bar) => boolean;
  onChoose: (bar: Bar) => void;
}): React.JSX.Element {
  const bars = placeBars(props.bars.bars);
  const line = bars.map(
    (bar, index) => `${index === 0 ? 'M' : 'L'}${String(bar.centre)} ${String(level(bar.upTo))}`,
  );
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
      role="group"
      aria-label={props.label}
    >
      <Lines />
      {bars.map((bar) => (
        <OneBar
          key={bar.id}
          bar={bar}
          isHot={bar.minutes / props.bars.total >= 0.2}
          isChosen={props.isChosen(bar)}
          onPress={() => props.onChoose(bar)}
        />
      ))}
      <g className={styles.above} aria-hidden="true">
        <path className={styles.cumulative} d={line.join('')} />
        {bars.map((bar) => (
          <circle key={bar.id} className={styles.dot} cx={bar.centre} cy={level(bar.upTo)} r={3} />
        ))}
        {bars.map((bar) => (
          <BarValue key={bar.id} bar={bar} />
        ))}
      </g>
    </svg>
  );
}
