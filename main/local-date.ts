const two = (part: number): string => String(part).padStart(2, '0');

/** The calendar date where the user is, `2026-11-21`. */
export function localDate(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Date and time where the user is, as file names take them: `2026-11-21 09.05`. */
export function localTime(at: Date): string {
  return `${localDate(at)} ${two(at.getHours())}.${two(at.getMinutes())}`;
}
