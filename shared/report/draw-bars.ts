import type { DisplayList, Ink, Item } from '../drawing/display-list';
import { measureText } from '../drawing/font-metrics';
import { box, face, line, part, textLine } from '../drawing/shapes';

/** A piece of a bar. */
export interface BarPiece {
  readonly value: number;
  readonly ink: Ink;
}

/** A bar with its name at the left and what it says at the right. */
export interface BarRow {
  readonly name: string;
  readonly pieces: readonly BarPiece[];
  readonly said: string;
}

interface BarsSpec {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly BarRow[];
  /** Names of the colours, where bars have several. */
  readonly legend: readonly { readonly name: string; readonly ink: Ink }[];
  /** A line across all bars, in their unit: the limit of a load. */
  readonly mark?: number;
}

const width = 720;
const rowHeight = 26;
const barHeight = 14;
const padding = 12;
const nameWidth = 190;
const saidWidth = 170;
const legendHeight = 26;
const nameFace = face(12, 500);
const saidFace = face(12, 400);
const legendFace = face(11, 500);

function legendItems(legend: BarsSpec['legend']): Item[] {
  let x = padding;
  return legend.flatMap(({ name, ink }) => {
    const at = x;
    x += measureText(name, legendFace.size, legendFace.weight) + 36;
    return [
      box(at, 6, 12, 12, 2, { fill: ink, stroke: { ink: 'borderStrong', width: 0.75 } }),
      textLine(name, at + 18, 16, 200, { face: legendFace, ink: 'text2' }),
    ];
  });
}

/** Bars below each other on one scale, for charts that nobody draws for us. */
export function drawBars({ title, description, rows, legend, mark }: BarsSpec): DisplayList {
  const top = legend.length === 0 ? padding : legendHeight + 4;
  const height = top + rows.length * rowHeight + padding;
  const whole = Math.max(
    mark ?? 0,
    ...rows.map(({ pieces }) => pieces.reduce((sum, { value }) => sum + value, 0)),
    1e-9,
  );
  const left = padding + nameWidth + 8;
  const room = width - left - saidWidth - padding;
  const scale = room / whole;
  const bars = rows.map(({ name, pieces, said }, index) => {
    const middle = top + index * rowHeight + rowHeight / 2;
    let x = left;
    const drawn = pieces.map(({ value, ink }) => {
      const piece = box(x, middle - barHeight / 2, value * scale, barHeight, 0, {
        fill: ink,
        stroke: { ink: 'borderStrong', width: 0.5 },
      });
      x += value * scale;
      return piece;
    });
    return part(0, 0, [
      textLine(name, padding + nameWidth, middle + 4, nameWidth, {
        face: nameFace,
        ink: 'text',
        anchor: 'end',
      }),
      ...drawn,
      textLine(said, left + room + 10, middle + 4, saidWidth - 10, { face: saidFace, ink: 'text2' }),
    ]);
  });
  return {
    width,
    height,
    title,
    description,
    items: [
      box(0, 0, width, height, 0, { fill: 'surface' }),
      ...legendItems(legend),
      ...bars,
      ...(mark === undefined
        ? []
        : [line(left + mark * scale, top, left + mark * scale, height - padding, 'nva', 1.5)]),
    ],
  };
}
