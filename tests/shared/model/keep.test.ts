import { describe, expect, it } from 'vitest';
import { keep } from '../../../shared/model/keep';

describe('what is kept of something that never changes', () => {
  it('is made once for each object and name, also where it is null', () => {
    const kept = keep<object, number | null>();
    const [now, later] = [{}, {}];
    let made = 0;
    const make = (): null => {
      made += 1;
      return null;
    };
    for (const of of [now, now, later]) expect(kept.once(of, 'a map', make)).toBeNull();
    kept.once(now, 'another map', make);
    expect(made).toBe(3);
  });

  it('can be looked up and put there by hand', () => {
    const kept = keep<object, number>();
    const state = {};
    expect(kept.get(state, 'a map')).toBeUndefined();
    kept.set(state, 'a map', 1);
    kept.set(state, 'another map', 2);
    expect([kept.get(state, 'a map'), kept.once(state, 'another map', () => 3)]).toEqual([1, 2]);
    expect(kept.get({}, 'a map')).toBeUndefined();
  });
});
