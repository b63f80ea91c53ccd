/** Short texts beside the fields of the inspector. */
export const inspectorFormats = {
  reading: (reading: string) => `= ${reading}`,
  rangeReading: (reading: string, mean: string) => `= ${reading}; mean ${mean} (PERT)`,
  unknown: '= unknown',
  rest: 'the rest',
  all: 'all',
  unknownShare: 'unknown',
  noSource: 'not said',
} as const;
