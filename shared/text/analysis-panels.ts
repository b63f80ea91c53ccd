/** Words of the panels of the analysis. */
export const analysisPanelsText = {
  title: 'x',
} as const;
