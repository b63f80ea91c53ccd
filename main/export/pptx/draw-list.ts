import type {
  DisplayList,
  Group,
  Item,
  Path,
  Rect,
  Stroke,
  Text,
} from '../../../shared/drawing/display-list';
import { measureText } from '../../../shared/drawing/font-metrics';
import { polygon } from '../../../shared/drawing/path-data';
import { rectOutline } from '../../../shared/drawing/stripes';
import type { Theme } from '../../../shared/drawing/theme';
import type { Box } from '../../../shared/layout/types';
import type { PictureBlock } from '../../../shared/report/types';
import { deckText } from '../../../shared/text/deck';
import { xml } from '../xml';
import { connectorForm } from './connector-form';
import { mapLetterSize } from './fit';
import { type Anchor, type Glue, type Glued, type Glueing, glueFlows } from './glue';
import { fillXml, lineXml } from './ink';
import {
  boxOnSlide,
  bodyOf,
  isLoose,
  outlineOf,
  placed,
  type Placing,
  segmentsOnSlide,
  within,
} from './map-parts';
import { cNvPr, groupXml, ownForm, preset, rectForm, type ShapeIds, shapeXml } from './shape-xml';
import type { TextWriter } from './text-xml';
import { boxOf, xfrm } from './units';

/** Height of the middle of a line of text above its baseline, and of the whole line, in em. */
const middle = 0.364;
const lineEm = 1.25;
/** Fonts that stand in for ours may be a little wider; a bold face is wider than our semi-bold one. */
const spare = 1.06;
const boldFrom = 600;

/** XML of a piece of a drawing, with the box that it fills. */
interface Piece {
  readonly xml: string;
  readonly box: Box;
}

/** What a drawing is written with. */
export interface DrawingTools {
  readonly ids: ShapeIds;
  readonly theme: Theme;
  readonly text: TextWriter;
}

/** The box round boxes. */
function round(boxes: readonly Box[]): Box {
  return boxOf(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}

/** Lines of text that follow each other as one text would. */
function isNextLine(before: Text, item: Item | undefined): item is Text {
  if (item?.kind !== 'text' || item.rotate !== undefined || before.rotate !== undefined) return false;
  const step = item.y - before.y;
  const isAlike =
    item.x === before.x &&
    item.size === before.size &&
    item.weight === before.weight &&
    item.ink === before.ink &&
    item.anchor === before.anchor;
  return isAlike && step > item.size * 0.9 && step < item.size * 1.5;
}

/** Writes one drawing as native shapes. */
class ListWriter {
  constructor(
    private readonly tools: DrawingTools,
    private readonly links: PictureBlock['links'],
    private readonly glueing: Glueing,
  ) {}

  private paint(item: { readonly fill?: Rect['fill']; readonly stroke?: Stroke }, scale: number): string {
    const { theme } = this.tools;
    return [
      item.fill === undefined ? '<a:noFill/>' : fillXml(item.fill, theme),
      item.stroke ? lineXml(item.stroke, theme, scale) : '<a:ln><a:noFill/></a:ln>',
    ].join('');
  }

  /** The form of a shape that flows are glued to: a plain one where they meet it in the middle of its sides. */
  private gluedForm(item: Rect | Path, box: Box, { sites, plain }: Anchor, placing: Placing): string {
    if (item.kind === 'rect' && sites.length === plain) return rectForm(item, box, placing.scale);
    if (item.kind === 'path') return ownForm(segmentsOnSlide(item.d, placing), box, sites);
    const { x, y, width, height, radius = 0 } = item;
    const r = Math.min(radius, width / 2, height / 2);
    const [right, bottom] = [x + width, y + height];
    const d =
      r === 0
        ? polygon(rectOutline(x, y, width, height))
        : `M${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
    return ownForm(segmentsOnSlide(d, placing), box, sites);
  }

  private shape(item: Rect | Path, placing: Placing, stroke = item.stroke, text?: Text): Piece {
    const box = boxOnSlide(item, placing);
    const anchor = this.glueing.anchors.get(item);
    const form = anchor
      ? this.gluedForm(item, box, anchor, placing)
      : item.kind === 'rect'
        ? rectForm(item, box, placing.scale)
        : ownForm(segmentsOnSlide(item.d, placing), box);
    const id = anchor?.id ?? this.tools.ids.next();
    const look = [xfrm(box), form, this.paint({ fill: item.fill, ...(stroke && { stroke }) }, placing.scale)];
    const body = text && { paragraphs: this.paragraph([text], placing.scale, 'ctr'), isWrapped: false };
    return { xml: shapeXml({ id, name: `${deckText.names.shape} ${id}` }, look, body), box };
  }

  private paragraph(lines: readonly Text[], scale: number, align: 'l' | 'ctr' | 'r'): string {
    const [first, second] = lines;
    if (!first) return '';
    const isBold = first.weight >= boldFrom;
    return this.tools.text.paragraph({
      text: lines.map(({ text }) => text).join('\n'),
      size: mapLetterSize(first.size, scale, isBold),
      isBold,
      ink: first.ink,
      align,
      ...(second && { lineHeight: Math.round((second.y - first.y) * scale * 100) / 100 }),
    });
  }

  /** Lines of text in a box round the middle of their letters, so that fonts of other heights stand as well. */
  private lines(lines: readonly Text[], placing: Placing): Piece {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return { xml: '', box: boxOf([]) };
    const { scale } = placing;
    const { size, anchor = 'start', rotate } = first;
    const width =
      Math.max(...lines.map(({ text, weight }) => measureText(text, size, weight))) * spare * scale;
    const height = (last.y - first.y + size * lineEm) * scale;
    const at = placed(placing, first);
    const shift = anchor === 'start' ? width / 2 : anchor === 'end' ? -width / 2 : 0;
    const down = ((last.y - first.y) / 2 - middle * size) * scale;
    const turn = ((rotate ?? 0) * Math.PI) / 180;
    const centre = {
      x: at.x + shift * Math.cos(turn) - down * Math.sin(turn),
      y: at.y + shift * Math.sin(turn) + down * Math.cos(turn),
    };
    const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
    const align = anchor === 'start' ? 'l' : anchor === 'end' ? 'r' : 'ctr';
    const id = this.tools.ids.next();
    const full = lines.find((each) => each.full !== undefined)?.full;
    const named = { id, name: `${deckText.names.text} ${id}`, ...(full !== undefined && { descr: full }) };
    const rot = rotate === undefined ? {} : { rot: (rotate + 360) % 360 };
    const look = [xfrm(box, rot), preset('rect'), '<a:noFill/>'];
    const body = { paragraphs: this.paragraph(lines, scale, align), isWrapped: false };
    const isTurned = rotate !== undefined && rotate % 180 !== 0;
    const filled = isTurned
      ? { x: centre.x - height / 2, y: centre.y - width / 2, width: height, height: width }
      : box;
    return { xml: shapeXml(named, look, body, true), box: filled };
  }

  /** The ends of a line: the head of an arrow, two lines in one for an escalation. */
  private connector(flow: Glued, stroke: Path, label: string | undefined, scale: number): Piece[] {
    const form = connectorForm(flow.way);
    if (!form || !stroke.stroke) return [];
    const isTop = stroke === flow.line.strokes.at(-1);
    const isDouble = isTop && flow.line.heads > 1;
    const glue = (name: string, end: Glue | null): string =>
      end === null ? '' : xml(name, { id: end.id, idx: end.site });
    const id = this.tools.ids.next();
    const named = {
      id,
      name: `${deckText.names.flow} ${id}`,
      ...(isTop && label !== undefined && { descr: label }),
    };
    const size = isDouble ? 'med' : 'lg';
    const head = isTop ? xml('a:tailEnd', { type: 'triangle', w: size, len: size }) : '';
    const width = isDouble ? stroke.stroke.width * 2.2 : stroke.stroke.width;
    const line = lineXml({ ...stroke.stroke, width }, this.tools.theme, scale, head);
    const look = [
      xfrm(form.box, form),
      preset(form.form, form.adjust),
      isDouble ? line.replace('<a:ln ', '<a:ln cmpd="dbl" ') : line,
    ];
    const properties = xml(
      'p:nvCxnSpPr',
      {},
      cNvPr(named),
      xml('p:cNvCxnSpPr', {}, glue('a:stCxn', flow.start), glue('a:endCxn', flow.end)),
      '<p:nvPr/>',
    );
    return [{ xml: xml('p:cxnSp', {}, properties, xml('p:spPr', {}, ...look)), box: boxOf(flow.way) }];
  }

  private flow(group: Group, flow: Glued, placing: Placing): Piece[] {
    const { strokes, signs } = flow.line;
    return [
      ...strokes.flatMap((stroke) => this.connector(flow, stroke, group.label, placing.scale)),
      ...signs.flatMap((sign) => this.item(sign, placing)),
    ];
  }

  private nameOf({ role, label }: Group, id: number): string {
    if (role !== 'node' || label === undefined) return `${deckText.names[role]} ${id}`;
    return label.split(', ').slice(0, 2).join(', ').slice(0, 60);
  }

  private group(group: Group, at: Placing): Piece[] {
    const placing = within(at, group);
    const flow = this.glueing.flows.get(group);
    if (flow) return this.flow(group, flow, placing);
    if (isLoose(group, this.links)) return this.items(group.items, placing);
    const [first, second] = group.items;
    const isPill = group.items.length === 2 && first?.kind === 'rect' && second?.kind === 'text';
    if (isPill && group.label === undefined && Math.abs(second.y - first.y - first.height / 2) < second.size)
      return [this.shape(first, placing, first.stroke, second)];
    const body = group.role === 'node' ? bodyOf(group) : null;
    const outline = body && outlineOf(group, body);
    const id = this.tools.ids.next();
    const inside = this.items(
      group.items.filter((item) => item !== outline),
      placing,
      outline && body ? { body, stroke: outline.stroke } : undefined,
    );
    const [only] = inside;
    if (!only) return [];
    if (inside.length === 1 && group.label === undefined) return [only];
    const box = round(inside.map((piece) => piece.box));
    const named = {
      id,
      name: this.nameOf(group, id),
      ...(group.label !== undefined && { descr: group.label }),
    };
    return [
      {
        xml: groupXml(
          named,
          box,
          inside.map((piece) => piece.xml),
        ),
        box,
      },
    ];
  }

  private item(item: Item, placing: Placing, stroke?: Stroke): Piece[] {
    if (item.kind === 'group') return this.group(item, placing);
    if (item.kind === 'text') return item.text === '' ? [] : [this.lines([item], placing)];
    if (item.fill === undefined && !item.stroke) return [];
    return [this.shape(item, placing, stroke ?? item.stroke)];
  }

  items(
    items: readonly Item[],
    placing: Placing,
    outlined?: { readonly body: Item; readonly stroke: Stroke | undefined },
  ): Piece[] {
    const pieces: Piece[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (!item) continue;
      if (item.kind !== 'text' || item.text === '') {
        pieces.push(...this.item(item, placing, item === outlined?.body ? outlined.stroke : undefined));
        continue;
      }
      const lines = [item];
      for (let next = items[index + 1]; isNextLine(lines.at(-1) ?? item, next); next = items[index + 1]) {
        lines.push(next);
        index += 1;
      }
      pieces.push(this.lines(lines, placing));
    }
    return pieces;
  }
}

/** A drawing as the XML of native shapes of a slide: nodes as groups with their sentence as alternative text, flows as connectors that are glued to them. */
export function drawList(
  list: DisplayList,
  links: PictureBlock['links'],
  placing: Placing,
  tools: DrawingTools,
): readonly string[] {
  const glueing = glueFlows(list, links, placing, tools.ids);
  return new ListWriter(tools, links, glueing).items(list.items, placing).map((piece) => piece.xml);
}
