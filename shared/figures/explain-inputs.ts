import { isRange, meanOf, type Quantity } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { unitsText } from '../text/units';
import { findingsText } from '../text/findings';
import type { ExplainedGap, ExplainedInput, ExplainedRow, ExplainedTotal } from './explain-types';
import type { Figure, MissingInput } from './types';

const minutesPerDay = 1440;

/** Fewer cases than this are few. */
const few = 30;

const perUnit: Readonly<Record<string, number>> = { h: 60, m: 1, s: 1 / 60 };

/** The amount that a formatted text shows: minutes of a time, percent of a share, else the number. */
function readAmount(said: string): number {
  const sign = said.startsWith('−') ? -1 : 1;
  const parts = said.replaceAll('\u00a0', '').matchAll(/(\d+(?:\.\d+)?)([hms]?)/g);
  return (
    sign * [...parts].reduce((sum, [, digits, unit = '']) => sum + Number(digits) * (perUnit[unit] ?? 1), 0)
  );
}

/** Who said a value, when, and from how many cases. */
export function saySource({ source, by, on, samples }: Quantity): string {
  const count = samples === undefined ? '' : formatNumber(samples);
  return text.said.list(
    [
      source === undefined ? text.said.noSource : text.said.source[source],
      by === undefined || by === '' ? '' : text.said.by(by),
      on === undefined || on === '' ? '' : text.said.on(on),
      samples === undefined ? '' : samples < few ? text.said.few(count) : text.said.samples(count),
    ].filter(Boolean),
  );
}

/** A quantity as an input: its value, its range and its provenance. */
export function quantityInput(
  name: string,
  quantity: Quantity | undefined,
  format: (value: number) => string,
): ExplainedInput {
  if (quantity === undefined) return { name, value: text.unknown, source: null };
  const { likely, low = likely, high = likely } = quantity;
  const value = isRange(quantity)
    ? text.said.value(format(likely), format(low), format(high), format(meanOf(quantity)))
    : format(likely);
  return { name, value, source: saySource(quantity) };
}

/** An amount that is not a quantity of the model. */
export function plainInput(name: string, value: string): ExplainedInput {
  return { name, value, source: null };
}

/** A number that somebody may have given: formatted, or unknown. */
export function numberInput(
  name: string,
  value: number | undefined,
  format: (value: number) => string = formatNumber,
): ExplainedInput {
  return plainInput(name, value === undefined ? text.unknown : format(value));
}

/** One visit: what is shown of it, and what it is; null where unknown. */
interface Once {
  readonly shown: number | null;
  readonly exact: number | null;
}

const trimmed = (amount: number, decimals: number): string => String(Number(amount.toFixed(decimals)));

/** Visits as a factor: `1.14 ×`, nothing for one visit. With as many digits as it takes to come to the shown amount of `once` for all visits, else with `about`. */
export function sayVisits(
  visits: number | null,
  { shown, exact }: Once,
  format: (amount: number) => string = formatDuration,
): string {
  if (visits === null) return text.visits('?');
  if (Math.abs(visits - 1) < 1e-9) return '';
  const said = formatNumber(visits);
  if (shown === null || exact === null) return text.visits(said);
  const found = [said, trimmed(visits, 3), trimmed(visits, 4)].find(
    (digits) => format(readAmount(digits) * shown) === format(visits * exact),
  );
  return found === undefined ? text.aboutVisits(said) : text.visits(found);
}

/** Minutes, or a question mark. */
export const sayTime = (minutes: number | null): string => (minutes === null ? '?' : formatDuration(minutes));

/** What a reader takes minutes for: what is shown of them. */
export const shownTime = (minutes: number | null): number | null =>
  minutes === null ? null : readAmount(formatDuration(minutes));

/** Time on the wall: in calendar days from one day on. */
export function sayElapsed(minutes: number): string {
  const days = minutes / minutesPerDay;
  return days < 1 ? formatDuration(minutes) : unitsText.calendarDays(formatNumber(days));
}

/** A share with as many decimals as it takes to see it. */
export const sayShare = (share: number): string => formatShare(share, 1);

/** What a node, a flow or a role is called. */
export function nameOf(graph: MapGraph, id: string): string {
  const node = graph.node.get(id);
  if (node) return node.name === '' ? text.unnamed : node.name;
  const flow = graph.flows.find((each) => each.id === id);
  if (flow) return text.move(nameOf(graph, flow.from), nameOf(graph, flow.to));
  return graph.roles.get(id)?.name ?? graph.stream.name;
}

const asked = {
  processTime: 'process_time',
  wait: 'wait',
  completeAccurate: 'complete_accurate',
  value: 'value',
  share: 'share',
  team: 'team',
  role: 'role',
  demand: 'demand_per_month',
  rate: 'rate_per_hour',
  people: 'people',
  availability: 'availability',
  costOfDelay: 'cost_of_delay_per_hour',
  calendar: 'calendar',
  path: 'path',
} as const satisfies Record<MissingInput['field'], keyof typeof findingsText.ask>;

/** What a figure lacks, as questions for the room, each asked once. */
export function gapsOf(graph: MapGraph, { missing }: Figure): ExplainedGap[] {
  const seen = new Set<string>();
  return missing.flatMap(({ about, field }) => {
    const key = `${about} ${field}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ about, field, question: findingsText.ask[asked[field]]([nameOf(graph, about)]) }];
  });
}

/** A row before it is known what part of the total it is. */
export interface Term {
  readonly about: readonly string[];
  readonly name: string;
  readonly terms: string;
  readonly amount: number | null;
  readonly inputs?: readonly ExplainedInput[];
}

/** The sum of known amounts; null where one is unknown. */
export function sumOf(terms: readonly Pick<Term, 'amount'>[]): number | null {
  return terms.reduce<number | null>(
    (sum, { amount }) => (sum === null || amount === null ? null : sum + amount),
    0,
  );
}

/** Rows with their share of the total, where they have one. */
export function rowsOf(
  terms: readonly Term[],
  format: (value: number) => string,
  isSum: boolean,
): ExplainedRow[] {
  const total = isSum ? sumOf(terms) : null;
  return terms.map(({ about, name, terms: said, amount, inputs = [] }, at) => ({
    key: `${String(at)} ${about.join(' ')}`,
    about,
    name,
    terms: said,
    amount,
    amountText: amount === null ? text.unknown : format(amount),
    share: amount === null || total === null || total <= 0 ? null : amount / total,
    inputs,
  }));
}

/** True where somebody who adds up the shown rows comes to another total than the shown one. */
function isOffByRounding(terms: readonly Term[], total: number, format: (value: number) => string): boolean {
  const isTime = format(90) === formatDuration(90);
  const isShare = format(0.5).endsWith('%');
  if (!isTime && !isShare && format(7) !== formatNumber(7)) return false;
  const sum = terms.reduce((all, { amount }) => all + readAmount(format(amount ?? 0)), 0);
  return format(isShare ? sum / 100 : sum) !== format(total);
}

/** The total line of some rows. */
export function totalOf(
  terms: readonly Term[],
  format: (value: number) => string,
  isComplement = false,
): ExplainedTotal {
  const amount = sumOf(terms);
  return {
    label: isComplement ? text.lost : text.total,
    amount,
    text: amount === null ? text.unknown : format(amount),
    note: amount !== null && isOffByRounding(terms, amount, format) ? text.rounded : null,
    isComplement,
  };
}
