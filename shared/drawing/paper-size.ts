import type { Paper } from '../export/formats';

/** Points, upright. */
const uprightSizes: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  a3: [841.89, 1190.55],
  letter: [612, 792],
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A sheet of paper, points. */
export function paperSize(paper: Paper, orientation: 'portrait' | 'landscape'): Size {
  const [short, long] = uprightSizes[paper];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}
