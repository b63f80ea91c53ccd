const quoted = (name: string): string => `“${name === '' ? 'no name' : name}”`;

/** Words of quick fixes: what the commands are called, what they write into a map. */
export const fixesText = {
  label: {
    removeStep: (name: string) => `Remove ${quoted(name)}`,
    removeSteps: (count: number) => `Remove ${String(count)} steps`,
    mergeSteps: (first: string, second: string) => `Merge ${quoted(first)} and ${quoted(second)}`,
    parallelise: (first: string, second: string) => `Do ${quoted(first)} and ${quoted(second)} in parallel`,
    addStep: (name: string) => `Add ${quoted(name)}`,
    splitPath: (name: string) => `Lead items past ${quoted(name)}`,
    addStart: 'Add the demand',
    addEnd: 'Add the value',
    addJoin: 'Add a join',
    connectNearest: (name: string) => `Connect ${quoted(name)}`,
  },
  /** A role that only a future state has. */
  roleIn: (role: string, map: string) => `${role} (${map})`,
  /** The name of a step made of two. */
  mergedName: (first: string, second: string) =>
    first === '' || second === '' || first === second ? first || second : `${first} and ${second}`,
  /** The name of a choice before a step that some items need not pass. */
  isNeeded: (step: string) => (step === '' ? 'Needed?' : `${step}: needed?`),
} as const;
