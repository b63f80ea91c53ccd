/** Words that a document with pages says besides its report. */
export const documentText = {
  page: 'Page',
  of: 'of',
  part: (caption: string, part: number, parts: number) =>
    `${caption}, enlarged: part ${String(part)} of ${String(parts)}`,
} as const;
