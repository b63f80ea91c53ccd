import { setAgendaItem } from '../../../shared/commands/agenda';
import {
  agendaOf,
  leftOf,
  minutesBehind,
  nextBlock,
  pauseClock,
  ranFor,
  resumeClock,
  startClock,
} from '../../../shared/model/agenda-clock';
import { lookUp, type WithId } from '../../../shared/model/queries';
import type { AgendaItem } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { dispatch, useApp } from '../../store';
import { steadyNow } from '../../steady-now';
import { useRoom } from './room-state';
import { playTone } from './tone';

let ticker: ReturnType<typeof setInterval> | undefined;

/** The line of the agenda that the clock runs for; null where none does, or where it is gone. */
export function runningBlock(): WithId<AgendaItem> | null {
  const { clock } = useRoom.getState();
  const item = lookUp(useApp.getState().history.project.agenda, clock?.item);
  return clock && item ? { ...item, id: clock.item } : null;
}

/** Says once that the time of a block is over: to screen readers, and with a tone where it is wanted. */
function ringAt(before: number): void {
  const { clock, now, hasSound } = useRoom.getState();
  const block = runningBlock();
  if (!clock || !block) return;
  const [then, left] = [leftOf(clock, block.minutes, before), leftOf(clock, block.minutes, now)];
  if (then === null || left === null || then <= 0 || left > 0) return;
  announce(en.room.clock.timeIsOver(block.name));
  if (hasSound) playTone();
}

function tick(): void {
  const before = useRoom.getState().now;
  useRoom.setState({ now: steadyNow() });
  ringAt(before);
}

/** Keeps time while a clock runs, whatever page is shown. */
function keepTime(): void {
  clearInterval(ticker);
  useRoom.setState({ now: steadyNow() });
  if (useRoom.getState().clock?.since != null) ticker = setInterval(tick, 1000);
}

/** Starts the clock of a block, with its whole time. */
export function startBlock(item: string): void {
  useRoom.setState({ clock: startClock(item, steadyNow()) });
  keepTime();
}

/** Stops the clock for a while, or lets it run on. */
export function pauseOrResume(): void {
  const { clock } = useRoom.getState();
  if (!clock) return;
  const now = steadyNow();
  useRoom.setState({ clock: clock.since === null ? resumeClock(clock, now) : pauseClock(clock, now) });
  keepTime();
}

/** Gives the block five more minutes. */
export function addFive(): void {
  const { clock } = useRoom.getState();
  if (clock) useRoom.setState({ clock: { ...clock, extra: clock.extra + 5 } });
}

/** Takes the clock away; nothing is written down. */
export function stopClock(): void {
  useRoom.setState({ clock: null });
  keepTime();
}

/** Ticks a block off, with the minutes that it took, and shows the clock of the next one, which waits to be started. */
export function finishBlock(): void {
  const { clock } = useRoom.getState();
  const block = runningBlock();
  if (!clock || !block) return;
  const spent = Math.round(ranFor(clock, steadyNow()) / 60_000);
  if (dispatch(setAgendaItem({ id: block.id, patch: { isDone: true, spent } })) !== null) return;
  const next = nextBlock(agendaOf(useApp.getState().history.project, block.stream), block.id);
  useRoom.setState({ clock: next ? { item: next.id, since: null, before: 0, extra: 0 } : null });
  keepTime();
}

/** `12:05`, or `1:02:05` from an hour on; below zero with a minus. */
export function sayTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const whole = Math.abs(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const said = h > 0 ? `${String(h)}:${two(m)}:${two(s)}` : `${String(m)}:${two(s)}`;
  return seconds < 0 ? `−${said}` : said;
}

/** What the clock shows now. */
export interface ShownClock {
  readonly block: WithId<AgendaItem>;
  /** What is left, or what has run where no time is planned. */
  readonly time: string;
  readonly isOver: boolean;
  readonly isPaused: boolean;
  /** Part of the time that is gone, 0..1; null where no time is planned. */
  readonly gone: number | null;
  readonly extra: number;
}

/** The clock as it is to be shown; null where no block runs. Asks again every second while one does. */
export function useClock(): ShownClock | null {
  const clock = useRoom((state) => state.clock);
  const now = useRoom((state) => state.now);
  const item = useApp((state) => lookUp(state.history.project.agenda, clock?.item));
  if (!clock || !item) return null;
  const left = leftOf(clock, item.minutes, now);
  const ran = ranFor(clock, now);
  const all = item.minutes === undefined ? 0 : (item.minutes + clock.extra) * 60_000;
  return {
    block: { ...item, id: clock.item },
    time: sayTime(left ?? ran),
    isOver: left !== null && left <= 0,
    isPaused: clock.since === null,
    gone: left === null ? null : all <= 0 ? 1 : Math.min(1, ran / all),
    extra: clock.extra,
  };
}

/** Whole minutes that the day is behind its plan, below zero where it is ahead; null where nothing can be said. */
export function useBehind(items: readonly WithId<AgendaItem>[]): number | null {
  const clock = useRoom((state) => state.clock);
  const now = useRoom((state) => state.now);
  const behind = minutesBehind(items, clock, now);
  return behind === null ? null : Math.round(behind);
}
