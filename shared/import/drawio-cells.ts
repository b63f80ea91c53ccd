import { importText } from '../text/import';
import { importLimits } from './limits';
import { Refused } from './refused';
import { plainText, type XmlElement } from './xml';

/** A rectangle on the page, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cell of draw.io: a shape or an arrow. */
export interface DrawioCell {
  readonly id: string;
  /** Its label in plain words, lines apart by line breaks. */
  readonly label: string;
  /** The style by names; a name without a value is `1`. */
  readonly style: ReadonlyMap<string, string>;
  /** What it is by its style: `rhombus`, `mxgraph.bpmn.task`, `swimlane`; empty for a plain box. */
  readonly shape: string;
  readonly isArrow: boolean;
  readonly parent: string;
  readonly source: string;
  readonly target: string;
  /** On the page, not within its parent. */
  readonly box: Box;
  /** Where an arrow begins and ends when it is not attached. */
  readonly ends: readonly [Point | null, Point | null];
  /** What was written with it: columns of the step table of a file of ours, without the `vsm_`. */
  readonly own: ReadonlyMap<string, string>;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['times', '×'],
  ['hellip', '…'],
  ['rarr', '→'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
]);

/** The words of a label that may be HTML; each line of it is a line. */
export function wordsOf(label: string, isHtml: boolean): string {
  const bare = isHtml
    ? plainText(
        label
          .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
          .replace(/<br\s*\/?>|<\/?(?:p|div|tr|li|h\d|hr)\b[^>]*>/gi, '\n')
          .replace(/<\/?(?:td|th)\b[^>]*>/gi, ' ')
          .replace(/<\/?[a-z][^<>]*>/gi, '')
          .replace(/&(\w{2,8});/g, (whole, name: string) => entities.get(name) ?? whole),
      )
    : label;
  return bare
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function styleOf(text: string): Map<string, string> {
  const style = new Map<string, string>();
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    if (part.trim() === '') continue;
    if (at < 0) style.set(part.trim(), '1');
    else style.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return style;
}

const bareShapes = [
  'swimlane',
  'rhombus',
  'ellipse',
  'text',
  'edgeLabel',
  'group',
  'triangle',
  'image',
  'line',
];

function shapeOf(style: ReadonlyMap<string, string>): string {
  return style.get('shape') ?? bareShapes.find((name) => style.has(name)) ?? '';
}

const number = (element: XmlElement | undefined, name: string): number => {
  const value = Number(element?.attributes.get(name) ?? 0);
  return Number.isFinite(value) ? value : 0;
};

function pointIn(geometry: XmlElement | undefined, as: string): Point | null {
  const point = geometry?.children.find(
    ({ name, attributes }) => name === 'mxPoint' && attributes.get('as') === as,
  );
  return point ? { x: number(point, 'x'), y: number(point, 'y') } : null;
}

const prefix = 'vsm_';

function ownOf(attributes: ReadonlyMap<string, string>): Map<string, string> {
  const own = [...attributes].filter(([name]) => name.startsWith(prefix));
  return new Map(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

interface Placed extends DrawioCell {
  readonly isRelative: boolean;
}

function cellOf(element: XmlElement): Placed | null {
  const isWrapped = element.name === 'UserObject' || element.name === 'object';
  const cell = isWrapped ? element.children.find(({ name }) => name === 'mxCell') : element;
  if (!cell || (!isWrapped && element.name !== 'mxCell')) return null;
  const { attributes } = cell;
  // What is neither a shape nor an arrow is a layer, on which they lie.
  if (attributes.get('vertex') !== '1' && attributes.get('edge') !== '1') return null;
  const geometry = cell.children.find(({ name }) => name === 'mxGeometry');
  const style = styleOf(attributes.get('style') ?? '');
  const label = (isWrapped ? element.attributes.get('label') : attributes.get('value')) ?? '';
  return {
    id: (isWrapped ? element.attributes.get('id') : undefined) ?? attributes.get('id') ?? '',
    label: wordsOf(label, style.get('html') === '1' || /<\w+[^>]*>/.test(label)),
    style,
    shape: shapeOf(style),
    isArrow: attributes.get('edge') === '1',
    parent: attributes.get('parent') ?? '',
    source: attributes.get('source') ?? '',
    target: attributes.get('target') ?? '',
    box: {
      x: number(geometry, 'x'),
      y: number(geometry, 'y'),
      width: Math.abs(number(geometry, 'width')),
      height: Math.abs(number(geometry, 'height')),
    },
    ends: [pointIn(geometry, 'sourcePoint'), pointIn(geometry, 'targetPoint')],
    own: ownOf(isWrapped ? element.attributes : attributes),
    isRelative: geometry?.attributes.get('relative') === '1',
  };
}

/** Moves what stands within a parent to where it stands on the page; a circle of parents ends. */
function onPage(cells: readonly Placed[]): DrawioCell[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const offsetOf = (cell: Placed): Point => {
    let [x, y] = [0, 0];
    const seen = new Set([cell.id]);
    for (let up = byId.get(cell.parent); up && !seen.has(up.id); up = byId.get(up.parent)) {
      seen.add(up.id);
      if (up.isArrow) break;
      x += up.box.x;
      y += up.box.y;
    }
    return { x, y };
  };
  return cells.map((cell) => {
    const by = offsetOf(cell);
    const moved = (point: Point | null): Point | null => point && { x: point.x + by.x, y: point.y + by.y };
    return {
      ...cell,
      box: { ...cell.box, x: cell.box.x + by.x, y: cell.box.y + by.y },
      ends: [moved(cell.ends[0]), moved(cell.ends[1])],
    };
  });
}

/** The shapes and arrows of a page in the order in which they are drawn; of several with one id the first. */
export function readCells(root: XmlElement): DrawioCell[] {
  if (root.children.length > importLimits.nodes + importLimits.flows)
    throw new Refused(importText.refused.tooManyParts);
  const seen = new Set<string>();
  const cells = root.children.flatMap((element) => cellOf(element) ?? []);
  return onPage(cells.filter(({ id }) => !seen.has(id) && seen.add(id)));
}
