import type { Project } from './project';
import { listOf, type WithId } from './queries';
import type { AgendaItem } from './workshop';

/** A clock of one block of the agenda. Times are milliseconds, `since` on the clock of whoever asks. */
export interface BlockClock {
  /** The block that it runs for. */
  readonly item: string;
  /** When it was started last; null while it stands. */
  readonly since: number | null;
  /** How long it ran before that. */
  readonly before: number;
  /** Minutes that were added to the plan of the block. */
  readonly extra: number;
}

/** A clock that has just been started for a block. */
export function startClock(item: string, now: number): BlockClock {
  return { item, since: now, before: 0, extra: 0 };
}

/** How long a clock has run, ms. */
export function ranFor({ since, before }: BlockClock, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

/** The same clock, stopped. */
export function pauseClock(clock: BlockClock, now: number): BlockClock {
  return { ...clock, since: null, before: ranFor(clock, now) };
}

/** The same clock, running on. */
export function resumeClock(clock: BlockClock, now: number): BlockClock {
  return clock.since === null ? { ...clock, since: now } : clock;
}

/** What is left of a block, ms; below zero where it is over, null where no minutes are planned. */
export function leftOf(clock: BlockClock, minutes: number | undefined, now: number): number | null {
  return minutes === undefined ? null : (minutes + clock.extra) * 60_000 - ranFor(clock, now);
}

/** The blocks of a stream: by day, then morning, then afternoon, then their order; without a part first. */
export function agendaOf(project: Project, stream: string): WithId<AgendaItem>[] {
  const parts = [undefined, 'morning', 'afternoon'];
  return listOf(project.agenda)
    .filter((each) => each.stream === stream)
    .sort((a, b) => a.day - b.day || parts.indexOf(a.part) - parts.indexOf(b.part));
}

/** Minutes planned for some blocks; null where none says. */
export function plannedMinutes(items: readonly AgendaItem[]): number | null {
  const known = items.flatMap(({ minutes }) => minutes ?? []);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}

/**
 * How many minutes a day is behind its plan, below zero where it is ahead: the blocks that are done by what they took,
 * the running one by what it took too long. Null where nothing can be compared.
 */
export function minutesBehind(
  items: readonly WithId<AgendaItem>[],
  clock: BlockClock | null,
  now: number,
): number | null {
  let behind: number | null = null;
  const own = items.find(({ id }) => id === clock?.item);
  for (const { id, minutes, spent, isDone, day } of items) {
    if (minutes === undefined || (own && day !== own.day)) continue;
    if (isDone === true && spent !== undefined) behind = (behind ?? 0) + spent - minutes;
    else if (clock?.item === id) behind = (behind ?? 0) + Math.max(0, ranFor(clock, now) / 60_000 - minutes);
  }
  return behind;
}

/** The block that comes next: the first that is not done, after the one that is said. */
export function nextBlock(
  items: readonly WithId<AgendaItem>[],
  after: string | null,
): WithId<AgendaItem> | undefined {
  const at = items.findIndex(({ id }) => id === after);
  const open = (each: AgendaItem): boolean => each.isDone !== true;
  return items.slice(at + 1).find(open) ?? items.find((each) => open(each) && each.id !== after);
}
