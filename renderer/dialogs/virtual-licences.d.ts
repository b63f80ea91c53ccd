/** What the build puts together from the installed packages (scripts/build/licences.mjs). */
declare module 'virtual:licences' {
  export const texts: readonly string[];
  export const packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    /** Index in `texts`. */
    readonly text: number;
  }[];
}
