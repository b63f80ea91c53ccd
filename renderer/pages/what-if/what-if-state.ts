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

interface WhatIfState {
  readonly trials: Readonly<Record<string, Trial>>;
  readonly tab: WhatIfTab;
  /** The part by which the ranking cuts, 0..1. */
  readonly part: number;
  readonly by: RankedBy;
}

const blank: Trial = { changes: {}, shown: null, scenario: null };

/** What is tried on this page; it outlives the page, not the app. */
export const useWhatIf = create<WhatIfState>()(() => ({ trials: {}, tab: 'try', part: 0.5, by: 'leadTime' }));

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

/** Tries a change, or leaves it (null); changes of the same kind that it takes the place of (siblings) are dropped. */
export function tryChange(
  map: string,
  key: string,
  change: ScenarioChange | null,
  siblings: readonly string[] = [],
): void {
  const { changes } = useWhatIf.getState().trials[map] ?? blank;
  const others = without(changes, [key, ...siblings]);
  setTrial(map, { changes: change === null ? others : { ...others, [key]: change } });
}

/** Gives inputs a slider, after those that are there (`now`). */
export function showInputs(map: string, now: readonly string[], added: readonly string[]): void {
  setTrial(map, { shown: [...now, ...added.filter((key) => !now.includes(key))] });
}

/** Takes the slider of an input away, and what was tried with it. */
export function hideInput(map: string, now: readonly string[], key: string): void {
  const { changes } = useWhatIf.getState().trials[map] ?? blank;
  setTrial(map, { shown: now.filter((each) => each !== key), changes: without(changes, [key]) });
}
