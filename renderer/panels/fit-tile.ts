import { measureText } from '../../shared/drawing/font-metrics';

/** How the value of a tile is written so that none of it is cut off. */
export interface Fit {
  /** Size of the value, pixels. */
  readonly size: number;
  /** The small lines beside the value that fit; the others are told by the tip alone. */
  readonly asides: readonly string[];
  /** True where the value takes two lines, as long names do. */
  readonly isWrapped: boolean;
  /** True where the note needs more than its two lines, so that the tip tells it. */
  readonly isNoteLong: boolean;
}

const asideSize = 10.5;
const noteSize = 11;
/** Room between the value and what stands beside it, pixels. */
const gap = 8;
/** The value is not made smaller than this for the sake of what stands beside it, pixels. */
const leastBeside = 15;
/** Nor smaller than this at all: then it takes two lines. */
const leastSize = 13;
/** The widths are those of the bundled font without kerning; a little is left for rounding. */
const reserve = 1.02;

/** The style sheet sets the letters of the value that much closer, em. */
const spacing = -0.015;

const valueWidth = (value: string, size: number): number =>
  (measureText(value, size, 650) + spacing * size * value.length) * reserve;
const asideWidth = (aside: string): number => measureText(aside, asideSize, 500) * reserve;

/** Fits a tile into so many pixels: the value shrinks a little, then what stands beside it goes, and the value itself is never cut. */
export function fitTile(
  of: { readonly value: string; readonly asides: readonly string[]; readonly note: string },
  room: number,
  most: number,
): Fit {
  // Words do not break where the line ends: a little of each line stays empty.
  const isNoteLong = measureText(of.note, noteSize, 500) > 1.85 * room;
  const sizes = Array.from({ length: most - leastSize + 1 }, (_, at) => most - at);
  const fits = sizes.flatMap((size): Fit[] => {
    const left = room - valueWidth(of.value, size);
    if (left < 0) return [];
    const asides = of.asides.filter((aside) => asideWidth(aside) + gap <= left);
    return [{ size, asides, isWrapped: false, isNoteLong }];
  });
  const [largest] = fits;
  if (!largest) return { size: leastSize, asides: [], isWrapped: true, isNoteLong };
  const beside = fits.filter(({ size }) => size >= leastBeside);
  return beside.reduce((best, fit) => (fit.asides.length > best.asides.length ? fit : best), largest);
}
