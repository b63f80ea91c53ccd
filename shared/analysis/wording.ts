import { type Calendar, hoursPerDay, hoursPerMonth, hoursPerWeek } from '../model/calendar';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { analysisText } from '../text/analysis';
import { everyTime, rhythmWord } from '../text/rhythm';
import type { PerItemWords } from '../text/visits';
import type { Finding } from './types';

/** Minutes as a sentence says them: no seconds from one minute on. */
export function roundTime(minutes: number): string {
  return formatDuration(minutes >= 1 ? Math.round(minutes) : minutes);
}

/** Minutes as a sentence says them, or null where they are unknown. */
export function maybeTime(minutes: number | null): string | null {
  return minutes === null ? null : roundTime(minutes);
}

/** What minutes of each visit make per item, or null where every item comes once. */
export function perItemOf(minutes: number, visits: number): PerItemWords | null {
  const per100 = Number((visits * 100).toPrecision(3));
  return per100 === 100 ? null : { visits: formatNumber(per100), perItem: roundTime(minutes * visits) };
}

/** How often something happens that comes once in some working minutes: `weekly`, `monthly`, else `every 12h`. */
export function rhythmOf(minutes: number, calendar: Calendar): string {
  const hours = { day: hoursPerDay(calendar), week: hoursPerWeek(calendar), month: hoursPerMonth(calendar) };
  return rhythmWord((unit) => minutes / 60 / hours[unit]) ?? everyTime(roundTime(minutes));
}

/** Hours as a sentence says them, or null where they are unknown. */
export function maybeHours(hours: number | null): string | null {
  return maybeTime(hours === null ? null : hours * 60);
}

/** Who accepted a finding, when and why, and why it is back where it is; null where nobody accepted it. */
export function sayWaiver({ waiver, returned }: Pick<Finding, 'waiver' | 'returned'>): string | null {
  if (waiver === null) return null;
  const { author, on, expires, reason } = waiver;
  const said = analysisText.waiver.accepted(author, on, returned === 'expired' ? null : expires, reason);
  if (returned === 'expired') return analysisText.waiver.expired(expires ?? '', said);
  return returned === 'changed' ? analysisText.waiver.changed(said) : said;
}

/** A share in whole percents, or null where it is all. */
export function partOfAll(share: number): string | null {
  return share >= 0.995 ? null : formatShare(share, 0);
}

/** A small share that matters: in whole percents, or with one decimal where it is none. */
export function smallShare(share: number): string {
  const percents = share * 100;
  return formatShare(share, Math.abs(percents - Math.round(percents)) < 1e-9 ? 0 : 1);
}
