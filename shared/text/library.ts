import type { ContributionLevel } from '../catalogue/types';

const levels: Readonly<Record<ContributionLevel, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'None',
};

const steps = (count: number): string => (count === 1 ? '1 step' : `${String(count)} steps`);

/** Words of the practice library. */
export const libraryText = {
  search: 'Search practices',
  searchPlaceholder: (count: number) => `Search ${String(count)} practices`,
  nothingFound: (text: string) => `No practice is called “${text}”.`,
  list: 'Practices',
  hint: 'Drag onto the map or a flow, or press Enter to put it after the selected step',
  fragments: 'Ready-made steps',
  fragmentFacts: (count: number) => steps(count),
  details: 'Details',
  detailsOf: (name: string) => `Details of ${name}`,
  picture: (name: string) => `Picture of “${name}”`,
  dialog: {
    category: 'Category',
    purpose: 'Purpose',
    aliases: 'Also called',
    verbs: 'Typical steps',
    contributions: 'What it contributes to each activity',
    basis: 'Where the levels come from',
    usedBy: 'Used here by',
    usedByNone: 'No step of this map uses it.',
    fragments: 'Ready-made steps',
    noFragments: 'There are no ready-made steps for this practice: put a single step.',
    putStep: 'Put a step',
    putFragment: 'Put these steps',
    activity: 'Activity',
    level: 'Contribution',
    roles: (names: string) => `Roles: ${names}`,
    timesOpen: 'Times are left open and shares are first guesses: ask in the room.',
  },
  levels,
  placed: (name: string, count: number) => `“${name}” was put on the map: ${steps(count)}.`,
  undo: 'Take back',
  label: { insertFragment: (name: string) => `Put “${name}”` },
  refused: {
    fragment: 'This part has no steps.',
    notAfter: 'Nothing can follow this element. Select a step.',
  },
} as const;
