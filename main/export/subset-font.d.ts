/** The part of the package that is used; it ships no types. */
declare module 'subset-font' {
  export interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff2';
    readonly keepFeatures?: readonly string[];
    readonly variationAxes?: Readonly<
      Record<string, number | { readonly min?: number; readonly max?: number }>
    >;
    readonly noHinting?: boolean;
  }
  /** A font with only the glyphs of `text`; axes that are given a number are fixed. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: SubsetOptions,
  ): Promise<Uint8Array>;
}
