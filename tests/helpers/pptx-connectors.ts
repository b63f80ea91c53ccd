import { elementsNamed, everyElement, type XmlElement } from './ooxml-check';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A connector of a slide: its way from end to end in points, and where its ends are glued; null where an end is loose. */
export interface ReadConnector {
  readonly descr: string;
  readonly way: readonly Point[];
  /** Place of the site of the shape that the beginning and the end are glued to. */
  readonly glued: readonly (Point | null)[];
}

const emuPerPoint = 12_700;
const one = (element: XmlElement, name: string): XmlElement | undefined => elementsNamed(element, name)[0];
const numberOf = (element: XmlElement | undefined, key: string): number =>
  Number(element?.attributes[key] ?? 0);

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function frameOf(shape: XmlElement): Frame {
  const xfrm = one(shape, 'a:xfrm');
  const [off, ext] = xfrm ? [one(xfrm, 'a:off'), one(xfrm, 'a:ext')] : [];
  return {
    x: numberOf(off, 'x') / emuPerPoint,
    y: numberOf(off, 'y') / emuPerPoint,
    width: numberOf(ext, 'cx') / emuPerPoint,
    height: numberOf(ext, 'cy') / emuPerPoint,
  };
}

/** The ways of the connectors in a box of one by one, as the definitions of the preset shapes (ECMA-376, annex D) draw them. */
function unitWay(form: string, [a = 0.5, b = 0.5, c = 0.5]: readonly number[]): Point[] {
  const [start, end] = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  if (form === 'straightConnector1') return [start, end];
  if (form === 'bentConnector2') return [start, { x: 1, y: 0 }, end];
  if (form === 'bentConnector3') return [start, { x: a, y: 0 }, { x: a, y: 1 }, end];
  if (form === 'bentConnector4') return [start, { x: a, y: 0 }, { x: a, y: b }, { x: 1, y: b }, end];
  if (form === 'bentConnector5')
    return [start, { x: a, y: 0 }, { x: a, y: b }, { x: c, y: b }, { x: c, y: 1 }, end];
  throw new RangeError(`${form} is no connector`);
}

function wayOf(shape: XmlElement): Point[] {
  const { x, y, width, height } = frameOf(shape);
  const xfrm = one(shape, 'a:xfrm');
  const form = one(shape, 'a:prstGeom');
  const adjust = elementsNamed(shape, 'a:gd').map(
    ({ attributes }) => Number((attributes.fmla ?? '').replace('val ', '')) / 100_000,
  );
  const [flipH, flipV] = [xfrm?.attributes.flipH === '1', xfrm?.attributes.flipV === '1'];
  const turn = (numberOf(xfrm, 'rot') / 60_000 / 180) * Math.PI;
  const centre = { x: x + width / 2, y: y + height / 2 };
  return unitWay(form?.attributes.prst ?? '', adjust).map((point) => {
    const dx = (flipH ? 0.5 - point.x : point.x - 0.5) * width;
    const dy = (flipV ? 0.5 - point.y : point.y - 0.5) * height;
    return {
      x: centre.x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y: centre.y + dx * Math.sin(turn) + dy * Math.cos(turn),
    };
  });
}

/** The sites of a shape: its own, or those that its ready-made form has by the standard. */
function sitesOf(shape: XmlElement): Point[] {
  const { x, y, width, height } = frameOf(shape);
  const own = elementsNamed(shape, 'a:cxn').flatMap((site) => elementsNamed(site, 'a:pos'));
  if (own.length > 0)
    return own.map((pos) => ({
      x: x + numberOf(pos, 'x') / emuPerPoint,
      y: y + numberOf(pos, 'y') / emuPerPoint,
    }));
  const form = one(shape, 'a:prstGeom')?.attributes.prst;
  const at = (dx: number, dy: number): Point => ({ x: x + dx * width, y: y + dy * height });
  const [near, far] = [0.5 - Math.SQRT1_2 / 2, 0.5 + Math.SQRT1_2 / 2];
  if (form === 'rect' || form === 'roundRect') return [at(0.5, 0), at(0, 0.5), at(0.5, 1), at(1, 0.5)];
  if (form === 'ellipse')
    return [
      at(0.5, 0),
      at(near, near),
      at(0, 0.5),
      at(near, far),
      at(0.5, 1),
      at(far, far),
      at(1, 0.5),
      at(far, near),
    ];
  return [];
}

const idOf = (shape: XmlElement): string => one(shape, 'p:cNvPr')?.attributes.id ?? '';

/** The connectors of a slide. */
export function connectorsOf(slide: XmlElement): ReadConnector[] {
  const shapes = new Map(elementsNamed(slide, 'p:sp').map((shape) => [idOf(shape), shape]));
  return elementsNamed(slide, 'p:cxnSp').map((shape) => {
    const glued = ['a:stCxn', 'a:endCxn'].map((name): Point | null => {
      const glue = one(shape, name);
      const target = shapes.get(glue?.attributes.id ?? '');
      return (target && sitesOf(target)[numberOf(glue, 'idx')]) ?? null;
    });
    return { descr: one(shape, 'p:cNvPr')?.attributes.descr ?? '', way: wayOf(shape), glued };
  });
}

/** All text of a part, its paragraphs on lines. */
export function slideText(slide: XmlElement): string {
  return elementsNamed(slide, 'a:p')
    .map((paragraph) =>
      everyElement(paragraph)
        .map(({ name, text }) => (name === 'a:t' ? text : name === 'a:br' ? ' ' : ''))
        .join(''),
    )
    .join('\n');
}
