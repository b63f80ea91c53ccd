import { computeFigures } from '../figures/compute-figures';
import { rankNodes } from '../layout/ranks';
import type { MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { formatDuration, formatNumber } from '../model/units-format';
import { compareText as words } from '../text/compare';
import type { Group, Item } from './display-list';
import { measureText } from './font-metrics';
import { face, box, line, part, textLine } from './shapes';
import { rectOutline, valueMark } from './stripes';

/** A map whose time is drawn. */
export interface TimedMap {
  readonly name: string;
  readonly graph: MapGraph;
}

interface Rung {
  readonly node: WithId<MapNode>;
  /** Minutes on the clock. */
  readonly wait: number;
  readonly work: number;
}

interface Timed {
  readonly rungs: readonly Rung[];
  readonly total: number;
  /** Steps on the clock whose times are not known. */
  readonly unknown: number;
  readonly isKnown: boolean;
}

/** What each step on the way adds to the clock, in the order of the flow. */
function timedOf(graph: MapGraph): Timed {
  const figures = computeFigures(graph);
  const parts = new Map(figures.contributions.map((each) => [each.node, each]));
  const onClock = rankNodes(graph).ordered.flatMap((node) => {
    const each = parts.get(node.id);
    return each?.onPath === true && node.type === 'step' ? [{ node, each }] : [];
  });
  const rungs = onClock.map(({ node, each }) => {
    const visits = each.clockVisits ?? each.visits ?? 1;
    return { node, wait: visits * (each.wait ?? 0), work: visits * (each.processTime ?? 0) };
  });
  return {
    rungs,
    total: rungs.reduce((sum, { wait, work }) => sum + wait + work, 0),
    unknown: onClock.filter(({ each }) => each.wait === null || each.processTime === null).length,
    isKnown: figures.figure.leadTimeExpected.value !== null,
  };
}

const nameFace = face(11.5, 600);
const smallFace = face(10.5, 500);
const left = 12;
const rowHeight = 44;
const axisHeight = 24;
const barY = 21;
const barHeight = 16;

/** Height of the two ladders with their axis, pixels. */
export const timeScaleHeight = 2 * rowHeight + axisHeight;

/** A round step of an axis, in minutes: 1, 2 or 5 times a power of ten hours, or minutes below an hour. */
function tickOf(minutes: number, most: number): number {
  const unit = minutes / most >= 30 ? 60 : 1;
  const raw = minutes / most / unit;
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1e-9)));
  const nice = [1, 2, 5, 10].find((each) => each * power >= raw) ?? 10;
  return Math.max(nice * power, unit === 60 ? 0.5 : 1) * unit;
}

function axis(y: number, scale: number, longest: number, width: number): Item[] {
  const tick = tickOf(longest, Math.max(2, Math.floor(width / 110)));
  const items: Item[] = [line(left, y + 0.5, left + longest * scale, y + 0.5, 'borderStrong')];
  for (let at = 0; at <= longest + 1e-9; at += tick) {
    const x = left + at * scale;
    const text = tick < 60 ? formatDuration(at) : words.drawing.hours(formatNumber(at / 60));
    items.push(line(x, y, x, y + 4, 'borderStrong'));
    items.push(
      textLine(text, x, y + 16, 80, { face: smallFace, ink: 'text3', anchor: at === 0 ? 'start' : 'middle' }),
    );
  }
  return items;
}

/** A step's part of the clock: waiting light, work below it in the colours of its class, its name where there is room. */
function rungGroups({ rungs }: Timed, scale: number, label: (node: MapNode) => string): Group[] {
  let x = left;
  return rungs.map(({ node, wait, work }): Group => {
    const [waits, works] = [wait * scale, work * scale];
    const start = x;
    x += waits + works;
    const room = waits - 8;
    const name = label(node);
    const isNamed = room >= 36;
    return {
      ...part(start, 0, [
        box(0, barY, Math.max(waits - 0.5, 0), barHeight, 2, { fill: 'wait' }),
        ...(works > 0
          ? valueMark(rectOutline(waits, barY, Math.max(works - 0.5, 1.5), barHeight), node.value)
          : []),
        ...(isNamed ? [textLine(name, 4, barY + 12, room, { face: smallFace, ink: 'text' })] : []),
      ]),
      about: node.id,
    };
  });
}

function row(map: TimedMap, timed: Timed, scale: number, y: number): Group {
  const total = timed.isKnown ? formatDuration(timed.total) : words.drawing.unknownTotal;
  const title = words.drawing.ladder(map.name, total);
  const width = measureText(title, nameFace.size, nameFace.weight);
  const note = timed.unknown === 0 ? '' : words.drawing.left(timed.unknown);
  return part(0, y, [
    textLine(title, left, 15, width + 2, { face: nameFace, ink: 'text' }),
    ...(note === '' ? [] : [textLine(note, left + width + 12, 15, 240, { face: smallFace, ink: 'text3' })]),
    ...rungGroups(timed, scale, ({ name }) => name),
  ]);
}

/** The expected lead times of two maps as bars on one time scale, one below the other, `width` pixels wide: what is shorter on the picture is shorter on the clock. Null where no time is known. */
export function drawTimeScale(before: TimedMap, after: TimedMap, width: number): Group | null {
  const [a, b] = [timedOf(before.graph), timedOf(after.graph)];
  const longest = Math.max(a.total, b.total);
  if (longest <= 0) return null;
  const scale = Math.max(width - 2 * left - 20, 40) / longest;
  return {
    ...part(0, 0, [
      row(before, a, scale, 0),
      row(after, b, scale, rowHeight),
      ...axis(2 * rowHeight - 2, scale, longest, width),
    ]),
    role: 'ladder',
    label: words.drawing.time,
  };
}
