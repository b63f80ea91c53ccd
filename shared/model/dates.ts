/** The last day of a month, 1 to 12. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** An ISO date some months later: the same day, or the last of the month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${padded(newYear, 4)}-${padded(newMonth, 2)}-${padded(Math.min(day, lastDay(newYear, newMonth)), 2)}`;
}
