import { describeFigure } from '../figures/describe';
import type { FigureKey, SampledLeadTime } from '../figures/types';
import { stepsOf } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { figuresText } from '../text/figures';
import { reportText } from '../text/report';
import { cell, heading, paragraph, strong, table } from './blocks';
import { ladderChart, loadChart, paretoChart } from './charts';
import type { MapPart, ReportContext } from './context';
import type { Block, ReportCell } from './types';

const words = reportText.figures;

const keys = Object.keys(figuresText.name) as readonly FigureKey[];

/** Figures of which something is known; what is known of nothing says nothing. */
function rowsOf({ graph, figures }: MapPart): ReportCell[][] {
  return keys.flatMap((key) => {
    const { value, lower, upper, coverage } = figures.figure[key];
    if ((value ?? lower ?? upper) === null) return [];
    const said = describeFigure(graph, figures, key);
    return [
      [
        strong(said.name),
        cell(said.value),
        cell(said.missing ?? formatShare(coverage, 0)),
        cell(said.definition),
      ],
    ];
  });
}

function sampledRows(sampled: SampledLeadTime): ReportCell[][] {
  const rows: ReportCell[][] = [
    [strong(words.p50), cell(formatDuration(sampled.p50))],
    [strong(words.p85), cell(formatDuration(sampled.p85))],
    [strong(words.p95), cell(formatDuration(sampled.p95))],
  ];
  const { shareWithinTarget: within } = sampled;
  return within === null ? rows : [...rows, [strong(words.within), cell(formatShare(within, 0))]];
}

function ofMap(part: MapPart): Block[] {
  const { graph, sampled } = part;
  if (stepsOf(graph).length === 0) return [];
  return [
    ...table({
      caption: words.caption(graph.map.name),
      columns: [
        [words.figure, 2.4],
        [words.value, 1.6, 'end'],
        [words.known, 2],
        [words.definition, 5],
      ],
      rows: rowsOf(part),
    }),
    ...ladderChart(part),
    ...paretoChart(part),
    ...loadChart(part),
    ...(sampled === null
      ? []
      : [
          ...table({
            caption: words.percentiles(graph.map.name),
            columns: [
              [words.figure, 3],
              [words.value, 1, 'end'],
            ],
            rows: sampledRows(sampled),
          }),
          ...paragraph(words.runs(formatNumber(sampled.runs)), 'quiet'),
        ]),
  ];
}

/** Every figure of the maps with how it is computed, the percentiles, and charts of where the time goes. */
export function figuresBlocks({ streams }: ReportContext): Block[] {
  const parts = streams.flatMap(({ maps }) => maps);
  return parts.flatMap((part) => {
    const blocks = ofMap(part);
    return parts.length > 1 && blocks.length > 0 ? [heading(2, titleOf(part)), ...blocks] : blocks;
  });
}

/** The name of a map with that of its stream, where it says more. */
export function titleOf({ graph }: MapPart): string {
  const { map, stream } = graph;
  return stream.name === '' || stream.name === map.name ? map.name : `${stream.name}: ${map.name}`;
}
