import { create } from 'zustand';
import type { ScenarioChange } from '../../../shared/model/workshop';
import type { RankedBy } from '../../../shared/what-if/rank-changes';
import type { ScenarioChanges } from '../../../shared/what-if/types';

type WhatIfTab = 'try' | 'rank' | 'scenarios';

/** What is tried on one map; it is no part of the document until it is kept. */
export interface Trial {
  readonly changes: ScenarioChanges;
  /** Keys of the inputs that have a slider; null for those with the largest effect. */
  readonly shown: readonly string[] | null;
  /** The scenario that was put on the sliders. */
  readonly scenario: string | null;
}

/** What was on the sliders, and at which moment that was left. */
interface Left {
  readonly trial: Trial;
  readonly at: number;
}

interface WhatIfState {
  readonly trials: Readonly<Record<string, Trial>>;
  /** What was on the sliders before, by map, the last one at the end; and what was taken back. */
  readonly past: Readonly<Record<string, readonly Left[]>>;
  readonly future: Readonly<Record<string, readonly Left[]>>;
  readonly tab: WhatIfTab;
  /** The part by which the ranking cuts, 0..1. */
  readonly part: number;
  readonly by: RankedBy;
}

let moment = 0;

/** Counts what is done one after the other, so that sliders and document are taken back in the order of both. */
export const nextMoment = (): number => (moment += 1);

const blank: Trial = { changes: {}, shown: null, scenario: null };

/** What is tried on this page; it outlives the page, not the app. */
export const useWhatIf = create<WhatIfState>()(() => ({
  trials: {},
  past: {},
  future: {},
  tab: 'try',
  part: 0.5,
  by: 'leadTime',
}));

/** The input that is being moved: all of one gesture is taken back as one. */
let moving: string | null = null;

/** Ends the gesture that moves a slider. */
export function endMoving(): void {
  moving = null;
}

/** Keeps what is on the sliders of a map, so that the change that comes next can be taken back. */
function remember(map: string, key: string | null): void {
  if (key !== null && key === moving) return;
  moving = key;
  useWhatIf.setState(({ trials, past, future }) => ({
    past: { ...past, [map]: [...(past[map] ?? []), { trial: trials[map] ?? blank, at: nextMoment() }] },
    future: { ...future, [map]: [] },
  }));
}

/** The moment of the change of the sliders of a map that can be taken back next, or done again; null where there is none. */
export function trialMoment(map: string, way: 'back' | 'again'): number | null {
  const { past, future } = useWhatIf.getState();
  return (way === 'back' ? past : future)[map]?.at(-1)?.at ?? null;
}

/** Takes the last change of the sliders of a map back, or does it again. */
export function stepTrial(map: string, way: 'back' | 'again'): void {
  moving = null;
  useWhatIf.setState(({ trials, past, future }) => {
    const now = trials[map] ?? blank;
    const [from, to] = way === 'back' ? [past, future] : [future, past];
    const next = from[map]?.at(-1);
    if (!next) return {};
    const less = { ...from, [map]: from[map]?.slice(0, -1) ?? [] };
    const more = { ...to, [map]: [...(to[map] ?? []), { trial: now, at: nextMoment() }] };
    return {
      trials: { ...trials, [map]: next.trial },
      past: way === 'back' ? less : more,
      future: way === 'back' ? more : less,
    };
  });
}

/** What is tried on a map. */
export function useTrial(map: string): Trial {
  return useWhatIf((state) => state.trials[map] ?? blank);
}

/** Changes what is tried on a map. */
export function setTrial(map: string, change: Partial<Trial>): void {
  useWhatIf.setState(({ trials }) => ({
    trials: { ...trials, [map]: { ...(trials[map] ?? blank), ...change } },
  }));
}

function without(changes: ScenarioChanges, keys: readonly string[]): ScenarioChanges {
  return Object.fromEntries(Object.entries(changes).filter(([key]) => !keys.includes(key)));
}

/** Puts other changes on the sliders of a map; that can be taken back. */
export function putOnSliders(map: string, next: Partial<Trial>): void {
  remember(map, null);
  setTrial(map, next);
}

/** Tries a change, or leaves it (null); changes of the same kind that it takes the place of (siblings) are dropped. */
export function tryChange(
  map: string,
  key: string,
  change: ScenarioChange | null,
  siblings: readonly string[] = [],
): void {
  const { changes } = useWhatIf.getState().trials[map] ?? blank;
  const others = without(changes, [key, ...siblings]);
  remember(map, key);
  setTrial(map, { changes: change === null ? others : { ...others, [key]: change } });
}

/** Gives inputs a slider, after those that are there (`now`). */
export function showInputs(map: string, now: readonly string[], added: readonly string[]): void {
  setTrial(map, { shown: [...now, ...added.filter((key) => !now.includes(key))] });
}

/** Takes the slider of an input away, and what was tried with it. */
export function hideInput(map: string, now: readonly string[], key: string): void {
  const { changes } = useWhatIf.getState().trials[map] ?? blank;
  remember(map, null);
  setTrial(map, { shown: now.filter((each) => each !== key), changes: without(changes, [key]) });
}
