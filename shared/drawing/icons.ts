import {
  CircleCheck,
  CircleDashed,
  Hammer,
  Handshake,
  Headset,
  Info,
  Layers,
  Map as MapIcon,
  OctagonX,
  PencilRuler,
  Timer,
  TrendingUp,
  TriangleAlert,
} from 'lucide';
import type { Group, Ink } from './display-list';
import { scaledPath } from './path-data';

type Attributes = Readonly<Record<string, string | number | undefined>>;
export type IconNode = readonly (readonly [tag: string, attributes: Attributes])[];

/** Icons that the drawing uses, by the name that a framework pack gives. */
const icons: Readonly<Record<string, IconNode>> = {
  CircleCheck,
  CircleDashed,
  Hammer,
  Handshake,
  Headset,
  Info,
  Layers,
  Map: MapIcon,
  OctagonX,
  PencilRuler,
  Timer,
  TrendingUp,
  TriangleAlert,
};

/** The icon of that name as its designers drew it, 24 by 24; a dashed circle where there is none. */
export function iconNode(name: string): IconNode {
  return (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? CircleDashed;
}

/** Side of the square that icons are designed in. */
const designSize = 24;

function circlePath(cx: number, cy: number, r: number): string {
  return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

function rectPath(x: number, y: number, width: number, height: number, r: number): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`;
}

/** One element of an icon as path data. */
function pathOf(tag: string, attributes: Attributes): string {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      return String(attributes.d ?? '');
    case 'circle':
      return circlePath(number('cx'), number('cy'), number('r'));
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'rect':
      return rectPath(number('x'), number('y'), number('width'), number('height'), number('rx'));
    case 'polyline':
      return `M${String(attributes.points ?? '')}`;
    default:
      return '';
  }
}

const cache = new Map<string, string>();

function iconPath(name: string, size: number): string {
  const key = `${name} ${size}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const node = Object.hasOwn(icons, name) ? icons[name] : icons.CircleDashed;
  const d = (node ?? [])
    .map(([tag, attributes]) => scaledPath(pathOf(tag, attributes), size / designSize))
    .join('');
  cache.set(key, d);
  return d;
}

/** An icon of the set with its top left corner at x, y; a dashed circle where the set lacks the name. `weight` is the line width at the design size of 24. */
export function icon(name: string, x: number, y: number, size: number, ink: Ink, weight = 2): Group {
  const stroke = { ink, width: (weight * size) / designSize };
  return { kind: 'group', role: 'part', x, y, items: [{ kind: 'path', d: iconPath(name, size), stroke }] };
}
