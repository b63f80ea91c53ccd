import type { Paper } from './formats';

/** Pixels at 100 % in a millimetre. */
const pixelsPerMm = 96 / 25.4;
/** Left free round every sheet, millimetres: printers reach no further. */
export const margin = 12;
/** Room for the cutting marks round the piece of a poster, millimetres. */
const marks = 8;
/** A map that is small is made larger on one sheet, but not beyond this. */
const largest = 1.5;

const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [210, 297],
  a3: [297, 420],
  letter: [215.9, 279.4],
};

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly paper: Paper;
  readonly orientation: 'portrait' | 'landscape';
}

/** Width and height of a sheet, millimetres. */
export function sheetSize({ paper, orientation }: Sheet): Size {
  const [short, long] = sizes[paper];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** A piece of a drawing for one sheet of a poster. */
export interface Tile {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** The part of the drawing, pixels at 100 %. */
  readonly part: Size & { readonly x: number; readonly y: number };
}

/** A drawing cut into pieces of the same size. */
export interface Poster {
  readonly columns: number;
  readonly rows: number;
  /** Size of a piece on paper, millimetres. */
  readonly piece: Size;
  readonly tiles: readonly Tile[];
}

/** Cuts a drawing (pixels) into sheets at a scale, where 1 is its size on the screen at 100 %. */
export function posterOf({ width, height }: Size, sheet: Sheet, scale: number): Poster {
  const whole = sheetSize(sheet);
  const piece = {
    width: whole.width - 2 * (margin + marks),
    height: whole.height - 2 * (margin + marks),
  };
  const part = {
    width: (piece.width * pixelsPerMm) / scale,
    height: (piece.height * pixelsPerMm) / scale,
  };
  const columns = Math.max(1, Math.ceil(width / part.width));
  const rows = Math.max(1, Math.ceil(height / part.height));
  const tiles = Array.from({ length: rows * columns }, (_, index): Tile => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return {
      row: row + 1,
      column: column + 1,
      part: { x: column * part.width, y: row * part.height, ...part },
    };
  });
  return { columns, rows, piece, tiles };
}

/** Width and height of a drawing (pixels) on one sheet, millimetres: as large as it fits, a small one not enlarged without end. */
export function fitOnSheet({ width, height }: Size, sheet: Sheet): Size {
  const whole = sheetSize(sheet);
  const scale = Math.min(
    ((whole.width - 2 * margin) * pixelsPerMm) / width,
    ((whole.height - 2 * margin) * pixelsPerMm) / height,
    largest,
  );
  return { width: (width * scale) / pixelsPerMm, height: (height * scale) / pixelsPerMm };
}
