import { describeBottleneck, formatFigure } from '../figures/describe';
import type { FigureKey, Figures } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { drawingText } from '../text/drawing';
import type { DrawingContext } from './context';
import type { Group, Ink, Item } from './display-list';
import { measureText } from './font-metrics';
import { box, face, line, part, textLine } from './shapes';
import { cleanLine } from './wrap-text';

/** Height of the title with its figures. */
export const headerHeight = 128;
const padding = 24;
const titleFace = face(20, 650);
const subtitleFace = face(12, 400);
const labelFace = face(11, 500);
const valueFace = face(17, 650);
const cellGap = 36;

/** The name of the stream, or that of the project's untitled one. */
export function titleOf({ graph }: DrawingContext): string {
  return cleanLine(graph.stream.name) || cleanLine(graph.map.name) || drawingText.untitled;
}

/** What the map shows and on which clock, in one line. */
function subtitleOf({ graph }: DrawingContext): string {
  const { map, stream, calendar } = graph;
  const state = drawingText.mapState[map.state];
  const name = cleanLine(map.name);
  const parts = [
    name === state || name === cleanLine(stream.name) ? '' : name,
    state,
    map.observedOn ?? '',
    drawingText.calendar[calendar.kind],
    stream.template === undefined ? '' : drawingText.illustration,
  ];
  return parts.filter((text) => text !== '').join(' · ');
}

interface Cell {
  readonly label: string;
  readonly value: string;
  readonly ink?: Ink;
}

/** A figure with its name: its value, else what bounds it (and the name says so), else a dash. */
function cellOf({ figure }: Figures, key: FigureKey, label: string): Cell {
  const { value, lower, upper } = figure[key];
  if (value !== null) return { label, value: formatFigure(key, value) };
  if (lower !== null && lower > 0)
    return { label: drawingText.figure.atLeast(label), value: formatFigure(key, lower) };
  if (upper === null) return { label, value: drawingText.unknown };
  return { label: drawingText.figure.atMost(label), value: formatFigure(key, upper) };
}

/** The lead time beside its target, red where it is longer. */
function leadTimeCell(figures: Figures, target: number | undefined): Cell {
  const { value, lower } = figures.figure.leadTimeExpected;
  const cell = cellOf(figures, 'leadTimeExpected', drawingText.figure.leadTime);
  if (target === undefined) return cell;
  const isOver = (value ?? lower ?? 0) > target;
  const label = drawingText.figure.withTarget(cell.label, formatFigure('leadTimeExpected', target));
  return { label, value: cell.value, ink: isOver ? 'nvaText' : 'text' };
}

/** The bottleneck with how much it takes; it comes last, so that it is there only where there is room. */
function bottleneckCells(graph: MapGraph, figures: Figures): Cell[] {
  const said = describeBottleneck(graph, figures);
  if (!said) return [];
  return [{ label: drawingText.figure.bottleneck(said.note), value: cleanLine(said.name) }];
}

function cellsOf(graph: MapGraph, figures: Figures): Cell[] {
  const words = drawingText.figure;
  return [
    leadTimeCell(figures, graph.stream.targetLeadTime),
    cellOf(figures, 'processTimeOnPath', words.processTime),
    cellOf(figures, 'activityRatio', words.activityRatio),
    cellOf(figures, 'processCycleEfficiency', words.valueAdded),
    cellOf(figures, 'rolledCompleteAccurate', words.rolledCompleteAccurate),
    cellOf(figures, 'takt', words.takt),
    cellOf(figures, 'wip', words.wip),
    ...bottleneckCells(graph, figures),
  ];
}

function figureItems(graph: MapGraph, figures: Figures, width: number): Item[] {
  const items: Item[] = [];
  let x = padding;
  for (const { label, value, ink = 'text' } of cellsOf(graph, figures)) {
    const cellWidth = Math.max(
      measureText(label, labelFace.size, labelFace.weight),
      measureText(value, valueFace.size, valueFace.weight),
    );
    if (x + cellWidth > width - padding) break;
    if (x > padding) items.push(line(x - cellGap / 2, 76, x - cellGap / 2, 112, 'border'));
    items.push(
      textLine(label, x, 86, cellWidth + 1, { face: labelFace, ink: 'text2' }),
      textLine(value, x, 109, cellWidth + 1, { face: valueFace, ink }),
    );
    x += cellWidth + cellGap;
  }
  return items;
}

/** The title of an exported map with the figures that matter most. */
export function drawHeader(context: DrawingContext, width: number): Group {
  const room = width - 2 * padding;
  const { figures, graph } = context;
  return part(
    0,
    0,
    [
      box(0, 0, width, headerHeight, 0, { fill: 'surface' }),
      line(0, headerHeight - 0.5, width, headerHeight - 0.5, 'border'),
      textLine(titleOf(context), padding, 38, room, { face: titleFace, ink: 'text' }),
      textLine(subtitleOf(context), padding, 58, room, { face: subtitleFace, ink: 'text2' }),
      ...(figures ? figureItems(context.folded?.whole ?? graph, figures, width) : []),
    ],
    'title',
  );
}
