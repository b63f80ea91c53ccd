import { computeFigures } from '../figures/compute-figures';
import { formatFigure, sayFigure } from '../figures/describe';
import type { FigureKey, Figures, SampledLeadTime } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import { figuresText } from '../text/figures';
import { whatIfText } from '../text/what-if';

/** A map, or a map with a scenario; `awaited` while its lead times are being sampled, null where they cannot be. */
export interface FigureColumn {
  readonly graph: MapGraph;
  readonly sampled: SampledLeadTime | 'awaited' | null;
}

/** A figure of one column. */
interface FigureCell {
  readonly value: number | null;
  readonly text: string;
  /** By how much it differs from the first column, with its sign; null where it does not, or nobody knows. */
  readonly difference: string | null;
  readonly mark: 'better' | 'worse' | 'same' | 'unknown';
  /** True for the best of all columns, where they differ. */
  readonly isBest: boolean;
}

/** One figure in all columns. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly FigureCell[];
}

interface Plain {
  readonly value: number | null;
  readonly text: string;
}

interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly better: 'less' | 'more';
  readonly isShare: boolean;
  readonly of: (column: FigureColumn, figures: Figures) => Plain;
  readonly say: (value: number, currency: string) => string;
  /** Left out where no column knows it. */
  readonly isOptional?: boolean;
}

const figure = (key: FigureKey, better: 'less' | 'more', isOptional = false): Wanted => ({
  id: key,
  name: figuresText.name[key],
  better,
  isOptional,
  isShare: key === 'rolledCompleteAccurate' || key === 'firstPassYield' || key === 'activityRatio',
  say: (value, currency) => formatFigure(key, value, currency),
  of: ({ graph }, { figure: all }) => ({
    value: all[key].value,
    text: sayFigure(all[key], (value) => formatFigure(key, value, graph.currency)),
  }),
});

const percentile = (id: 'p50' | 'p85' | 'p95'): Wanted => ({
  id,
  name: whatIfText.percentiles[id],
  better: 'less',
  isShare: false,
  say: (value) => formatFigure('leadTimeExpected', value),
  of: ({ sampled }) => {
    if (sampled === 'awaited') return { value: null, text: whatIfText.awaited };
    const value = sampled?.[id] ?? null;
    return { value, text: value === null ? figuresText.unknown : formatFigure('leadTimeExpected', value) };
  },
});

const within: Wanted = {
  id: 'within',
  name: whatIfText.withinTarget,
  better: 'more',
  isShare: true,
  isOptional: true,
  say: (value) => formatShare(value, 0),
  of: ({ sampled, graph }) => {
    if (sampled === 'awaited' && graph.stream.targetLeadTime !== undefined)
      return { value: null, text: whatIfText.awaited };
    const value = sampled === 'awaited' ? null : (sampled?.shareWithinTarget ?? null);
    return { value, text: value === null ? figuresText.unknown : formatShare(value, 0) };
  },
};

/** The role whose people have the most to do; null where demand or people are unknown. */
function busiest({ utilisation }: Figures): { readonly id: string; readonly share: number } | null {
  let found: { id: string; share: number } | null = null;
  for (const [id, share] of utilisation)
    if (share !== null && (found === null || share > found.share)) found = { id, share };
  return found;
}

const busy: Wanted = {
  id: 'busiest',
  name: whatIfText.busiest,
  better: 'less',
  isShare: true,
  isOptional: true,
  say: (value) => formatShare(value, 0),
  of: ({ graph }, figures) => {
    const most = busiest(figures);
    if (most === null) return { value: null, text: figuresText.unknown };
    const name = graph.roles.get(most.id)?.name ?? '';
    return { value: most.share, text: whatIfText.busy(name, formatShare(most.share, 0)) };
  },
};

const wanted: readonly Wanted[] = [
  figure('leadTimeExpected', 'less'),
  percentile('p50'),
  percentile('p85'),
  percentile('p95'),
  within,
  figure('processTimeOnPath', 'less'),
  figure('effortPersonHours', 'less'),
  figure('rolledCompleteAccurate', 'more'),
  figure('firstPassYield', 'more'),
  busy,
  figure('wip', 'less', true),
  figure('costPerItem', 'less', true),
  figure('costPerMonth', 'less', true),
  figure('delayCostPerMonth', 'less', true),
];

/** Smaller differences are noise of the arithmetic. */
const noise = 1e-9;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= noise * Math.max(1, Math.abs(a));

function differenceOf(
  row: Wanted,
  first: Plain,
  cell: Plain,
  currency: string,
): Pick<FigureCell, 'difference' | 'mark'> {
  const [a, b] = [first.value, cell.value];
  if (a === null || b === null)
    return { difference: null, mark: first.text === cell.text ? 'same' : 'unknown' };
  if (isSame(a, b)) return { difference: null, mark: 'same' };
  const points = Math.round(Math.abs(b - a) * 1000) / 10;
  const size = row.isShare ? whatIfText.points(formatNumber(points)) : row.say(Math.abs(b - a), currency);
  const mark = b < a === (row.better === 'less') ? 'better' : 'worse';
  return { difference: b < a ? whatIfText.less(size) : whatIfText.more(size), mark };
}

function bestOf(row: Wanted, cells: readonly Plain[]): number | null {
  const values = cells.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2 || isSame(low, high)) return null;
  return row.better === 'less' ? low : high;
}

/** The main figures of several maps, or of a map and its scenarios, side by side; each is compared with the first column. */
export function figureColumns(columns: readonly FigureColumn[]): FigureRow[] {
  const computed = columns.map(({ graph }) => computeFigures(graph));
  return wanted.flatMap((row): FigureRow[] => {
    const cells = columns.flatMap((column, at) => {
      const figures = computed[at];
      return figures ? [row.of(column, figures)] : [];
    });
    const [first] = cells;
    const isKnown = cells.some(({ value, text }) => value !== null || text === whatIfText.awaited);
    if (!first || (row.isOptional === true && !isKnown)) return [];
    const best = bestOf(row, cells);
    return [
      {
        id: row.id,
        name: row.name,
        cells: cells.map((cell, at) => ({
          ...cell,
          ...differenceOf(row, first, cell, columns[at]?.graph.currency ?? ''),
          isBest: best !== null && cell.value !== null && isSame(cell.value, best),
        })),
      },
    ];
  });
}
