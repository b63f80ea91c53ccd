import { describe, expect, it } from 'vitest';
import { byDay, dayOf, timeOf, whenOf } from '../../../renderer/history/say-version';
import type { KeptVersionInfo } from '../../../shared/ipc/history';

const kept = (version: number, keptAt: Date | null): KeptVersionInfo => ({
  version,
  keptAt: keptAt?.toISOString() ?? null,
  size: 1,
  why: 'saved',
  isThere: true,
});
// Local times, as people read them.
const now = new Date(2026, 10, 22, 9, 5);

describe('when a version was kept', () => {
  it.each([
    [new Date(2026, 10, 22, 0, 1), 'Today'],
    [new Date(2026, 10, 21, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 20, 12), 'Friday 20 November 2026'],
    [new Date(2026, 10, 23, 12), 'Monday 23 November 2026'],
  ])('%s is %s', (at, day) => {
    expect(dayOf(kept(1, at), now)).toBe(day);
  });

  it('is a calendar day also where summer time makes it 23 or 25 hours long', () => {
    for (const at of [new Date(2026, 2, 28, 23), new Date(2026, 9, 24, 23)]) {
      const next = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1, 23);
      expect(dayOf(kept(1, at), next)).toBe('Yesterday');
    }
  });

  it('is said as its number where it is not known', () => {
    expect([dayOf(kept(4, null), now), timeOf(kept(4, null)), whenOf(kept(4, null))]).toEqual([
      'Time not known',
      'Version 4',
      'Version 4',
    ]);
    expect(whenOf(kept(4, now))).toBe('22 Nov 2026, 09:05');
  });

  it('keeps the order of the versions, also where the clock was set back', () => {
    const versions = [
      kept(4, new Date(2026, 10, 22, 8)),
      kept(3, new Date(2026, 10, 23, 7)),
      kept(2, new Date(2026, 10, 22, 7)),
      kept(1, new Date(2026, 10, 22, 6)),
    ];
    expect(
      byDay(versions, now).map(({ day, versions: of }) => [day, of.map((each) => each.version)]),
    ).toEqual([
      ['Today', [4]],
      ['Monday 23 November 2026', [3]],
      ['Today', [2, 1]],
    ]);
  });
});
