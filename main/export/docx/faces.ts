import type { Ink } from '../../../shared/drawing/display-list';
import { light } from '../../../shared/drawing/theme';
import type { Tone } from '../../../shared/report/types';

/** A colour as office programs write it. */
export const colour = (ink: Ink): string => light[ink].slice(1);

/** How the text of a style is set; all lengths in points. */
export interface Face {
  readonly size: number;
  /** From line to line; characters that are taller still fit. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  readonly ink: Ink;
  readonly isBold: boolean;
}

type Numbers = readonly [size: number, line: number, before: number, after: number];

const plain = ([size, line, before, after]: Numbers, ink: Ink = 'text'): Face => ({
  size,
  line,
  before,
  after,
  ink,
  isBold: false,
});
const bold = (numbers: Numbers, ink: Ink = 'text'): Face => ({ ...plain(numbers, ink), isBold: true });

/** The faces of all styles, by the id of the style. */
export const faces = {
  Normal: plain([10, 15, 0, 6]),
  Title: bold([30, 37, 72, 6]),
  Subtitle: plain([13, 19, 0, 6], 'text2'),
  Date: plain([10, 15, 0, 26], 'text3'),
  Heading1: bold([20, 26, 0, 10]),
  Heading2: bold([14, 19, 14, 5]),
  Heading3: bold([11, 16, 11, 4]),
  Caption: plain([9, 13, 4, 10], 'text2'),
  TableCaption: bold([9, 13, 8, 4]),
  TableText: plain([9, 13, 0, 0]),
  TableHeading: bold([8.5, 12, 0, 0], 'text2'),
  ListBullet: plain([10, 15, 0, 3]),
  ListNumber: plain([10, 15, 0, 3]),
  Lead: plain([12, 18, 0, 8]),
  Quiet: plain([9, 13, 0, 6], 'text3'),
  Good: plain([10, 15, 0, 6], 'ok'),
  Warning: plain([10, 15, 0, 6], 'warning'),
  Problem: plain([10, 15, 0, 6], 'error'),
  Picture: plain([10, 12, 6, 4]),
  Gap: plain([4, 8, 0, 0]),
  TileName: plain([9, 13, 0, 0], 'text2'),
  TileValue: bold([20, 27, 2, 0]),
  TileDetail: plain([8.5, 12, 1, 0], 'text3'),
  ContentsTitle: bold([20, 26, 0, 10]),
  TOC1: bold([10.5, 16, 7, 2]),
  TOC2: plain([10, 15, 0, 2], 'text2'),
  Header: plain([8.5, 12, 0, 0], 'text3'),
  Footer: plain([8.5, 12, 0, 0], 'text3'),
} as const satisfies Readonly<Record<string, Face>>;
export type StyleId = keyof typeof faces;

/** The style of a paragraph of each tone. */
export const toneStyles: Readonly<Record<Tone, StyleId>> = {
  lead: 'Lead',
  quiet: 'Quiet',
  good: 'Good',
  warning: 'Warning',
  bad: 'Problem',
};

/** The colour that a tone gives to a cell or a figure. */
export const toneInks: Readonly<Record<Tone, Ink>> = {
  lead: 'text',
  quiet: 'text3',
  good: 'ok',
  warning: 'warning',
  bad: 'error',
};
