const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const minute = 60_000;

/** Whole calendar days between two times where the user is; summer time does not change them. */
function daysBetween(earlier: Date, later: Date): number {
  const [from, to] = [earlier, later].map((at) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
  return Math.round(((to ?? 0) - (from ?? 0)) / (24 * 60 * minute));
}

/** A time as people say it: `today 10:14`, `yesterday 17:02`, `Monday 16 November 09:30`. */
export function sayWhen(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days === 0) return `today ${time.format(at)}`;
  if (days === 1) return `yesterday ${time.format(at)}`;
  const isLongAgo = days < 0 || days > 300;
  return `${(isLongAgo ? dayOfYear : day).format(at).replace(',', '')} ${time.format(at)}`;
}

const many = (count: number, unit: string): string => `${String(count)} ${unit}${count === 1 ? '' : 's'}`;

/** A span of ms as people say it: `less than a minute`, `3 minutes`, `2 hours`, `5 days`. */
export function saySpan(ms: number): string {
  const minutes = Math.round(ms / minute);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return many(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 36 ? many(hours, 'hour') : many(Math.round(hours / 24), 'day');
}
