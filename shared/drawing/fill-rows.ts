import { type Fragment, fragmentsOf, type Row } from '../layout/fold-rows';
import { boxRound, boxRoundAll } from '../layout/geometry';
import { queueBoxes } from '../layout/labels';
import type { Box, FlowRoute, Lane, MapLayout } from '../layout/types';
import type { Flow } from '../model/project';
import type { WithId } from '../model/queries';
import type { DrawingContext } from './context';
import { flowPill } from './flow-text';
import { type RowEnd, signOf, spreadSigns } from './row-ends';

/** Clear space above and below what stands in a row. */
export const rowPadding = 14;

/** What is drawn, with the places of everything. */
export interface Folding {
  readonly context: DrawingContext;
  readonly layout: MapLayout;
  readonly labels: ReadonlyMap<string, Box>;
}

/** A piece of a flow. */
interface Piece {
  readonly flow: WithId<Flow>;
  readonly fragment: Fragment;
}

/** A row with all that stands in it, in the coordinates of the map. */
export interface FilledRow {
  readonly row: Row;
  readonly pieces: readonly Piece[];
  /** The box round everything in it, as far as the edges at which its flows are cut. */
  readonly extent: Box;
  readonly lanes: readonly Lane[];
}

/** Whether a place lies in a row. */
export const holds = ({ from, to }: Row, x: number): boolean => x > from && x <= to;
/** The middle of a box, across. */
export const middleOf = ({ x, width }: Box): number => x + width / 2;

/** A laid-out map with the places of its labels. */
export function foldingOf(context: DrawingContext, layout: MapLayout): Folding {
  const labels = new Map<string, Box>();
  for (const flow of context.graph.flows) {
    const pill = flowPill(flow, context.graph);
    const route = layout.routes.get(flow.id);
    if (pill && route) labels.set(flow.id, boxRound(route.label, pill.size));
  }
  return { context, layout, labels };
}

const queuesOf = ({ queue, wait }: FlowRoute): Box[] => (queue && wait ? queueBoxes({ queue, wait }) : []);

/** What stands in a row. */
export function fillRow({ context, layout, labels }: Folding, row: Row): FilledRow {
  const pieces = context.graph.flows.flatMap((flow) => {
    const route = layout.routes.get(flow.id);
    return route ? fragmentsOf(route.points, row).map((fragment) => ({ flow, fragment })) : [];
  });
  const things = [
    ...[...layout.boxes.values(), ...labels.values()].filter((box) => holds(row, middleOf(box))),
    ...[...layout.routes.values()].filter(({ queue }) => queue && holds(row, queue.x)).flatMap(queuesOf),
    ...pieces.flatMap(({ fragment }) => fragment.points.map((point) => ({ ...point, width: 0, height: 0 }))),
  ];
  const all = boxRoundAll(things);
  const left = Math.min(row.from, all.x);
  const right = Math.max(row.to, all.x + all.width);
  const lanes = layout.lanes.filter((lane) => lane.y < all.y + all.height && lane.y + lane.height > all.y);
  const top = Math.min(all.y - rowPadding, ...lanes.map((lane) => lane.y));
  const bottom = Math.max(all.y + all.height + rowPadding, ...lanes.map((lane) => lane.y + lane.height));
  return { row, pieces, lanes, extent: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** Names a place where a flow is cut: the same in both rows. */
const keyOf = (flow: string, cut: number, y: number): string => `${flow} ${cut} ${Math.round(y)}`;

/** The signs of all places where flows are cut, from row to row and from top to bottom. */
export function signsOf(rows: readonly FilledRow[]): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const [index, { pieces }] of rows.entries()) {
    const leaving = endsAt(pieces, 'right');
    for (const { flow, y } of leaving) {
      const key = keyOf(flow, index, y);
      if (!signs.has(key)) signs.set(key, signOf(signs.size));
    }
  }
  return signs;
}

/** Flows that are cut at a side of a row, from top to bottom. */
function endsAt(pieces: readonly Piece[], side: 'left' | 'right'): { flow: string; y: number }[] {
  return pieces
    .flatMap(({ flow, fragment: { points, enters, leaves } }) => [
      ...(enters === side ? [{ flow: flow.id, y: points[0]?.y ?? 0 }] : []),
      ...(leaves === side ? [{ flow: flow.id, y: points.at(-1)?.y ?? 0 }] : []),
    ])
    .sort((a, b) => a.y - b.y);
}

/** Where flows are cut at the sides of a row, each by its flow and height. */
export type RowEnds = Readonly<Record<'left' | 'right', ReadonlyMap<string, RowEnd>>>;

/** Where the flows of a row are cut, left and right, each by its flow and height. */
export function endsOf(filled: FilledRow, index: number, signs: ReadonlyMap<string, string>): RowEnds {
  const of = (side: 'left' | 'right'): ReadonlyMap<string, RowEnd> => {
    const cut = side === 'left' ? index - 1 : index;
    const places = endsAt(filled.pieces, side);
    const heights = spreadSigns(places.map(({ y }) => y));
    return new Map(
      places.map(({ flow, y }, at) => [
        `${flow} ${Math.round(y)}`,
        { sign: signs.get(keyOf(flow, cut, y)) ?? '', y, signY: heights[at] ?? y },
      ]),
    );
  };
  return { left: of('left'), right: of('right') };
}
