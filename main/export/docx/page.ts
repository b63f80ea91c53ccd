import { type ISectionPropertiesOptions, PageOrientation } from 'docx';
import type { Paper, WriterOptions } from '../../../shared/export/formats';

/** Twentieths of a point: what a document measures in. */
export const twipsPerPixel = 15;
const twipsPerMillimetre = 1440 / 25.4;

const sizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11906, height: 16838 },
  a3: { width: 16838, height: 23811 },
  letter: { width: 12240, height: 15840 },
};

const margin = {
  side: Math.round(20 * twipsPerMillimetre),
  top: Math.round(24 * twipsPerMillimetre),
  bottom: Math.round(22 * twipsPerMillimetre),
  edge: Math.round(11 * twipsPerMillimetre),
};

export type Orientation = WriterOptions['orientation'];

/** The room that the text of a page has, twips. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

function turned(paper: Paper, orientation: Orientation): Room {
  const { width, height } = sizes[paper];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** The room between the margins of a sheet, twips. */
export function roomOf(paper: Paper, orientation: Orientation): Room {
  const { width, height } = turned(paper, orientation);
  return { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
}

/** The sheet of a section. The library turns the size round by itself where the sheet lies on its side. */
export function pageOf(
  paper: Paper,
  orientation: Orientation,
): NonNullable<ISectionPropertiesOptions['page']> {
  const isPortrait = orientation === 'portrait';
  return {
    size: {
      ...sizes[paper],
      orientation: isPortrait ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: {
      top: margin.top,
      bottom: margin.bottom,
      left: margin.side,
      right: margin.side,
      header: margin.edge,
      footer: margin.edge,
    },
  };
}
