import type { Path, Rect } from '../../../shared/drawing/display-list';
import type { Point } from '../../../shared/drawing/path-data';
import type { Box } from '../../../shared/layout/types';
import { xml } from '../xml';
import type { Segment } from './path-segments';
import { emu, xfrm } from './units';

/** Numbers the shapes of a slide; 1 is its tree. */
export class ShapeIds {
  private last = 1;

  next(): number {
    this.last += 1;
    return this.last;
  }
}

/** What a shape is called and, for who cannot see it, what it shows. */
export interface Named {
  readonly id: number;
  readonly name: string;
  readonly descr?: string;
}

/** Name and number of a shape. */
export function cNvPr({ id, name, descr }: Named): string {
  return xml('p:cNvPr', { id, name, descr });
}

/** Text inside a shape: paragraphs as XML, the room round them in points, where it stands, whether it may be broken. */
export interface Body {
  readonly paragraphs: string;
  readonly inset?: number;
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly isWrapped?: boolean;
}

/** The text of a shape. */
export function bodyXml({ paragraphs, inset = 0, anchor = 'ctr', isWrapped = true }: Body): string {
  const side = emu(inset);
  const attributes = {
    wrap: isWrapped ? 'square' : 'none',
    lIns: side,
    tIns: side,
    rIns: side,
    bIns: side,
    anchor,
    rtlCol: 0,
  };
  return xml(
    'p:txBody',
    {},
    xml('a:bodyPr', attributes, isWrapped ? '<a:normAutofit/>' : '<a:noAutofit/>'),
    '<a:lstStyle/>',
    paragraphs,
  );
}

const noText = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>';

/** A shape from the XML of its geometry, filling and line. */
export function shapeXml(named: Named, look: readonly string[], body?: Body, isTextBox = false): string {
  return xml(
    'p:sp',
    {},
    xml('p:nvSpPr', {}, cNvPr(named), xml('p:cNvSpPr', { txBox: isTextBox ? 1 : undefined }), '<p:nvPr/>'),
    xml('p:spPr', {}, ...look),
    body ? bodyXml(body) : noText,
  );
}

/** A group whose children have the coordinates of the slide. */
export function groupXml(named: Named, box: Box, children: readonly string[]): string {
  return xml(
    'p:grpSp',
    {},
    xml('p:nvGrpSpPr', {}, cNvPr(named), '<p:cNvGrpSpPr/><p:nvPr/>'),
    xml('p:grpSpPr', {}, xfrm(box, {}, true)),
    ...children,
  );
}

/** A ready-made form with its adjustments, each in hundred thousandths. */
export function preset(name: string, adjust: Readonly<Record<string, number>> = {}): string {
  const guides = Object.entries(adjust).map(([key, value]) =>
    xml('a:gd', { name: key, fmla: `val ${Math.round(value)}` }),
  );
  return xml('a:prstGeom', { prst: name }, xml('a:avLst', {}, ...guides));
}

/** Whether a shape is a disc: a square with corners as round as they get. */
export function isDisc(item: Rect | Path): boolean {
  if (item.kind !== 'rect') return false;
  const { width, height, radius = 0 } = item;
  return radius * 2 >= width - 0.01 && Math.abs(width - height) < 0.01;
}

/** The form of a rectangle in points. */
export function rectForm(item: Rect, box: Box, scale: number): string {
  const least = Math.min(box.width, box.height);
  const radius = (item.radius ?? 0) * scale;
  if (radius <= 0 || least <= 0) return preset('rect');
  if (isDisc(item)) return preset('ellipse');
  return preset('roundRect', { adj: Math.min(50_000, (radius / least) * 100_000) });
}

const commands: Readonly<Record<Segment['kind'], string>> = {
  move: 'a:moveTo',
  line: 'a:lnTo',
  quad: 'a:quadBezTo',
  cubic: 'a:cubicBezTo',
  close: 'a:close',
};

/** Direction in which a connector leaves the side of a box, in the units of angles. */
function angleAt({ x, y }: Point, { width, height }: Box): number {
  const sides: readonly (readonly [distance: number, angle: number])[] = [
    [Math.abs(x - width), 0],
    [Math.abs(y - height), 5_400_000],
    [Math.abs(x), 10_800_000],
    [Math.abs(y), 16_200_000],
  ];
  return [...sides].sort((a, b) => a[0] - b[0])[0]?.[1] ?? 0;
}

/** A form of its own in points of the slide, with places at which connectors are glued. */
export function ownForm(segments: readonly Segment[], box: Box, sites: readonly Point[] = []): string {
  const local = ({ x, y }: Point): { x: number; y: number } => ({ x: emu(x - box.x), y: emu(y - box.y) });
  const written = segments.map(({ kind, points }) =>
    xml(commands[kind], {}, ...points.map((point) => xml('a:pt', local(point)))),
  );
  const size = { w: Math.max(1, emu(box.width)), h: Math.max(1, emu(box.height)) };
  const places = sites.map((site) => {
    const ang = angleAt({ x: site.x - box.x, y: site.y - box.y }, box);
    return xml('a:cxn', { ang }, xml('a:pos', local(site)));
  });
  return xml(
    'a:custGeom',
    {},
    '<a:avLst/><a:gdLst/><a:ahLst/>',
    xml('a:cxnLst', {}, ...places),
    '<a:rect l="0" t="0" r="r" b="b"/>',
    xml('a:pathLst', {}, xml('a:path', size, ...written)),
  );
}
