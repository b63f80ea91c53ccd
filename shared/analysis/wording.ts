import { formatDuration } from '../model/units-format';

/** Minutes as a sentence says them: no seconds from one minute on. */
export function roundTime(minutes: number): string {
  return formatDuration(minutes >= 1 ? Math.round(minutes) : minutes);
}

/** Minutes as a sentence says them, or null where they are unknown. */
export function maybeTime(minutes: number | null): string | null {
  return minutes === null ? null : roundTime(minutes);
}

/** Hours as a sentence says them, or null where they are unknown. */
export function maybeHours(hours: number | null): string | null {
  return maybeTime(hours === null ? null : hours * 60);
}
