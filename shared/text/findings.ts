/** Sentences of the findings panel. */
export const findingsText = {
  title: 'Problems',
  noneFound: 'Nothing stands out on this map.',
} as const;
