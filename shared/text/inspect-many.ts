/** Words of the inspector while several things are selected. */
export const inspectManyText = {
  flows: (count: number) => `${String(count)} flows`,
  flowsHint: 'What you set here holds for all of them.',
  stepsAmong: (steps: number, all: number) =>
    `${String(all)} things selected. The fields are those of the ${steps === 1 ? 'step' : `${String(steps)} steps`} among them.`,
  together: 'Together',
  columns: { sum: 'Sum', mean: 'Mean' },
  unknown: 'unknown',
  /** Some values are missing, so that the sum is at least this. */
  known: (known: number, all: number) => `known of ${String(known)} of ${String(all)}`,
  some: 'On some:',
  someItem: (name: string, count: number, all: number) => `${name} (${String(count)} of ${String(all)})`,
} as const;
