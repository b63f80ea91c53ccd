import type { KeptVersionInfo } from '../../shared/ipc/history';
import { historyText as text } from '../../shared/text/history';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** Whole days between two dates where the user is; summer time does not change them. */
function daysBetween(earlier: Date, later: Date): number {
  const days = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((days(later) - days(earlier)) / 86_400_000);
}

/** The day under which a version stands: `Today`, `Friday 20 November 2026`. */
export function dayOf({ keptAt }: KeptVersionInfo, now: Date): string {
  if (keptAt === null) return text.days.unknown;
  const at = new Date(keptAt);
  const days = daysBetween(at, now);
  if (days === 0) return text.days.today;
  return days === 1 ? text.days.yesterday : day.format(at).replace(',', '');
}

/** The time of a version on its day; its number where the time is not known. */
export function timeOf({ keptAt, version }: KeptVersionInfo): string {
  return keptAt === null ? text.number(version) : time.format(new Date(keptAt));
}

/** When a version was kept, with its date; its number where that is not known. */
export function whenOf({ keptAt, version }: KeptVersionInfo): string {
  if (keptAt === null) return text.number(version);
  const at = new Date(keptAt);
  return `${shortDay.format(at)}, ${time.format(at)}`;
}

/** Versions that stand under one day, in their order. */
export interface DayOfVersions {
  readonly day: string;
  readonly versions: readonly KeptVersionInfo[];
}

/** Versions by their days, in their order: where the clock was set back, a day can come twice. */
export function byDay(versions: readonly KeptVersionInfo[], now: Date): readonly DayOfVersions[] {
  const days: { day: string; versions: KeptVersionInfo[] }[] = [];
  for (const version of versions) {
    const name = dayOf(version, now);
    const last = days.at(-1);
    if (last?.day === name) last.versions.push(version);
    else days.push({ day: name, versions: [version] });
  }
  return days;
}
