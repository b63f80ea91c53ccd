/** Limits of what is read from a foreign file; each is far above any map that people can work with. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 20 * 1024 * 1024,
  /** Bytes of what a compressed file holds, all parts together. */
  unpacked: 64 * 1024 * 1024,
  /** Tags of an XML text. */
  tags: 250_000,
  /** Elements inside each other. */
  depth: 90,
  /** Cells of a workbook that hold something. */
  cells: 100_000,
  /** Cells of a table as text, the empty ones and those that short rows lack included. */
  places: 1_000_000,
  /** Values of a text of JSON. */
  values: 2_000_000,
  /** Attributes of one tag. */
  attributes: 1000,
  /** Steps, decisions and notes of a map. */
  nodes: 3000,
  flows: 10_000,
  /** Maps of a file. */
  maps: 100,
  /** Characters of one text, a name or a note. */
  text: 20_000,
} as const;
