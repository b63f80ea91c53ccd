/** Sentences of exports that are made outside the page. */
export const exportText = {
  refused: {
    noMap: 'There is no map to export: it was deleted, or the project has none yet.',
    noFormat: (format: string) => `“${format}” cannot be made yet.`,
  },
  progress: {
    start: 'Reading the project',
    end: 'Done',
  },
} as const;
