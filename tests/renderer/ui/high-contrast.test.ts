import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

/** The colours that a block of the style sheet sets, `#rrggbb` by name. */
function coloursOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const more = coloursOf('[data-contrast="more"]');
const themes = {
  light: { ...coloursOf(':root'), ...more },
  dark: { ...coloursOf('[data-theme="dark"]'), ...coloursOf('[data-contrast="more"][data-theme="dark"]') },
} as const;

describe.each(Object.entries(themes))('high contrast, %s', (_name, colours) => {
  const grounds = ['canvas', 'surface', 'sunken', 'raised'] as const;
  const lowest = (name: string): number =>
    Math.min(...grounds.map((ground) => contrast(colours[name] ?? '#808080', colours[ground] ?? '#808080')));

  it.each(['border', 'borderStrong', 'cardEdge', 'accent', 'flow'])(
    'draws %s at 4.5 to 1 or more',
    (name) => {
      expect(lowest(name)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    'text',
    'text2',
    'text3',
    'error',
    'warning',
    'info',
    'ok',
    'hint',
    'vaText',
    'nnvaText',
    'nvaText',
  ])('writes %s at 7 to 1 or more', (name) => {
    expect(lowest(name)).toBeGreaterThanOrEqual(7);
  });

  it('writes on the accent, and on the soft grounds of the classes, at 4.5 to 1 or more', () => {
    const pairs = [
      ['onAccent', 'accent'],
      ['accent', 'accentSoft'],
      ['vaText', 'vaSoft'],
      ['nnvaText', 'nnvaSoft'],
      ['nvaText', 'nvaSoft'],
      ['ok', 'okSoft'],
      ['error', 'errorSoft'],
    ] as const;
    for (const [ink, ground] of pairs)
      expect(
        contrast(colours[ink] ?? '', colours[ground] ?? ''),
        `${ink} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
  });
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
