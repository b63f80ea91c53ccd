import { z } from 'zod';
import { amountSchema, record } from './schema-tools';

/** Working hours, Monday to Sunday; holidays are dates, the zone is an IANA name. */
export const calendarSchema = record({
  kind: z.enum(['8x5', '24x7', 'custom']),
  hours: z.tuple([
    amountSchema.max(24),
    amountSchema.max(24),
    amountSchema.max(24),
    amountSchema.max(24),
    amountSchema.max(24),
    amountSchema.max(24),
    amountSchema.max(24),
  ]),
  holidays: z.record(z.iso.date(), z.literal(true)),
  timeZone: z.string(),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** Eight hours, Monday to Friday. */
export const officeHours: Calendar = {
  kind: '8x5',
  hours: [8, 8, 8, 8, 8, 0, 0],
  holidays: {},
  timeZone: 'UTC',
};

/** Round the clock. */
export const roundTheClock: Calendar = {
  kind: '24x7',
  hours: [24, 24, 24, 24, 24, 24, 24],
  holidays: {},
  timeZone: 'UTC',
};

/** Working hours of a week. */
export function hoursPerWeek(calendar: Calendar): number {
  return calendar.hours.reduce((sum, hours) => sum + hours, 0);
}

/** Days of a week on which there is work. */
export function workingDaysPerWeek(calendar: Calendar): number {
  return calendar.hours.filter((hours) => hours > 0).length;
}

/** Hours of an average working day: weekly hours / working days; 0 for a calendar without hours. */
export function hoursPerDay(calendar: Calendar): number {
  const days = workingDaysPerWeek(calendar);
  return days === 0 ? 0 : hoursPerWeek(calendar) / days;
}

/** Working hours of an average month: 8x5 173.33 (40 x 52 / 12), any other hours per week x 365 / 84. */
export function hoursPerMonth(calendar: Calendar): number {
  return calendar.kind === '8x5' ? (40 * 52) / 12 : (hoursPerWeek(calendar) * 365) / 84;
}
