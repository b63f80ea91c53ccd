import { stepsAlong } from '../../../shared/analysis/value-balance';
import { light } from '../../../shared/drawing/theme';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { MapGraph } from '../../../shared/model/queries';
import type { ChartBlock } from '../../../shared/report/types';
import { xlsxText } from '../../../shared/text/xlsx';
import { chartXml } from '../ooxml/chart-xml';
import type { Calculation } from './calculation';
import { type Cell, formulaCell, numberCell, textCell } from './cells';
import type { Sheet } from './sheet';
import type { Style } from './styles';
import { agrees } from './working';

/** Columns and rows that a chart covers beside its data. */
const size = { columns: 14, leastRows: 22 } as const;

/** A cell of the data of a chart: a formula that comes to its value, or null where the value stands for itself. */
export type LiveCell = (series: number, category: number) => string | null;

function dataCells({ categories, series, unit }: ChartBlock, live: LiveCell): Cell[][] {
  return categories.map((name, row) => [
    textCell(name, 'strong'),
    ...series.map(({ values, axis }, at): Cell => {
      const value = values[row] ?? null;
      const isShare = axis === 'second' || unit === 'share';
      const style: Style = isShare ? 'percent' : unit === 'hours' ? 'hours' : 'number';
      const formula = value === null ? null : live(at, row);
      return formula === null ? numberCell(value, style) : formulaCell(formula, value, style);
    }),
  ]);
}

/** A chart on a sheet of its own, with its data beside it. */
export function chartSheet(name: string, chart: ChartBlock, live: LiveCell): Sheet {
  const rows = dataCells(chart, live);
  const first = chart.series.length + 2;
  const look = { theme: light, fontSize: 10, sheet: name, workbook: null };
  return {
    name,
    tab: light.accent,
    rows: [
      [
        textCell(xlsxText.chartName, 'heading'),
        ...chart.series.map((series) => textCell(series.name, 'headingEnd')),
      ],
      ...rows,
    ],
    widths: [34, ...chart.series.map(() => 15)],
    frozen: { rows: 1, columns: 0 },
    headingRow: null,
    filter: null,
    bars: [],
    chart: {
      // The workbook has no theme of its own to take the face from.
      xml: chartXml(chart, look).replaceAll('+mn-lt', 'Inter'),
      name: chart.title,
      alt: chart.alt,
      from: { column: first, row: 0 },
      to: { column: first + size.columns, row: Math.max(size.leastRows, chart.categories.length * 2) },
    },
  };
}

/** The formulas of the ladder: work and wait of each step on the clock, as the calculation has them. */
export function ladderFormulas(graph: MapGraph, { of }: Calculation, { series }: ChartBlock): LiveCell {
  const parts = new Map(computeFigures(graph).contributions.map((each) => [each.node, each]));
  const shown = stepsAlong(graph).filter(({ id }) => {
    const part = parts.get(id);
    return part?.onPath === true && part.clockVisits !== null && (part.wait ?? part.processTime) !== null;
  });
  return (at, row) => {
    const step = shown[row];
    const term = step === undefined ? null : of(step.id, at === 0 ? 'workClock' : 'waitClock');
    const value = series[at]?.values[row] ?? null;
    return term !== null && agrees(term, value) ? term.code : null;
  };
}
