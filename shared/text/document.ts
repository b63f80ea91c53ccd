/** Words that a document with pages says besides its report. */
export const documentText = {
  contents: 'Contents',
  page: 'Page',
  of: 'of',
} as const;
