import subsetFont from 'subset-font';

/** What a font is turned into. */
export interface SubsetOptions {
  readonly targetFormat: 'truetype' | 'woff2';
  /** OpenType features that stay; all where absent. */
  readonly keepFeatures?: readonly string[];
  /** The weight that the font is fixed to, or the range that it keeps; its whole axis where absent. */
  readonly wght?: number | { readonly min: number; readonly max: number };
}

/** A font with only the glyphs of `text`. */
export function subset(font: Uint8Array, text: string, options: SubsetOptions): Promise<Uint8Array> {
  const { wght, ...rest } = options;
  return subsetFont(font, text, { ...rest, ...(wght === undefined ? {} : { variationAxes: { wght } }) });
}
