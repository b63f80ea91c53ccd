import { shortened } from './shortened';

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

/** How times and shares are read out, and why a typed one was refused. `found` is the text as typed. */
export const unitsText = {
  hours: (count: string) => `${count} h`,
  minutes: (count: string) => `${count} min`,
  seconds: (count: string) => `${count} s`,
  workingDays: (count: string) => plural(count, 'working day', 'working days'),
  calendarDays: (count: string) => plural(count, 'calendar day', 'calendar days'),
  weeks: (count: string) => plural(count, 'working week', 'working weeks'),
  calendarWeeks: (count: string) => plural(count, 'calendar week', 'calendar weeks'),
  equals: (typed: string, time: string) => `${shortened(typed)} = ${time}`,
  workingTime: (time: string) => `${time} of working time`,
  triple: (low: string, likely: string, high: string) => `${low} to ${high}, likely ${likely}`,
  empty: 'Nothing is written here.',
  notATime: (found: string) =>
    `“${shortened(found)}” is not a time. Write for example 15m, 4h 30m, 2d or 5m/10m/30m.`,
  bareNumber: (found: string) =>
    `“${shortened(found)}” has no unit. Write ${shortened(found)}m for minutes or ${shortened(found)}h for hours.`,
  negative: (found: string) => `“${shortened(found)}” is negative. A value must be zero or more.`,
  tooLong: (found: string) => `“${shortened(found)}” is longer than a hundred years.`,
  tooMany: (found: string) => `“${shortened(found)}” is more than 1 000 000 000.`,
  nobody: 'Somebody has to do the step: write at least one, or leave it empty.',
  sixty: (found: string) =>
    `“${shortened(found)}” has sixty or more minutes or seconds after the colon or the hours.`,
  twice: (found: string) => `“${shortened(found)}” names the same unit twice.`,
  thousands: (found: string) =>
    `“${shortened(found)}” can be read in two ways. Leave out the comma for thousands, or write a point for decimals.`,
  months: (found: string) =>
    `“${shortened(found)}” uses months or years, whose length varies. Write days, weeks or calendar days (30cd).`,
  noHours: 'The calendar has no working hours, so days and weeks cannot be counted.',
  notInOrder: (found: string) =>
    `“${shortened(found)}” is not in order. Write low/likely/high, smallest first.`,
  threeParts: (found: string) =>
    `“${shortened(found)}” needs three values, low/likely/high, or a range such as 5-15m.`,
  notAShare: (found: string) => `“${shortened(found)}” is not a share. Write for example 80% or 0.8.`,
  bareShare: (found: string) =>
    `“${shortened(found)}” has no percent sign. Write ${shortened(found)}% or a share between 0 and 1.`,
  aboveWhole: (found: string) => `“${shortened(found)}” is more than 100 %.`,
  notANumber: (found: string) => `“${shortened(found)}” is not a number.`,
} as const;
