import { type Calendar, hoursPerWeek } from './calendar';
import type { MapNode } from './project';
import type { Quantity } from './quantity';

const hoursOfAWeek = 168;

/** Minutes on the wall that working minutes of a calendar last on average (16 h of office hours: 2.8 days); null for a calendar without hours. */
export function elapsedFromWorking(minutes: number, calendar: Calendar): number | null {
  const weekly = hoursPerWeek(calendar);
  return weekly > 0 ? (minutes * hoursOfAWeek) / weekly : null;
}

/** Working minutes of a calendar in minutes on the wall, on average: 48 h hold 11.43 h of office hours. */
export function workingFromElapsed(minutes: number, calendar: Calendar): number {
  return (minutes * hoursPerWeek(calendar)) / hoursOfAWeek;
}

/** Minutes of one calendar that a minute of another lasts on average; null where the other has no hours. */
function minutesIn(calendar: Calendar, own: Calendar): number | null {
  const elapsed = elapsedFromWorking(1, own);
  return elapsed === null ? null : workingFromElapsed(elapsed, calendar);
}

/** True where the wait of a step is counted in hours of its own calendar. */
export function hasOwnCalendar(node: Pick<MapNode, 'calendar'>, calendar: Calendar): boolean {
  return node.calendar !== undefined && hoursPerWeek(node.calendar) !== hoursPerWeek(calendar);
}

/** The wait of a step in working minutes of the map's calendar: one in a calendar of its own is converted on average. */
export function waitIn(node: Pick<MapNode, 'calendar' | 'wait'>, calendar: Calendar): Quantity | undefined {
  const { wait, calendar: own } = node;
  if (wait === undefined || own === undefined || !hasOwnCalendar(node, calendar)) return wait;
  const factor = minutesIn(calendar, own);
  if (factor === null) return undefined;
  const { low, likely, high } = wait;
  return {
    ...wait,
    likely: likely * factor,
    ...(low === undefined ? {} : { low: low * factor }),
    ...(high === undefined ? {} : { high: high * factor }),
  };
}
