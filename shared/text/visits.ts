/** What some minutes of a visit make per item, in words. */
export interface PerItemWords {
  /** Visits per 100 items. */
  readonly visits: string;
  readonly perItem: string;
}

/** What follows a time that is spent at each visit: nothing where every item comes here once. */
export const eachTime = (at: PerItemWords | null): string => (at === null ? '' : ' each time');

/** What a time at each visit makes per item: nothing where every item comes here once. */
export const makesPerItem = (at: PerItemWords | null): string =>
  at === null ? '' : `, at ${at.visits} visits per 100 items: ${at.perItem} per item`;
