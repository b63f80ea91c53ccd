import { describe, expect, it } from 'vitest';
import {
  costOfDelayByDuration,
  improvementRank,
  savedPerMonth,
  weightedShortestJob,
} from '../../../shared/figures/priority';

describe('what to do first', () => {
  it('is the one with more cost of delay per duration: 60/80 before 150/400', () => {
    expect(costOfDelayByDuration(60, 80)).toBe(0.75);
    expect(costOfDelayByDuration(150, 400)).toBe(0.375);
    expect(costOfDelayByDuration(1, 0)).toBeNull();
  });

  it('has (8 + 5 + 3) / 4 = 4 points by weighted shortest job first', () => {
    expect(weightedShortestJob({ value: 8, urgency: 5, riskOrOpportunity: 3, size: 4 })).toBe(4);
    expect(weightedShortestJob({ value: 8, urgency: 5, riskOrOpportunity: 3, size: 0 })).toBeNull();
  });

  it('is the improvement that saves most per effort', () => {
    // 2 h x 35 + 0.5 h x 40 = 90 an item, 100 items: 9000 a month for 30 days of work.
    const gain = { leadTime: 120, effort: 30, demandPerMonth: 100, costOfDelayPerHour: 35, ratePerHour: 40 };
    expect(savedPerMonth(gain)).toBeCloseTo(9000, 10);
    expect(improvementRank({ ...gain, effortToDo: 30 })).toBeCloseTo(300, 10);
  });
});
