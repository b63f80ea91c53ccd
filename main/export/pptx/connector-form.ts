import type { Point } from '../../../shared/drawing/path-data';
import { withoutIdlePoints } from '../../../shared/layout/round-path';
import type { Box } from '../../../shared/layout/types';

/** A connector as Office programs describe one: a form with its adjustments, in a box that is turned and mirrored. */
export interface ConnectorForm {
  readonly form: string;
  readonly adjust: Readonly<Record<string, number>>;
  readonly box: Box;
  readonly rot?: number;
  readonly flipH?: boolean;
  readonly flipV?: boolean;
}

/** Bends of the richest connector there is. */
const mostBends = 4;
/** A box has to have a width to adjust bends by, points: as PowerPoint itself writes it. */
const leastSide = 1;
/** Lines that are off by less run straight across or down, points. */
const straight = 0.05;

const isAcross = (a: Point, b: Point): boolean => Math.abs(a.y - b.y) <= straight;
const isDown = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) <= straight;

/** A way of at least three points with a corner in place of each slanted piece: the first and the last piece run across. */
function cornered(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const last = points.length - 1;
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!next || isAcross(point, next) || isDown(point, next)) return [point];
    const corner = index + 1 === last ? { x: point.x, y: next.y } : { x: next.x, y: point.y };
    return [point, corner];
  });
}

/** The way with two bends less: its shortest inner piece is left out, and what it joined is put on one line. */
function simpler(points: readonly Point[]): Point[] {
  let shortest = 1;
  const lengthAt = (at: number): number => {
    const [a, b] = [points[at], points[at + 1]];
    return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : Number.POSITIVE_INFINITY;
  };
  for (let at = 1; at + 2 < points.length; at += 1) if (lengthAt(at) < lengthAt(shortest)) shortest = at;
  const [from, to] = [points[shortest], points[shortest + 1]];
  if (!from || !to) return [...points];
  const isPieceDown = isDown(from, to);
  const isBeforeFixed = shortest === 1;
  const kept = isBeforeFixed ? from : to;
  const onLine = (point: Point): Point =>
    isPieceDown ? { x: point.x, y: kept.y } : { x: kept.x, y: point.y };
  const moved = isBeforeFixed ? shortest + 2 : shortest - 1;
  const left = points.map((point, index) => (index === moved ? onLine(point) : point));
  return withoutIdlePoints(left.filter((_, index) => index !== shortest && index !== shortest + 1));
}

/** A way that a connector can follow: straight pieces, as many bends as there are connectors for. */
export function connectorWay(points: readonly Point[]): readonly Point[] {
  let way = withoutIdlePoints(cornered(points));
  while (way.length - 2 > mostBends) {
    const next = simpler(way);
    if (next.length >= way.length) break;
    way = next;
  }
  return way;
}

function straightForm(from: Point, to: Point): ConnectorForm {
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
  return { form: 'straightConnector1', adjust: {}, box, flipH: to.x < from.x, flipV: to.y < from.y };
}

/** The connector that follows a way of `connectorWay`; its first and last point are kept. Null for less than two points. */
export function connectorForm(way: readonly Point[]): ConnectorForm | null {
  const [from, second] = way;
  const to = way.at(-1);
  if (!from || !second || !to || way.length < 2) return null;
  if (way.length === 2) return straightForm(from, to);
  const across = isAcross(from, second);
  const delta = { x: to.x - from.x, y: to.y - from.y };
  /** Along the first piece of the way, and to its side: what the form calls its width and its height. */
  const [along, aside] = across ? ([delta.x, delta.y] as const) : ([delta.y, delta.x] as const);
  const width = Math.max(Math.abs(along), leastSide);
  const height = Math.max(Math.abs(aside), leastSide);
  const [alongSign, asideSign] = [along < 0 ? -1 : 1, aside < 0 ? -1 : 1];
  const alongOf = ({ x, y }: Point): number => (across ? x - from.x : y - from.y) * alongSign;
  const asideOf = ({ x, y }: Point): number => (across ? y - from.y : x - from.x) * asideSign;
  const shares = way
    .slice(1, -2)
    .map((point, index) => (index % 2 === 0 ? alongOf(point) / width : asideOf(point) / height));
  const adjust = Object.fromEntries(shares.map((share, index) => [`adj${index + 1}`, share * 100_000]));
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const form = `bentConnector${way.length - 1}`;
  if (across) return { form, adjust, box, flipH: alongSign < 0, flipV: asideSign < 0 };
  // Down and to the right as PowerPoint itself writes it: LibreOffice knows this way to put it.
  if (alongSign > 0 && asideSign > 0) return { form, adjust, box, rot: 270, flipH: true };
  return { form, adjust, box, rot: 90, flipH: alongSign < 0, flipV: asideSign > 0 };
}
