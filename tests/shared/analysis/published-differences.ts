/** Where our findings on the published streams differ from the published ones on purpose. */
export interface ArguedDifference {
  readonly stream: string;
  /** `rule target` as published; null where it is not published. */
  readonly published: string | null;
  /** `rule target` as we find it; null where we do not. */
  readonly found: string | null;
  readonly because: string;
}

/** Every difference, with its reason. */
export const arguedDifferences: readonly ArguedDifference[] = [
  {
    stream: 'incident-restoration',
    published: 'waste-transport-ping-pong map',
    found: 'waste-transport-ping-pong diagnose>assign',
    because:
      'It points at the loop between the two teams, so that it folds the rework loop and can be gone to.',
  },
  {
    stream: 'incident-restoration',
    published: null,
    found: 'waste-defects-rolled-quality map',
    because:
      'The mean of a step is the root by the 5.2 steps that an item expects on a single pass, not by the 8 drawn: 0.40 is 0.84 to the power of 5.2.',
  },
];

/** Rules of our own, which the published streams know nothing of. */
export const ownRules: readonly string[] = [
  'dq-too-neat',
  'flow-changeover',
  'flow-wait-not-capacity',
  'waste-motion-many-systems',
  'waste-overproduction-status-steps',
  'waste-waiting-known-barrier',
];
