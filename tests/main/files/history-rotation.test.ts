import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  type KeptVersion,
  versionsOverLimit,
  versionsToKeep,
} from '../../../main/files/history-rotation';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 22, 12, 0);

/** Versions kept at these times, the first one as number 1. */
const keptAt = (...times: readonly (number | null)[]): KeptVersion[] =>
  times.map((at, index) => ({
    number: index + 1,
    at,
    size: 100,
    sha256: String(index).padStart(64, '0'),
    why: 'saved',
  }));
const numbers = (versions: readonly KeptVersion[]): number[] => versions.map(({ number }) => number);
const every = (step: number, count: number, end = now): number[] =>
  Array.from({ length: count }, (_, at) => end - (count - 1 - at) * step);

describe('of one document', () => {
  it('stays every save of the last 24 hours, up to fifty', () => {
    expect(versionsToKeep(keptAt(...every(20 * minute, 50)), now)).toHaveLength(50);
    // Sixty in one hour: the newest fifty, and none of the ten before, whose hour has a later one.
    const crowded = versionsToKeep(keptAt(...every(minute / 2, 60)), now);
    expect(numbers(crowded)).toEqual(Array.from({ length: 50 }, (_, at) => at + 11));
  });

  it('stays one of each hour for three days, the last one of it', () => {
    // Four saves in each hour of the day before yesterday, then ten just now.
    const start = now - 2 * day;
    const old = Array.from({ length: 12 }, (_, at) => start + at * 15 * minute);
    const kept = versionsToKeep(keptAt(...old, ...every(1000, 10)), now);
    expect(numbers(kept).filter((number) => number <= 12)).toEqual([4, 8, 12]);
  });

  it('stays one of each day for thirty days, and nothing older', () => {
    const noons = Array.from({ length: 40 }, (_, at) => now - (40 - at) * day);
    const twice = noons.flatMap((noon) => [noon, noon + hour]);
    const kept = versionsToKeep(keptAt(...twice, ...every(1000, 10)), now);
    const old = kept.filter(({ at }) => at !== null && now - at > 3 * day);
    expect(old.every(({ at }) => at !== null && now - at < 30 * day)).toBe(true);
    expect(new Set(old.map(({ at }) => Math.floor((at ?? 0) / day))).size).toBe(old.length);
    expect(old.length).toBeGreaterThanOrEqual(25);
  });

  it('stays a hundred at most', () => {
    const kept = versionsToKeep(keptAt(...every(30 * minute, 40 * 48)), now);
    expect(kept.length).toBeLessThanOrEqual(100);
    expect(kept.at(-1)?.number).toBe(40 * 48);
  });

  it('stay the newest ten however old they are, so that a clock that jumps far ahead takes nothing', () => {
    const versions = keptAt(...every(day, 30));
    const kept = versionsToKeep(versions, now + 400 * day);
    expect(numbers(kept)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  });

  it('counts what a clock that was set back puts into the future as new', () => {
    const ahead = keptAt(now + 5 * day, now + 6 * day, now - minute, now);
    expect(numbers(versionsToKeep(ahead, now))).toEqual([1, 2, 3, 4]);
  });

  it('takes two equal hours on the wall for two hours when summer time ends', () => {
    // 02:30 in Berlin comes twice on 25 October 2026: at 00:30 and at 01:30 UTC.
    const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
    const later = Date.UTC(2026, 9, 27, 9);
    const kept = versionsToKeep(keptAt(first, second, ...every(1000, 10, later)), later);
    expect(numbers(kept).slice(0, 2)).toEqual([1, 2]);
  });

  it('always keeps the newest, changes no order and adds nothing, whatever the clock did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: now - 60 * day, max: now + 60 * day }), { nil: null }), {
          minLength: 1,
          maxLength: 200,
        }),
        (times) => {
          const versions = keptAt(...times);
          const kept = versionsToKeep(versions, now);
          expect(kept.at(-1)).toBe(versions.at(-1));
          expect(numbers(kept)).toEqual(numbers(kept).toSorted((a, b) => a - b));
          expect(kept.every((each) => versions.includes(each))).toBe(true);
          expect(versionsToKeep(kept, now)).toEqual(kept);
        },
      ),
    );
  });
});

describe('of all documents together', () => {
  const of = (key: string, ...times: readonly number[]) => ({ key, versions: keptAt(...times) });

  it('the oldest go first, whoever they are of', () => {
    const all = [of('a', now - 5, now - 1), of('b', now - 9, now - 4, now)];
    expect([...versionsOverLimit(all, 'a', 300)]).toEqual(['b 1', 'a 1']);
  });

  it('the newest of a document goes only when nothing else is left, that of the saved one never', () => {
    const all = [of('a', now - 5, now - 1), of('b', now - 9)];
    expect([...versionsOverLimit(all, 'a', 100)]).toEqual(['a 1', 'b 1']);
    expect([...versionsOverLimit(all, 'a', 10)]).toEqual(['a 1', 'b 1']);
  });

  it('equal versions take their place on the disk once', () => {
    const [one, two] = keptAt(now - 2, now - 1);
    if (!one || !two) throw new Error('no versions');
    const versions = [one, { ...two, sha256: one.sha256 }];
    expect(bytesOf(versions)).toBe(100);
    expect([...versionsOverLimit([{ key: 'a', versions }], 'a', 100)]).toEqual([]);
    const third = { ...two, number: 3, at: now, sha256: 'f'.repeat(64) };
    const more = [{ key: 'a', versions: [...versions, third] }];
    // One of two equal ones alone gives nothing back.
    expect([...versionsOverLimit(more, 'a', 150)]).toEqual(['a 1', 'a 2']);
  });
});
