import type { DisplayList, Group, Item, Path, Rect } from '../../../shared/drawing/display-list';
import type { Point } from '../../../shared/drawing/path-data';
import type { Box } from '../../../shared/layout/types';
import type { PictureBlock } from '../../../shared/report/types';
import { pathPoints, type Segment, segmentsOf } from './path-segments';
import { boxOf } from './units';

/** Where a drawing lies on a slide: points of the slide for each pixel, and its origin in points. */
export interface Placing {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A placing moved by the origin of a group, pixels. */
export const within = (placing: Placing, { x, y }: Point): Placing => ({
  scale: placing.scale,
  x: placing.x + x * placing.scale,
  y: placing.y + y * placing.scale,
});

/** A point of a drawing on the slide. */
export const placed = ({ scale, x, y }: Placing, point: Point): Point => ({
  x: x + point.x * scale,
  y: y + point.y * scale,
});

/** The box of a shape in the coordinates of its group, pixels. */
export function ownBox(item: Rect | Path): Box {
  return item.kind === 'rect' ? item : boxOf(pathPoints(item.d));
}

/** The same on the slide, points. */
export function boxOnSlide(item: Rect | Path, placing: Placing): Box {
  const { x, y, width, height } = ownBox(item);
  const { scale } = placing;
  return { ...placed(placing, { x, y }), width: width * scale, height: height * scale };
}

/** A path on the slide, points. */
export function segmentsOnSlide(d: string, placing: Placing): readonly Segment[] {
  return segmentsOf(d).map(({ kind, points }) => ({
    kind,
    points: points.map((each) => placed(placing, each)),
  }));
}

const areaOf = ({ width, height }: Box): number => width * height;

/** The shape of a node that flows are glued to: the one in front of those as large as its largest. */
export function bodyOf({ items }: Group): Rect | Path | null {
  const filled = items.filter(
    (item): item is Rect | Path => (item.kind === 'rect' || item.kind === 'path') && item.fill !== undefined,
  );
  const largest = Math.max(0, ...filled.map((item) => areaOf(ownBox(item))));
  return filled.filter((item) => areaOf(ownBox(item)) >= largest * 0.9).at(-1) ?? null;
}

/** An outline without filling right at the edge of a body: in a slide both are one shape. */
export function outlineOf({ items }: Group, body: Rect | Path): Rect | null {
  const own = ownBox(body);
  const found = items.slice(items.indexOf(body) + 1).find((item): item is Rect => {
    if (item.kind !== 'rect' || item.fill !== undefined || !item.stroke) return false;
    return (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(item[key] - own[key]) <= 1);
  });
  return body.stroke ? null : (found ?? null);
}

/** The line of a flow: its way to the tip of its arrow, its lines from the lowest on, and how many heads it has. */
export interface FlowLine {
  readonly points: readonly Point[];
  readonly strokes: readonly Path[];
  readonly heads: number;
  /** Signs at which the flow goes on in another row. */
  readonly signs: readonly Group[];
}

/** The way of a path with rounded corners: its corners are the control points of its curves. */
function wayOf(path: Path): Point[] {
  const segments = segmentsOf(path.d);
  return segments.flatMap(({ kind, points }, index) => {
    const [first] = points;
    if (!first) return [];
    const isBeforeCurve = segments[index + 1]?.kind === 'quad';
    return kind === 'line' && isBeforeCurve ? [] : [first];
  });
}

/** The line of a flow, where a group is one that a connector can stand for; null for what stands beside its line. */
export function flowLineOf(group: Group, links: PictureBlock['links']): FlowLine | null {
  if (group.about === undefined || links === undefined || !Object.hasOwn(links, group.about)) return null;
  const paths = group.items.filter((item): item is Path => item.kind === 'path');
  const strokes = paths.filter(({ fill, stroke }) => fill === undefined && stroke !== undefined);
  const heads = paths.filter(({ fill, stroke }) => fill !== undefined && stroke === undefined);
  const line = strokes.at(-1);
  const tip = heads[0] && pathPoints(heads[0].d)[0];
  if (!line || !tip) return null;
  return {
    points: [...wayOf(line).slice(0, -1), tip],
    strokes,
    heads: heads.length,
    signs: group.items.filter((item): item is Group => item.kind === 'group'),
  };
}

/** Whether a group only holds others together, so that a slide need not group it. */
export function isLoose(group: Group, links: PictureBlock['links']): boolean {
  if (group.role !== 'part' || group.label !== undefined || group.about !== undefined) return false;
  const isOwn = (item: Item): boolean =>
    item.kind === 'group' &&
    (item.role !== 'part' ||
      (item.about !== undefined && links !== undefined && Object.hasOwn(links, item.about)) ||
      item.items.some(isOwn));
  return group.items.some(isOwn);
}

/** The groups of a drawing with the places of their origins, those inside of others too. */
export function groupsOf(list: DisplayList, placing: Placing): { group: Group; placing: Placing }[] {
  const visit = (items: readonly Item[], at: Placing): { group: Group; placing: Placing }[] =>
    items.flatMap((item) => {
      if (item.kind !== 'group') return [];
      const inside = within(at, item);
      return [{ group: item, placing: inside }, ...visit(item.items, inside)];
    });
  return visit(list.items, placing);
}
