import type { MapGraph } from '../model/queries';
import { formatNumber } from '../model/units-format';
import { analysisText } from '../text/analysis';
import type { Finding } from './types';
import { roundTime } from './wording';

/** What a finding has at stake; null where it cannot be told. */
export interface Worth {
  /** Minutes of lead time of an item. */
  readonly leadTime: number | null;
  /** Person-minutes of a month. */
  readonly effortPerMonth: number | null;
  /** Money of a month, in the currency of the project: time by the cost of delay, work by the rates of the roles. */
  readonly moneyPerMonth: number | null;
}

/** Mean hourly rate of the roles that have one, or null where none has. */
export function usualRate(graph: MapGraph): number | null {
  const rates = [...graph.roles.values()].flatMap((role) => role.ratePerHour ?? []);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

function product(...factors: readonly (number | null | undefined)[]): number | null {
  return factors.reduce<number | null>(
    (whole, factor) => (whole === null || factor === null || factor === undefined ? null : whole * factor),
    1,
  );
}

/** What a finding has at stake on that map. */
export function worthOf(graph: MapGraph, { impact }: Pick<Finding, 'impact'>): Worth {
  const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);
  const leadTime = positive(impact.leadTime);
  const effortPerMonth = positive(impact.effortPerMonth);
  const { demandPerMonth, costOfDelayPerHour } = graph.stream;
  const parts = [
    product(leadTime, demandPerMonth, costOfDelayPerHour, 1 / 60),
    product(effortPerMonth, usualRate(graph), 1 / 60),
  ].flatMap((part) => (part === null ? [] : [part]));
  const money = parts.reduce((sum, part) => sum + part, 0);
  return { leadTime, effortPerMonth, moneyPerMonth: money > 0 ? money : null };
}

/** What is at stake in words, or null where nothing is known: `5h per item · 12h of work a month · 3 000 EUR a month`. */
export function sayWorth(worth: Worth, currency: string | null): string | null {
  const words = analysisText.worth;
  const { leadTime, effortPerMonth, moneyPerMonth } = worth;
  const parts = [
    ...(leadTime === null ? [] : [words.leadTime(roundTime(leadTime))]),
    ...(effortPerMonth === null ? [] : [words.effort(roundTime(effortPerMonth))]),
    ...(moneyPerMonth === null || currency === null
      ? []
      : [words.money(`${formatNumber(moneyPerMonth)}\u00a0${currency}`)]),
  ];
  return parts.length === 0 ? null : words.all(parts);
}
