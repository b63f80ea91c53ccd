const quoted = (name: string): string => `“${name}”`;

/** Words of what is put on paper: the charter and the A3 sheet as PDF files. */
export const paperText = {
  save: 'Save as PDF',
  failed: 'The PDF could not be saved',
  saved: (name: string) => `Saved as ${quoted(name)}.`,
  charterFile: (stream: string) => `Charter ${stream}`,
  a3File: (stream: string) => `A3 ${stream}`,
  notSaid: 'not said yet',
} as const;
