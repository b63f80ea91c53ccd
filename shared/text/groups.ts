const steps = (count: number): string => (count === 1 ? '1 step' : `${String(count)} steps`);

/** Words of groups: steps that can be folded into one block. */
export const groupsText = {
  commands: {
    label: {
      add: (name: string) => (name === '' ? 'Group' : `Group as “${name}”`),
      rename: 'Rename group',
      fold: 'Fold group',
      unfold: 'Unfold group',
      place: 'Move folded group',
      dissolve: 'Dissolve group',
      addNodes: 'Add to group',
      removeNodes: 'Take out of group',
    },
    refused: {
      nothing: 'Select the steps to group first. Demand, value, notes and kaizen bursts stay outside.',
      otherMap: 'A group holds elements of one map.',
      gone: 'This group is no longer on the map.',
      notInGroup: 'This element is in no group.',
    },
  },
  newName: 'New group',
  untitled: 'Group without a name',
  steps,
  fold: (name: string) => `Fold ${name} into one block`,
  unfold: (name: string) => `Unfold ${name}`,
  look: (name: string) => `Show only ${name}`,
  wholeMap: 'Whole map',
  trail: 'Where you are',
  inGroup: (name: string) => `Inside ${name}`,
  frame: (name: string) => `Group ${name}`,
  folded: (name: string) => `${name} folded into one block`,
  unfolded: (name: string) => `${name} unfolded`,
  inside: (name: string) => `Only ${name} is shown. Escape or “Whole map” leads back.`,
  /** On the block. */
  block: {
    wait: (time: string) => `waits ${time}`,
    ofLeadTime: (share: string) => `${share} of the lead time`,
  },
  /** What a screen reader says of a block. */
  say: {
    block: (name: string, count: number) => `Folded group ${name}, ${steps(count)}`,
    ofLeadTime: (share: string | null) =>
      share === null ? 'share of the lead time unknown' : `${share} of the lead time`,
  },
  inspector: {
    kind: 'Group of steps',
    name: 'Name of the group',
    figures: 'Rolled-up figures',
    processTime: 'Process time',
    wait: 'Wait',
    leadTimeShare: 'Of lead time',
    rolled: 'Rolled %C&A',
    steps: 'Steps',
    findings: 'Findings',
    hint: 'Expected for one item, repeats included. A dash stands for what cannot be said because an input is missing, or because no item passes here on the clock.',
    members: 'In this group',
    fold: 'Fold',
    unfold: 'Unfold',
    look: 'Look inside',
    dissolve: 'Dissolve',
    takeOut: (name: string) => `Take ${name} out of the group`,
  },
} as const;
