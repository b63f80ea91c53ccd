import type { ContributionLevel, FrameworkPack } from '../catalogue/types';

const weights = { high: 3, medium: 2, low: 1, none: 0 } as const satisfies Record<ContributionLevel, number>;

/** How the practices of a step and its activity go together by the table of the framework. */
export interface Contribution {
  readonly names: readonly string[];
  readonly activity: string;
  /** True where every practice is said to contribute nothing to the activity. */
  readonly isUnusual: boolean;
  /** Id and name of the activity to which the practices contribute most; null where they contribute to none. */
  readonly suggested: { readonly id: string; readonly name: string } | null;
}

/** Looks practices up in the table of contributions; null where the framework does not know the activity or one of the practices. */
export function contributionOf(
  pack: FrameworkPack,
  practiceIds: readonly string[],
  activityId: string,
): Contribution | null {
  const activity = pack.activities.find(({ id }) => id === activityId);
  const practices = pack.practices.filter(({ id }) => practiceIds.includes(id));
  if (activity === undefined || practices.length === 0 || practices.length < practiceIds.length) return null;
  const weightIn = (id: string): number =>
    practices.reduce((sum, { contributions }) => sum + weights[contributions[id] ?? 'none'], 0);
  const best = pack.activities.reduce((most, each) => (weightIn(each.id) > weightIn(most.id) ? each : most));
  return {
    names: practices.map(({ name }) => name),
    activity: activity.name,
    isUnusual: practices.every(({ contributions }) => contributions[activityId] === 'none'),
    suggested: weightIn(best.id) === 0 ? null : { id: best.id, name: best.name },
  };
}
