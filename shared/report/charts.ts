import { wastePareto } from '../figures/waste-pareto';
import type { Ink } from '../drawing/display-list';
import { stepsAlong } from '../analysis/value-balance';
import { formatDuration, formatShare } from '../model/units-format';
import { figureDetailsText } from '../text/figure-details';
import { reportText } from '../text/report';
import { blockId } from './blocks';
import type { MapPart } from './context';
import { drawBars } from './draw-bars';
import type { ChartBlock, ChartSeries } from './types';

const words = reportText.figures;

/** Most bars of a chart: beyond them nobody reads the names. */
const mostBars = 30;

const hours = (minutes: number): number => minutes / 60;
const idOf = (kind: string, { graph }: MapPart): string => blockId(kind, graph.id);

/** Bars of times in minutes, written in hours. */
const timeBars = (name: string, ink: Ink, minutes: readonly (number | null)[]): ChartSeries => ({
  name,
  values: minutes.map((each) => (each === null ? null : hours(each))),
  as: 'bar',
  axis: 'first',
  inks: [ink],
});

interface LadderRow {
  readonly name: string;
  readonly work: number | null;
  readonly wait: number | null;
}

/** The steps that move the clock, along the stream, in minutes, and the names of those of known time that do not. */
function ladderRows({ graph, figures }: MapPart): { rows: LadderRow[]; beside: string[] } {
  const known = new Map(figures.contributions.map((each) => [each.node, each]));
  const beside: string[] = [];
  const rows = stepsAlong(graph).flatMap(({ id, name }): LadderRow[] => {
    const each = known.get(id);
    if (each === undefined || (each.wait === null && each.processTime === null)) return [];
    if (!each.onPath) beside.push(name);
    const { clockVisits, processTime, wait } = each;
    if (!each.onPath || clockVisits === null) return [];
    const times = (time: number | null): number | null => (time === null ? null : time * clockVisits);
    return [{ name, work: times(processTime), wait: times(wait) }];
  });
  return { rows, beside };
}

/** Work and wait of each step that moves the clock, along the stream: visits × time, in hours. */
export function ladderChart(part: MapPart): ChartBlock[] {
  const { name: map } = part.graph.map;
  const { rows, beside } = ladderRows(part);
  if (rows.length === 0 || rows.length > mostBars) return [];
  const say = (minutes: number | null): string =>
    minutes === null ? words.unknown : formatDuration(minutes);
  const said = rows.map((row) => ({ ...row, said: words.workAndWait(say(row.work), say(row.wait)) }));
  const title = beside.length === 0 ? words.ladder(map) : words.ladderWithout(map, beside.length);
  const alt = [
    words.ladderAlt(map, said.map((row) => words.row(row.name, row.said)).join('; ')),
    ...(beside.length === 0 ? [] : [words.ladderLeftOut(beside.join(', '))]),
  ].join('. ');
  return [
    {
      kind: 'chart',
      id: idOf('ladder', part),
      title,
      alt,
      categories: rows.map(({ name }) => name),
      series: [
        timeBars(
          words.work,
          'va',
          rows.map(({ work }) => work),
        ),
        timeBars(
          words.wait,
          'wait',
          rows.map(({ wait }) => wait),
        ),
      ],
      isStacked: true,
      unit: 'hours',
      drawing: drawBars({
        title,
        description: alt,
        rows: said.map((row) => ({
          name: row.name,
          pieces: [
            { value: row.work ?? 0, ink: 'va' },
            { value: row.wait ?? 0, ink: 'wait' },
          ],
          said: row.said,
        })),
        legend: [
          { name: words.work, ink: 'va' },
          { name: words.wait, ink: 'wait' },
        ],
      }),
    },
  ];
}

/** What the lead time is spent on, most first, with the share that the bars so far make up. */
export function paretoChart(part: MapPart): ChartBlock[] {
  const { graph, figures } = part;
  const { bars, leadTime } = wastePareto(graph, figures);
  const shown = bars.filter((bar) => bar.leadTime > 0);
  if (shown.length === 0 || leadTime <= 0) return [];
  let sum = 0;
  const rows = shown.map(({ id, isWaste, leadTime: minutes }) => {
    sum += minutes;
    const said = `${formatDuration(minutes)}, ${formatShare(minutes / leadTime, 0)}`;
    return { name: figureDetailsText.spending[id], isWaste, minutes, reached: sum / leadTime, said };
  });
  const title = words.pareto(graph.map.name);
  const alt = words.paretoAlt(graph.map.name, rows.map(({ name, said }) => words.row(name, said)).join('; '));
  return [
    {
      kind: 'chart',
      id: idOf('pareto', part),
      title,
      alt,
      categories: rows.map(({ name }) => name),
      series: [
        {
          name: words.hours,
          values: rows.map(({ minutes }) => hours(minutes)),
          as: 'bar',
          axis: 'first',
          inks: rows.map(({ isWaste }) => (isWaste ? 'nva' : 'va')),
        },
        { name: words.share, values: rows.map(({ reached }) => reached), as: 'line', axis: 'second' },
      ],
      isStacked: false,
      unit: 'hours',
      drawing: drawBars({
        title,
        description: alt,
        rows: rows.map(({ name, isWaste, minutes, said }) => ({
          name,
          pieces: [{ value: minutes, ink: isWaste ? 'nva' : 'va' }],
          said,
        })),
        legend: [],
      }),
    },
  ];
}

/** Which share of their time the people of each role need for the stream; 1 is all of it. */
export function loadChart(part: MapPart): ChartBlock[] {
  const { graph, figures } = part;
  const rows = [...figures.utilisation].flatMap(([role, load]) =>
    load === null ? [] : [{ name: graph.roles.get(role)?.name ?? '', load, said: formatShare(load, 0) }],
  );
  if (rows.length === 0 || rows.length > mostBars) return [];
  rows.sort((a, b) => b.load - a.load);
  const title = words.load(graph.map.name);
  const alt = words.loadAlt(graph.map.name, rows.map(({ name, said }) => words.row(name, said)).join('; '));
  return [
    {
      kind: 'chart',
      id: idOf('load', part),
      title,
      alt,
      categories: rows.map(({ name }) => name),
      series: [
        {
          name: words.share,
          values: rows.map(({ load }) => load),
          as: 'bar',
          axis: 'first',
          inks: rows.map(({ load }) => (load > 1 ? 'nva' : 'va')),
        },
      ],
      isStacked: false,
      unit: 'share',
      drawing: drawBars({
        title,
        description: alt,
        rows: rows.map(({ name, load, said }) => ({
          name,
          pieces: [{ value: load, ink: load > 1 ? 'nva' : 'va' }],
          said,
        })),
        legend: [],
        mark: 1,
      }),
    },
  ];
}
