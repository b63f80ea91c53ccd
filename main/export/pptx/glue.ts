import type { DisplayList, Item, Path, Rect } from '../../../shared/drawing/display-list';
import type { Point } from '../../../shared/drawing/path-data';
import type { Box } from '../../../shared/layout/types';
import type { PictureBlock } from '../../../shared/report/types';
import { connectorWay } from './connector-form';
import {
  bodyOf,
  boxOnSlide,
  type FlowLine,
  flowLineOf,
  groupsOf,
  placed,
  type Placing,
  within,
} from './map-parts';
import { isDisc, type ShapeIds } from './shape-xml';

/** A shape that flows are glued to; its sites begin with those that its plain form has. */
export interface Anchor {
  readonly id: number;
  /** Points of the slide. */
  readonly box: Box;
  readonly sites: Point[];
  /** How many sites the plain form has: 4 of a rectangle, 8 of a disc. */
  readonly plain: number;
}

/** An end of a connector: the site of a shape; null where the end is loose. */
export interface Glue {
  readonly id: number;
  readonly site: number;
}

/** A flow on a slide. */
export interface Glued {
  readonly line: FlowLine;
  /** From end to end on the slide, points. */
  readonly way: readonly Point[];
  readonly start: Glue | null;
  readonly end: Glue | null;
}

/** What stands for what on a slide: the shapes that are glued to, and the flows, by the items of the drawing. */
export interface Glueing {
  readonly anchors: ReadonlyMap<Item, Anchor>;
  readonly flows: ReadonlyMap<Item, Glued>;
}

/** How far the end of a flow may be off a shape to belong to it, pixels. */
const reach = 5;
/** Sites that are nearer than this are one, pixels: the card of a step is a little lower than its box. */
const sameSite = 1.2;

const sidesOf = ({ x, y, width, height }: Box): Point[] => [
  { x: x + width / 2, y },
  { x, y: y + height / 2 },
  { x: x + width / 2, y: y + height },
  { x: x + width, y: y + height / 2 },
];

/** The sites of a disc, from the top to the left. */
const roundOf = ({ x, y, width, height }: Box): Point[] =>
  Array.from({ length: 8 }, (_, at) => {
    const angle = (-at * Math.PI) / 4;
    return {
      x: x + (width / 2) * (1 + Math.sin(angle)),
      y: y + (height / 2) * (1 - Math.cos(angle)),
    };
  });

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The point of the edge of a box that is nearest. */
function onEdge({ x, y }: Point, box: Box): Point {
  const inside = { x: clamped(x, box.x, box.x + box.width), y: clamped(y, box.y, box.y + box.height) };
  const edges: readonly (readonly [distance: number, point: Point])[] = [
    [inside.x - box.x, { x: box.x, y: inside.y }],
    [box.x + box.width - inside.x, { x: box.x + box.width, y: inside.y }],
    [inside.y - box.y, { x: inside.x, y: box.y }],
    [box.y + box.height - inside.y, { x: inside.x, y: box.y + box.height }],
  ];
  return [...edges].sort((a, b) => a[0] - b[0])[0]?.[1] ?? inside;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The site of an anchor at a point, added where it has none there. */
function siteAt(anchor: Anchor, point: Point, scale: number): number {
  const known = anchor.sites.findIndex((site) => distance(site, point) < sameSite * scale);
  if (known >= 0) return known;
  anchor.sites.push(point);
  return anchor.sites.length - 1;
}

/** The way with its end moved to a site; the piece that ends there stays straight. */
function movedEnd(way: readonly Point[], site: Point): Point[] {
  const [last, before] = [way.at(-1), way.at(-2)];
  if (!last || !before || way.length < 3) return [...way.slice(0, -1), site];
  const isAcross = Math.abs(last.y - before.y) < Math.abs(last.x - before.x);
  return [...way.slice(0, -2), isAcross ? { x: before.x, y: site.y } : { x: site.x, y: before.y }, site];
}

interface End {
  readonly way: Point[];
  readonly glue: Glue | null;
}

/** Glues the end of a way to the first of the anchors that it meets. */
function glueEnd(way: readonly Point[], anchors: readonly (Anchor | undefined)[], scale: number): End {
  const last = way.at(-1);
  for (const anchor of anchors) {
    if (!last || !anchor) continue;
    const point = onEdge(last, anchor.box);
    if (distance(point, last) > reach * scale) continue;
    const site = siteAt(anchor, point, scale);
    return { way: movedEnd(way, anchor.sites[site] ?? point), glue: { id: anchor.id, site } };
  }
  return { way: [...way], glue: null };
}

/** Finds the shapes that flows are glued to, and numbers them. */
class Glueer {
  readonly anchors = new Map<Item, Anchor>();
  readonly flows = new Map<Item, Glued>();
  private readonly byNode = new Map<string, Anchor>();

  constructor(
    private readonly links: NonNullable<PictureBlock['links']>,
    private readonly ids: ShapeIds,
  ) {}

  anchor(item: Rect | Path, placing: Placing): Anchor {
    const box = boxOnSlide(item, placing);
    const sites = isDisc(item) ? roundOf(box) : sidesOf(box);
    const anchor = { id: this.ids.next(), box, sites, plain: sites.length };
    this.anchors.set(item, anchor);
    return anchor;
  }

  node(id: string, item: Rect | Path, placing: Placing): void {
    this.byNode.set(id, this.anchor(item, placing));
  }

  flow(item: Item, id: string, line: FlowLine, placing: Placing): void {
    const { from = '', to = '' } = this.links[id] ?? {};
    const signs = line.signs.flatMap((sign) => {
      const [disc] = sign.items;
      return disc?.kind === 'rect' ? [this.anchor(disc, within(placing, sign))] : [];
    });
    const way = connectorWay(line.points.map((point) => placed(placing, point)));
    const { scale } = placing;
    const end = glueEnd(way, [this.byNode.get(to), ...signs, this.byNode.get(from)], scale);
    const start = glueEnd(
      [...end.way].reverse(),
      [this.byNode.get(from), ...signs, this.byNode.get(to)],
      scale,
    );
    this.flows.set(item, { line, way: start.way.reverse(), start: start.glue, end: end.glue });
  }
}

/** Glues the flows of a drawing to the shapes of its nodes; nothing where it is not of a map. */
export function glueFlows(
  list: DisplayList,
  links: PictureBlock['links'],
  placing: Placing,
  ids: ShapeIds,
): Glueing {
  if (links === undefined) return { anchors: new Map(), flows: new Map() };
  const glueer = new Glueer(links, ids);
  const groups = groupsOf(list, placing);
  for (const { group, placing: own } of groups) {
    const body = group.role === 'node' ? bodyOf(group) : null;
    if (body && group.about !== undefined) glueer.node(group.about, body, own);
  }
  for (const { group, placing: own } of groups) {
    const line = flowLineOf(group, links);
    if (line && group.about !== undefined) glueer.flow(group, group.about, line, own);
  }
  return glueer;
}
