import type { Calendar } from './calendar';

/** A day of a calendar as it is written. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Opens at nine; a day of more than 15 hours opens as early as it must to be over at midnight. */
const usualOpening = 9;
const msOfMinute = 60_000;
const msOfDay = 86_400_000;
/** The days of a calendar that dates can tell, less one on each side. */
const lastInstant = 8.64e15 - 2 * msOfDay;
const isInstant = (instant: number): boolean => Math.abs(instant) <= lastInstant;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Tells the wall time of a zone; null where there is no such zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  let format = formats.get(timeZone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        calendar: 'gregory',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null;
    }
    formats.set(timeZone, format);
  }
  return format;
}

/** What the wall shows at an instant, as if it were UTC. */
function wallTime(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
    milliseconds
  );
}

/** The instant at which the wall shows a time (given as if it were UTC): the first of two, and for a time that the clocks skip the one as much later. */
function instantOf(format: Intl.DateTimeFormat, wall: number): number {
  const offsetAt = (instant: number): number => wallTime(format, instant) - instant;
  const before = wall - offsetAt(wall - msOfDay);
  const after = wall - offsetAt(wall + msOfDay);
  return before !== after && wallTime(format, before) !== wall && wallTime(format, after) === wall
    ? after
    : before;
}

const dayOf = (wall: number): Day => {
  const date = new Date(wall);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};

const written = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Working hours of the day that begins at a wall time: none on a holiday. */
function hoursOn({ hours, holidays }: Calendar, midnight: number): number {
  if (Object.hasOwn(holidays, written(midnight))) return 0;
  const sundayFirst = new Date(midnight).getUTCDay();
  return hours[(sundayFirst + 6) % 7] ?? 0;
}

/**
 * Working minutes between two instants (milliseconds since 1970): the overlap with the open hours
 * of each day, in the wall time of the calendar's zone, holidays left out. The calendar says how
 * long a day is open but not from when: it opens at 9:00, or earlier where it would not be over by
 * midnight. Open hours are real time, so a day round the clock has 23 or 25 h when the clocks are
 * put forward or back. Null where the zone is unknown or an
 * instant is none; 0 where the end is not after the beginning.
 */
export function workingMinutes(from: number, to: number, calendar: Calendar): number | null {
  const format = formatOf(calendar.timeZone);
  if (!format || ![from, to].every(isInstant)) return null;
  const first = dayOf(wallTime(format, from));
  let minutes = 0;
  for (let at = Date.UTC(first.year, first.month, first.day); ; at += msOfDay) {
    const midnight = instantOf(format, at);
    if (midnight >= to) return minutes;
    const hours = hoursOn(calendar, at);
    if (hours === 0) continue;
    const opening = at + Math.min(usualOpening, 24 - hours) * 60 * msOfMinute;
    const opens = Math.max(from, instantOf(format, opening));
    const closes = Math.min(to, instantOf(format, opening + hours * 60 * msOfMinute));
    minutes += Math.max(0, closes - opens) / msOfMinute;
  }
}
