import type { DisplayList, Group, Item, Path, Rect, Text, Weight } from './display-list';
import { escapeXml } from './escape-xml';
import { fontFamilies, measureText } from './font-metrics';
import { rounded } from './path-data';
import { unitsOf } from './text-units';
import type { Theme } from './theme';

/** A font file inside the SVG. */
export interface EmbeddedFace {
  /** One of `fontFamilies`. */
  readonly family: string;
  /** WOFF2 in base64. */
  readonly base64: string;
  /** A CSS unicode-range. */
  readonly range: string;
}

/** The outline of a character, or of an emoji of several: path data with y downwards, one em high and wide at `unitsPerEm`; null where the fonts lack it. */
export interface Outliner {
  readonly unitsPerEm: number;
  readonly outline: (unit: string, weight: Weight) => string | null;
}

/** How texts are written: with the fonts inside the file, as outlines of their glyphs, or by the name of the font alone. */
export type SvgFonts =
  | { readonly kind: 'embedded'; readonly faces: readonly EmbeddedFace[] }
  | { readonly kind: 'outlined'; readonly outliner: Outliner }
  | { readonly kind: 'linked' };

export interface SvgOptions {
  readonly theme: Theme;
  readonly fonts: SvgFonts;
}

const families = [
  ...fontFamilies.map((family) => `'${family}'`),
  "Inter, 'Segoe UI', 'Noto Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Noto Color Emoji', system-ui, sans-serif",
].join(', ');

/** The style rule of a font file inside an SVG or a page. */
export function faceRule({ family, base64, range }: EmbeddedFace): string {
  return `@font-face{font-family:'${family}';font-weight:400 650;src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value ?? '')}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Writes one drawing; it keeps the glyphs that were used. */
class Writer {
  private readonly glyphs = new Map<string, string>();

  constructor(private readonly options: SvgOptions) {}

  private paint({ fill, stroke }: Rect | Path): Attributes {
    const { theme } = this.options;
    return {
      fill: fill === undefined ? 'none' : theme[fill],
      stroke: stroke && theme[stroke.ink],
      'stroke-width': stroke?.width,
      'stroke-dasharray': stroke?.dash?.join(' '),
      'stroke-linecap': stroke && !stroke.dash ? 'round' : undefined,
      'stroke-linejoin': stroke && 'round',
    };
  }

  private written(item: Text): string {
    const { x, y, size, weight, ink, anchor, rotate } = item;
    return element(
      'text',
      {
        x,
        y,
        'font-size': size,
        'font-weight': weight,
        fill: this.options.theme[ink],
        'text-anchor': anchor,
        textLength: measureText(item.text, size, weight),
        transform: rotate === undefined ? undefined : `rotate(${rotate} ${rounded(x)} ${rounded(y)})`,
      },
      escapeXml(item.text),
    );
  }

  private glyphId(unit: string, weight: Weight, outliner: Outliner): string | null {
    const points = Array.from(unit, (character) => (character.codePointAt(0) ?? 0).toString(16));
    const id = `g${weight}-${points.join('-')}`;
    if (this.glyphs.has(id)) return id;
    const d = outliner.outline(unit, weight);
    if (d === null) return null;
    this.glyphs.set(id, d);
    return id;
  }

  /** Pieces of a text that are outlined character by character, or written as one because the font lacks them (letters that join must stay together). */
  private pieces(item: Text, outliner: Outliner): { readonly text: string; readonly glyph: string | null }[] {
    const pieces: { text: string; glyph: string | null }[] = [];
    for (const unit of unitsOf(item.text)) {
      const glyph = this.glyphId(unit, item.weight, outliner);
      const last = pieces.at(-1);
      const beforeLast = pieces.at(-2);
      if (glyph === null && last?.glyph === null) last.text += unit;
      else if (glyph === null && last?.text === ' ' && beforeLast?.glyph === null) {
        beforeLast.text += ` ${unit}`;
        pieces.pop();
      } else pieces.push({ text: unit, glyph });
    }
    return pieces;
  }

  /** The glyphs of a text side by side; what has no outline stays text. */
  private outlined(item: Text, outliner: Outliner): string {
    const { size, weight, anchor, rotate } = item;
    const width = measureText(item.text, size, weight);
    const start = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
    const fill = this.options.theme[item.ink];
    const scale = size / outliner.unitsPerEm;
    let at = 0;
    const parts = this.pieces(item, outliner).map(({ text, glyph }) => {
      const x = at / scale;
      at += measureText(text, size, weight);
      if (glyph === null) {
        const look = { 'font-size': outliner.unitsPerEm, 'font-weight': weight };
        return element('text', { x, ...look }, escapeXml(text));
      }
      return this.glyphs.get(glyph) === '' ? '' : element('use', { 'xlink:href': `#${glyph}`, x });
    });
    const turn = rotate === undefined ? '' : ` rotate(${rotate})`;
    const shift = start === 0 ? '' : ` translate(${rounded(start)} 0)`;
    const transform = `translate(${rounded(item.x)} ${rounded(item.y)})${turn}${shift} scale(${scale.toFixed(7)})`;
    return element('g', { transform, fill, 'aria-label': item.text }, parts.join(''));
  }

  private text(item: Text): string {
    const { fonts } = this.options;
    if (item.text === '') return '';
    const written = fonts.kind === 'outlined' ? this.outlined(item, fonts.outliner) : this.written(item);
    if (item.full === undefined) return written;
    return element('g', {}, element('title', {}, escapeXml(item.full)) + written);
  }

  private group({ x, y, label, role, items }: Group): string {
    const transform = x === 0 && y === 0 ? undefined : `translate(${rounded(x)} ${rounded(y)})`;
    const isNamed = label !== undefined;
    const attributes = {
      class: role === 'part' ? undefined : role,
      transform,
      role: isNamed ? 'img' : undefined,
      'aria-label': label,
    };
    return element('g', attributes, items.map((item) => this.item(item)).join(''));
  }

  item(item: Item): string {
    switch (item.kind) {
      case 'rect': {
        const { x, y, width, height, radius } = item;
        return element('rect', {
          x,
          y,
          width,
          height,
          rx: radius === 0 ? undefined : radius,
          ...this.paint(item),
        });
      }
      case 'path':
        return element('path', { d: item.d, ...this.paint(item) });
      case 'text':
        return this.text(item);
      case 'group':
        return this.group(item);
    }
  }

  /** Style and glyphs that the items refer to; written last, when all glyphs are known. */
  definitions(): string {
    const { fonts } = this.options;
    if (fonts.kind === 'outlined') {
      const glyphs = [...this.glyphs].map(([id, d]) => (d === '' ? '' : element('path', { id, d })));
      return element('defs', {}, glyphs.join(''));
    }
    const faces = fonts.kind === 'embedded' ? fonts.faces : [];
    const rules = faces.map(faceRule);
    const plain = 'text{font-kerning:none;font-feature-settings:"kern" 0,"calt" 0;white-space:pre}';
    return element('style', {}, [...rules, plain].join(''));
  }
}

/** A drawing as the text of an SVG file: no script, no reference to the outside, every text escaped; the same input gives the same text. */
export function toSvg(list: DisplayList, options: SvgOptions): string {
  const writer = new Writer(options);
  const content = list.items.map((item) => writer.item(item)).join('\n');
  const { width, height } = list;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    role: 'graphics-document',
    'aria-labelledby': 'title desc',
    'font-family': families,
  };
  const head = [
    element('title', { id: 'title' }, escapeXml(list.title)),
    element('desc', { id: 'desc' }, escapeXml(list.description)),
    writer.definitions(),
  ].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, `\n${head}\n${content}\n`)}\n`;
}
