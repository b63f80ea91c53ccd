import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  leftOf,
  minutesBehind,
  nextBlock,
  pauseClock,
  plannedMinutes,
  ranFor,
  resumeClock,
  startClock,
} from '../../../shared/model/agenda-clock';
import { blankProject } from '../../../shared/model/new-project';
import type { AgendaItem } from '../../../shared/model/workshop';

const minute = 60_000;
const rows: Record<string, Omit<AgendaItem, 'stream'>> = {
  walk: { name: 'Walk', order: 2, day: 1, part: 'morning', minutes: 60 },
  charter: { name: 'Charter', order: 1, day: 1, part: 'morning', minutes: 30 },
  times: { name: 'Times', order: 3, day: 1, part: 'afternoon', minutes: 90 },
  future: { name: 'Future', order: 0, day: 2, part: 'morning' },
};

function agenda(change: Readonly<Record<string, Partial<AgendaItem>>> = {}): ReturnType<typeof agendaOf> {
  const project = blankProject('Test');
  for (const [id, row] of Object.entries(rows))
    project.agenda[id] = { ...row, stream: 'stream', ...change[id] };
  project.agenda.other = { name: 'Other', order: 1, day: 1, stream: 'another', minutes: 5 };
  return agendaOf(project, 'stream');
}

describe('the clock of a block', () => {
  it('counts while it runs and stands while it is paused', () => {
    const started = startClock('walk', 1000);
    expect(ranFor(started, 1000 + 5 * minute)).toBe(5 * minute);
    const paused = pauseClock(started, 1000 + 5 * minute);
    expect(ranFor(paused, 1000 + 50 * minute)).toBe(5 * minute);
    const again = resumeClock(paused, 100 * minute);
    expect(ranFor(again, 102 * minute)).toBe(7 * minute);
    expect(resumeClock(again, 500 * minute)).toBe(again);
  });

  it('says what is left, below zero when the time is over, nothing where no time was planned', () => {
    const clock = startClock('walk', 0);
    expect(leftOf(clock, 60, 12 * minute)).toBe(48 * minute);
    expect(leftOf({ ...clock, extra: 5 }, 60, 62 * minute)).toBe(3 * minute);
    expect(leftOf(clock, 60, 61 * minute)).toBe(-minute);
    expect(leftOf(clock, undefined, minute)).toBeNull();
  });

  it('does not run backwards when the clock of the computer is set back', () => {
    expect(ranFor(startClock('walk', 10 * minute), 0)).toBe(0);
  });
});

describe('the agenda', () => {
  it('goes by day, part of the day, and order', () => {
    expect(agenda().map(({ id }) => id)).toEqual(['charter', 'walk', 'times', 'future']);
    expect(plannedMinutes(agenda())).toBe(180);
    expect(plannedMinutes(agenda().filter(({ day }) => day === 2))).toBeNull();
  });

  it('is behind by what blocks took too long, ahead by what they saved', () => {
    expect(minutesBehind(agenda(), null, 0)).toBeNull();
    const done = agenda({ charter: { isDone: true, spent: 42 } });
    expect(minutesBehind(done, null, 0)).toBe(12);
    // 12 minutes from the charter; the walk of 60 minutes has taken 58, then 65.
    expect(minutesBehind(done, startClock('walk', 0), 58 * minute)).toBe(12);
    expect(minutesBehind(done, startClock('walk', 0), 65 * minute)).toBe(17);
    expect(minutesBehind(agenda({ charter: { isDone: true, spent: 20 } }), null, 0)).toBe(-10);
  });

  it('forgets the lateness of another day', () => {
    const done = agenda({ charter: { isDone: true, spent: 42 }, future: { minutes: 60 } });
    expect(minutesBehind(done, startClock('future', 0), minute)).toBe(0);
  });

  it('knows what comes next', () => {
    const done = agenda({ charter: { isDone: true } });
    expect(nextBlock(done, null)?.id).toBe('walk');
    expect(nextBlock(done, 'walk')?.id).toBe('times');
    expect(nextBlock(done, 'future')?.id).toBe('walk');
    expect(nextBlock([], null)).toBeUndefined();
  });
});
