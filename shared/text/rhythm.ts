const words = [
  ['day', 1, 'daily'],
  ['day', 2, 'every two days'],
  ['week', 0.5, 'twice a week'],
  ['week', 1, 'weekly'],
  ['week', 2, 'every two weeks'],
  ['week', 3, 'every three weeks'],
  ['week', 4, 'every four weeks'],
  ['month', 0.5, 'twice a month'],
  ['month', 1, 'monthly'],
  ['month', 2, 'every two months'],
  ['month', 3, 'every three months'],
  ['month', 6, 'twice a year'],
  ['month', 12, 'once a year'],
] as const;

/** A unit of the calendar that people use for dates. */
export type RhythmUnit = (typeof words)[number][0];

/** The interval between two dates as people say it (`weekly`), by a number of units, to one part in two hundred; null where there is no word for it. */
export function rhythmWord(of: (unit: RhythmUnit) => number): string | null {
  const found = words.find(([unit, often]) => Math.abs(of(unit) - often) <= often / 200);
  return found?.[2] ?? null;
}

/** An interval without a word of its own. */
export const everyTime = (interval: string): string => `every ${interval}`;
