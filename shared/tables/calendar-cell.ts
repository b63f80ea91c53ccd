import { type Calendar, calendarSchema, officeHours, roundTheClock } from '../model/calendar';
import { en } from '../text/en';
import type { RawCell } from './types';

const presets = [officeHours, roundTheClock] as const;

const isSame = (a: Calendar, b: Calendar): boolean =>
  a.kind === b.kind &&
  a.hours.every((hours, day) => hours === b.hours[day]) &&
  a.timeZone === b.timeZone &&
  Object.keys(a.holidays).toSorted().join() === Object.keys(b.holidays).toSorted().join();

/** A calendar as it stands in a table: the name of a preset, or a group with hours, holidays and time zone. */
export function writeCalendar(calendar: Calendar): string | Record<string, unknown> {
  if (presets.some((preset) => isSame(preset, calendar))) return calendar.kind;
  return {
    kind: calendar.kind,
    hours: calendar.hours,
    holidays: Object.keys(calendar.holidays).toSorted(),
    time_zone: calendar.timeZone,
  };
}

/** The calendar of a cell, or the reason why it is none. */
export function readCalendar(
  cell: RawCell,
): { readonly ok: true; readonly value: Calendar } | { readonly ok: false; readonly reason: string } {
  if (cell.fields === null) {
    const named = presets.find(({ kind }) => kind === cell.text.trim().toLowerCase());
    return named === undefined
      ? { ok: false, reason: en.tables.notACalendar(cell.text.trim()) }
      : { ok: true, value: named };
  }
  const { kind = 'custom', hours, holidays, time_zone: timeZone = 'UTC' } = cell.fields;
  const days = Array.isArray(holidays) ? holidays.map(String) : [];
  const checked = calendarSchema.safeParse({
    kind,
    hours,
    holidays: Object.fromEntries(days.map((day) => [day, true])),
    timeZone,
  });
  return checked.success ? { ok: true, value: checked.data } : { ok: false, reason: en.tables.badCalendar };
}
