import { unitsText } from '../text/units';
import { type Calendar, hoursPerDay, hoursPerWeek } from './calendar';
import type { Quantity } from './quantity';
import { sayDuration } from './units-format';
import {
  isAmbiguous,
  numberPattern,
  type Parsed,
  parseQuantity,
  type QuantityReader,
  refused,
  tidy,
  toNumber,
} from './units-numbers';

/** A number without a unit is minutes in a field of the app, and an error in a table. */
export interface DurationOptions {
  readonly bareNumber: 'minutes' | 'error';
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'calendarDay' | 'calendarWeek';

const namesOfUnits: readonly (readonly [Unit, string])[] = [
  ['second', 's sec secs second seconds'],
  ['minute', 'm min mins minute minutes'],
  ['hour', 'h hr hrs hour hours'],
  ['day', 'd day days wd workday workdays working_day working_days business_day business_days'],
  ['calendarDay', 'cd calendar_day calendar_days'],
  ['week', 'w wk wks week weeks working_week working_weeks'],
];

const units: ReadonlyMap<string, Unit> = new Map(
  namesOfUnits.flatMap(([unit, names]) =>
    names.split(' ').map((name): [string, Unit] => [name.replace('_', ' '), unit]),
  ),
);

/** Working minutes of one unit. A calendar day lasts 24 h on the clock and holds a seventh of the working hours of a week. */
function minutesOf(unit: Unit, calendar: Calendar): number {
  switch (unit) {
    case 'second':
      return 1 / 60;
    case 'minute':
      return 1;
    case 'hour':
      return 60;
    case 'day':
      return hoursPerDay(calendar) * 60;
    case 'week':
    case 'calendarWeek':
      return hoursPerWeek(calendar) * 60;
    case 'calendarDay':
      return (hoursPerWeek(calendar) * 60) / 7;
  }
}

interface Component {
  readonly count: number;
  readonly unit: Unit;
}

/** No unit has more letters. */
const longestUnit = 40;

const componentPattern = new RegExp(`(${numberPattern}) ?([a-z]+(?: [a-z]+)?)? ?`, 'y');

function unitCalled(word: string): { readonly unit: Unit; readonly used: number } | null {
  for (const name of [word, word.split(' ')[0] ?? '']) {
    const unit = units.get(name);
    if (unit !== undefined) return { unit, used: name.length };
  }
  return null;
}

/** `1w 2d 4h 30m`, `4h30`, `1.5 hours`: numbers with units, each unit once; null where it is nothing of the kind. */
function readComponents(typed: string): Component[] | null {
  const components: Component[] = [];
  let at = 0;
  while (at < typed.length) {
    componentPattern.lastIndex = at;
    const match = componentPattern.exec(typed);
    const number = match?.[1];
    if (match === null || number === undefined) return null;
    const word = match[2];
    const isLast = match[0].length + at === typed.length;
    if (word === undefined) {
      const afterHours = isLast && components.at(-1)?.unit === 'hour' && /^\d{1,2}$/.test(number);
      if (!afterHours) return null;
      components.push({ count: toNumber(number), unit: 'minute' });
      return components;
    }
    const called = unitCalled(word);
    if (called === null) return null;
    components.push({ count: toNumber(number), unit: called.unit });
    at += match[0].indexOf(word) + called.used;
    while (typed[at] === ' ') at += 1;
  }
  return components;
}

const clockPattern = /^(\d+):(\d{1,2})(?::(\d{1,2}))?(?: ?h)?$/;
const isoNumber = '(\\d+(?:[.,]\\d+)?)';
const isoPattern = new RegExp(
  `^p(?:${isoNumber}w)?(?:${isoNumber}d)?(?:t(?:${isoNumber}h)?(?:${isoNumber}m)?(?:${isoNumber}s)?)?$`,
);

function readIso(typed: string): Component[] | null {
  const match = isoPattern.exec(typed);
  if (match === null || !/\d/.test(typed) || typed.endsWith('t')) return null;
  const order = ['calendarWeek', 'calendarDay', 'hour', 'minute', 'second'] as const;
  return order.flatMap((unit, index) => {
    const count = match[index + 1];
    return count === undefined ? [] : [{ count: toNumber(count), unit }];
  });
}

function readClock(typed: string): Component[] | null {
  const [, hours, minutes, seconds] = clockPattern.exec(typed) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const time: Component[] = [
    { count: Number(hours), unit: 'hour' },
    { count: Number(minutes), unit: 'minute' },
  ];
  return seconds === undefined ? time : [...time, { count: Number(seconds), unit: 'second' }];
}

const sayCount: Readonly<Partial<Record<Unit, (count: string) => string>>> = {
  day: unitsText.workingDays,
  week: unitsText.weeks,
  calendarDay: unitsText.calendarDays,
  calendarWeek: unitsText.calendarWeeks,
};

function readingOf(components: readonly Component[], minutes: number): string {
  const counted = components.filter(({ unit }) => sayCount[unit] !== undefined);
  if (counted.length === 0) return sayDuration(minutes);
  const clock = components.filter(({ unit }) => sayCount[unit] === undefined);
  const clockMinutes = clock.reduce(
    (sum, { count, unit }) => sum + count * (unit === 'hour' ? 60 : unit === 'minute' ? 1 : 1 / 60),
    0,
  );
  const typed = counted.map(({ count, unit }) => sayCount[unit]?.(String(count)) ?? '');
  if (clock.length > 0) typed.push(sayDuration(clockMinutes));
  const isElapsed = counted.some(({ unit }) => unit === 'calendarDay' || unit === 'calendarWeek');
  const time = sayDuration(minutes);
  return unitsText.equals(typed.join(' '), isElapsed ? unitsText.workingTime(time) : time);
}

function problemOf(components: readonly Component[], typed: string, found: string): string | null {
  if (new Set(components.map(({ unit }) => unit)).size !== components.length) return unitsText.twice(found);
  const isMixed = clockPattern.test(typed) || /h ?\d{1,2}$/.test(typed);
  const small = components.filter(({ unit }) => unit === 'minute' || unit === 'second');
  return isMixed && small.some(({ count }) => count >= 60) ? unitsText.sixty(found) : null;
}

function refuseStrange(typed: string, found: string, options: DurationOptions): string | null {
  if (typed === '') return unitsText.empty;
  if (isAmbiguous(typed)) return unitsText.thousands(found);
  if (/^-\d/.test(typed)) return unitsText.negative(found);
  const isBare = new RegExp(`^(?:${numberPattern})$`).test(typed);
  if (isBare && options.bareNumber === 'error') return unitsText.bareNumber(found);
  const hasMonths = /^p(?:\d+y)?\d+m|^p\d+y|\d ?(?:mo|mos|months?|y|yrs?|years?)\b/.test(typed);
  return hasMonths ? unitsText.months(found) : null;
}

/** A hundred years on the clock, in minutes: nothing on a map takes longer. */
const longest = 100 * 365.25 * 24 * 60;

/** Minutes of working time from what people type: `15m`, `4h 30m`, `4h30`, `1.5h`, `1,5h`, `1:30`, `2d` (working days), `3cd` (calendar days), `1w`, ISO 8601. */
export function parseDuration(text: string, calendar: Calendar, options: DurationOptions): Parsed<number> {
  const typed = tidy(text);
  const found = text.trim();
  const strange = refuseStrange(typed, found, options);
  if (strange !== null) return refused(strange);
  const isBare = new RegExp(`^(?:${numberPattern})$`).test(typed);
  const read = isBare
    ? readComponents(`${typed}m`)
    : (readClock(typed) ?? readIso(typed) ?? readComponents(typed));
  if (read === null || read.length === 0) return refused(unitsText.notATime(found));
  const problem = problemOf(read, typed, found);
  if (problem !== null) return refused(problem);
  if (read.some(({ unit }) => minutesOf(unit, calendar) === 0)) return refused(unitsText.noHours);
  const minutes = totalOf(read, calendar);
  if (minutes > longest) return refused(unitsText.tooLong(found));
  return { ok: true, value: minutes, reading: readingOf(read, minutes) };
}

function totalOf(components: readonly Component[], calendar: Calendar): number {
  return components.reduce(
    (sum, { count, unit }) => sum + (unit === 'second' ? count / 60 : count * minutesOf(unit, calendar)),
    0,
  );
}

function reader(calendar: Calendar, options: DurationOptions): QuantityReader {
  return {
    parse: (text) => parseDuration(text, calendar, options),
    // Looking from each letter of a long text to its end would take time by the square of it.
    unitOf: (text) => /[a-z]+(?: [a-z]+)?$/.exec(text.slice(-longestUnit))?.[0] ?? '',
    say: sayDuration,
  };
}

/** The same for one value, a triple `5m/10m/30m` or a range `5-15m`; in minutes of working time. */
export function parseDurationQuantity(
  text: string,
  calendar: Calendar,
  options: DurationOptions,
): Parsed<Quantity> {
  return parseQuantity(text, reader(calendar, options));
}
