import type { Ink, Stroke } from '../../../shared/drawing/display-list';
import type { Theme } from '../../../shared/drawing/theme';
import type { Tone } from '../../../shared/report/types';
import { xml } from '../xml';
import { emu } from './units';

/** Colours of the theme of the file by our names: who changes the theme in PowerPoint changes them. */
const schemeColours: Readonly<Partial<Record<Ink, string>>> = {
  text: 'tx1',
  surface: 'bg1',
  text2: 'tx2',
  canvas: 'bg2',
  accent: 'accent1',
  va: 'accent2',
  nnva: 'accent3',
  nva: 'accent4',
  ok: 'accent5',
  wait: 'accent6',
};

/** A filling with a colour. */
export function fillXml(ink: Ink, theme: Theme): string {
  const scheme = schemeColours[ink];
  const colour =
    scheme === undefined
      ? xml('a:srgbClr', { val: theme[ink].slice(1) })
      : xml('a:schemeClr', { val: scheme });
  return xml('a:solidFill', {}, colour);
}

/** The pattern of dashes of the standard that comes nearest. */
function dashOf({ dash, width }: Stroke): string {
  if (!dash) return '';
  const [length = 0] = dash;
  const ratio = length / width;
  return xml('a:prstDash', { val: ratio < 1.5 ? 'sysDot' : ratio < 2.5 ? 'sysDash' : 'dash' });
}

/** A line, its width times `scale` points; `end` is XML of heads. */
export function lineXml(stroke: Stroke, theme: Theme, scale: number, end = ''): string {
  const width = emu(Math.max(stroke.width * scale, 0.25));
  const cap = stroke.dash ? 'flat' : 'rnd';
  return xml('a:ln', { w: width, cap }, fillXml(stroke.ink, theme), dashOf(stroke), '<a:round/>', end);
}

/** Colours of what is said in a tone. */
export const toneInks: Readonly<Record<Tone, Ink>> = {
  lead: 'text',
  quiet: 'text2',
  good: 'ok',
  warning: 'warning',
  bad: 'error',
};
