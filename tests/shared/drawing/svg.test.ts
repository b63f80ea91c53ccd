import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayList, Item } from '../../../shared/drawing/display-list';
import { drawMap } from '../../../shared/drawing/draw-map';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import { type SvgFonts, toSvg } from '../../../shared/drawing/svg';
import { dark, light } from '../../../shared/drawing/theme';
import { contextOf, projectWith } from './drawing-context';
import { mockContext, mockLayout } from './mock-map';

const linked: SvgFonts = { kind: 'linked' };
const list = drawMap(mockContext, mockLayout, { ladder: true });

const listOf = (items: readonly Item[], title = 'Title', description = 'Description'): DisplayList => ({
  width: 300,
  height: 200,
  title,
  description,
  items,
});

/** Reads the text as strict XML (an error is thrown where it is none) and gives its tags. */
function tagsOf(svg: string): Set<string> {
  new Resvg(svg, { font: { loadSystemFonts: false } });
  return new Set([...svg.matchAll(/<([a-zA-Z][\w:-]*)/g)].map(([, tag]) => tag ?? ''));
}

const known = new Set(['svg', 'title', 'desc', 'style', 'defs', 'g', 'rect', 'path', 'text', 'use']);

describe('a drawing as SVG', () => {
  const svg = toSvg(list, { theme: light, fonts: linked });

  it('is well-formed, has a title, a description and the size of the drawing', () => {
    expect([...tagsOf(svg)].filter((tag) => !known.has(tag))).toEqual([]);
    const image = new Resvg(svg, { font: { loadSystemFonts: false } });
    expect([image.width, image.height]).toEqual([list.width, list.height]);
    expect(svg).toContain('<title id="title">Major incident to restored service</title>');
    expect(svg).toContain('<desc id="desc">');
  });

  it('carries no script and refers to nothing outside', () => {
    expect(svg).not.toMatch(/<script|\son\w+=|javascript:|@import|<foreignObject|<image/i);
    expect([...svg.matchAll(/(?:href|src)="([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#'))).toEqual([]);
    expect(svg).not.toMatch(/url\((?!data:font)/);
  });

  it('says each node to a screen reader', () => {
    expect(svg).toContain('role="img" aria-label="Step 3 of 6, Approve escalation, Plan,');
  });

  it('takes its colours from the theme', () => {
    expect(svg).toContain(light.canvas);
    const night = toSvg(list, { theme: dark, fonts: linked });
    expect(night).toContain(dark.canvas);
    expect(night).not.toContain(light.canvas);
  });

  it('is the same text each time', () => {
    expect(toSvg(drawMap(mockContext, mockLayout, { ladder: true }), { theme: light, fonts: linked })).toBe(
      svg,
    );
  });

  it('turns kerning off, as the drawing was measured', () => {
    expect(svg).toContain('font-kerning:none');
  });
});

describe('hostile names', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"><image href="https://example.invalid/x.png"/>',
    ']]>&amp;&#0;&nope;',
    'a\u0000b\u0008c\ufffe\ud800',
    "' onload='alert(1)",
    '<!-- -->',
  ];

  it.each(hostile)('are only text: %j', (name) => {
    const project = projectWith(
      {
        start: { type: 'start', name },
        a: { type: 'step', name, team: name },
        note: { type: 'note', name, note: name },
      },
      [{ from: 'start', to: 'a', label: name }],
    );
    project.streams.stream = { ...project.streams.stream, order: 1, name };
    const context = contextOf(project);
    const svg = toSvg(drawMap(context, mockLayout, { ladder: true }), { theme: light, fonts: linked });
    expect([...tagsOf(svg)].filter((tag) => !known.has(tag))).toEqual([]);
    expect(svg.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/);
  });

  it('never break the XML, whatever characters they have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const item: Item = { kind: 'text', x: 0, y: 0, text, size: 12, weight: 400, ink: 'text', full: text };
        const group: Item = { kind: 'group', role: 'node', label: text, x: 0, y: 0, items: [item] };
        tagsOf(toSvg(listOf([group], text, text), { theme: light, fonts: linked }));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('are escaped so that they read as they were written', () => {
    expect(escapeXml(`a < b & "c" > 'd'`)).toBe('a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;');
  });
});

describe('texts as outlines', () => {
  const item: Item = { kind: 'text', x: 10, y: 20, text: 'AB A漢', size: 10, weight: 650, ink: 'text' };
  const outline = (character: string): string | null =>
    character === '漢' ? null : character === ' ' ? '' : 'M0 0H1000V-1000H0Z';
  const svg = toSvg(listOf([item]), {
    theme: light,
    fonts: { kind: 'outlined', outliner: { unitsPerEm: 2048, outline } },
  });

  it('define each glyph once and keep the words for screen readers', () => {
    expect(svg.match(/<path id="g650-41"/g)).toHaveLength(1);
    expect(svg.match(/<use xlink:href="#g650-41"/g)).toHaveLength(2);
    expect(svg).toContain('aria-label="AB A漢"');
    tagsOf(svg);
  });

  it('keep letters together that the font lacks, so that they can join', () => {
    const arabic: Item = { ...item, text: 'AB مراجعة الطلب AB' };
    const lacking = (character: string): string | null => (/[A ]|B/.test(character) ? 'M0 0Z' : null);
    const fonts: SvgFonts = { kind: 'outlined', outliner: { unitsPerEm: 2048, outline: lacking } };
    expect(toSvg(listOf([arabic]), { theme: light, fonts })).toMatch(/<text [^>]*>مراجعة الطلب<\/text>/);
  });

  it('leave a character without an outline as text', () => {
    expect(svg).toMatch(/<text [^>]*>漢<\/text>/);
  });
});
