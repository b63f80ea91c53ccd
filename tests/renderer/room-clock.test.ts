import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ranFor } from '../../shared/model/agenda-clock';
import { pauseOrResume, startBlock, stopClock } from '../../renderer/pages/workshop/room-clock';
import { useRoom } from '../../renderer/pages/workshop/room-state';

// The clock is read without a window: nothing here goes to the main process.
vi.hoisted(() => Object.assign(globalThis, { window: { streamwright: { call: {} } } }));

describe('the clock of a block of the agenda', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-03-28T23:59:00Z') });
  });
  afterEach(() => {
    stopClock();
    vi.useRealTimers();
  });

  const shown = (): number => {
    const { clock, now } = useRoom.getState();
    return clock === null ? Number.NaN : ranFor(clock, now);
  };

  it.each([
    ['back by an hour', '2026-03-28T22:59:00Z'],
    ['on by an hour, as at the start of summer time', '2026-03-29T01:00:00Z'],
    ['back to 1970', '1970-01-01T00:00:00Z'],
    ['on to 2100', '2100-01-01T00:00:00Z'],
  ])('counts ten minutes as ten when the time of day is put %s meanwhile', (_, time) => {
    startBlock('block');
    vi.advanceTimersByTime(5 * 60_000);
    vi.setSystemTime(new Date(time));
    vi.advanceTimersByTime(5 * 60_000);
    expect(shown()).toBe(10 * 60_000);
    vi.setSystemTime(new Date('2026-03-29T12:00:00Z'));
    pauseOrResume();
    expect(useRoom.getState().clock).toMatchObject({ since: null, before: 10 * 60_000 });
  });
});
