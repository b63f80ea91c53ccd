import type { Box } from '../../../shared/layout/types';

/** Where things stand on a slide, points. */
export const frame = {
  kicker: { x: 36, y: 24, width: 888, height: 16 },
  title: { x: 36, y: 40, width: 888, height: 36 },
  body: { x: 36, y: 92, width: 888, height: 408 },
  /** A picture with a line of text below it. */
  picture: { x: 24, y: 84, width: 912, height: 400 },
  caption: { x: 36, y: 488, width: 888, height: 18 },
  footer: { x: 36, y: 512, width: 640, height: 16 },
  date: { x: 690, y: 512, width: 150, height: 16 },
  number: { x: 852, y: 512, width: 72, height: 16 },
  coverTitle: { x: 64, y: 92, width: 832, height: 108 },
  coverSubtitle: { x: 64, y: 204, width: 832, height: 28 },
  coverDate: { x: 64, y: 236, width: 832, height: 22 },
  coverTiles: { x: 64, y: 288, width: 832, height: 104 },
  coverText: { x: 64, y: 408, width: 832, height: 92 },
  sectionTitle: { x: 64, y: 200, width: 832, height: 80 },
  sectionText: { x: 64, y: 284, width: 832, height: 60 },
  /** The bar at the left of cover and section. */
  bar: { x: 0, y: 0, width: 16, height: 540 },
} as const satisfies Readonly<Record<string, Box>>;

/** Sizes of letters, points. */
export const sizes = {
  cover: 38,
  coverSubtitle: 18,
  coverDate: 14,
  title: 24,
  kicker: 11,
  footer: 10,
  caption: 11,
  heading: 16,
  subheading: 13,
  lead: 16,
  text: 14,
  quiet: 12,
  table: 11,
  tileName: 11,
  tileValue: 24,
  tileDetail: 10,
} as const;
