/** Cost of delay divided by duration (CD3): money per time, per time that the work takes. More comes first; null where the work takes no time. */
export function costOfDelayByDuration(costOfDelay: number, duration: number): number | null {
  return duration > 0 ? costOfDelay / duration : null;
}

/** What weighted shortest job first weighs, in points of one scale. */
export interface JobPoints {
  readonly value: number;
  readonly urgency: number;
  /** Risk that it takes away, or opportunity that it opens. */
  readonly riskOrOpportunity: number;
  readonly size: number;
}

/** Weighted shortest job first (WSJF): (value + urgency + risk or opportunity) / size. More comes first; null without a size. */
export function weightedShortestJob({ value, urgency, riskOrOpportunity, size }: JobPoints): number | null {
  return size > 0 ? (value + urgency + riskOrOpportunity) / size : null;
}

/** What an improvement brings, per item, and what doing it takes. */
export interface ImprovementGain {
  /** Minutes of lead time and person-minutes of effort per item. */
  readonly leadTime: number;
  readonly effort: number;
  readonly demandPerMonth: number;
  /** Per item and hour, in the currency of the project. */
  readonly costOfDelayPerHour: number;
  readonly ratePerHour: number;
  /** What doing it takes, in any one unit. */
  readonly effortToDo: number;
}

/** Money that an improvement saves a month: (lead time x cost of delay + effort x rate) x demand. */
export function savedPerMonth({
  leadTime,
  effort,
  demandPerMonth,
  costOfDelayPerHour,
  ratePerHour,
}: Omit<ImprovementGain, 'effortToDo'>): number {
  return ((leadTime * costOfDelayPerHour + effort * ratePerHour) / 60) * demandPerMonth;
}

/** Rank of an improvement: money that it saves a month per effort to do it. More comes first; null where it takes no effort. */
export function improvementRank(gain: ImprovementGain): number | null {
  return costOfDelayByDuration(savedPerMonth(gain), gain.effortToDo);
}
