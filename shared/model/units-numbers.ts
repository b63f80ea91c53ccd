import { unitsText } from '../text/units';
import { meanOf, type Quantity } from './quantity';

/** What was read from a typed text: the value and what was understood in words, or the reason of the refusal. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly reading: string }
  | { readonly ok: false; readonly reason: string };

export const refused = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
});

/** A number as people type it: `1.5`, `1,5`, `2e-7`. */
export const numberPattern = '\\d+(?:[.,]\\d+)?(?:e[+-]?\\d+)?|[.,]\\d+';

const bareNumber = new RegExp(`^(?:${numberPattern})$`);
const ambiguousThousands = /(?:^|[^\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/;

/** Lower case, one kind of space, one kind of dash: what pasted cells differ in. */
export function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .toLowerCase();
}

/** The value of a text that matches `numberPattern`. */
export function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

/** True where a comma could separate thousands or decimals, `1,500`. */
export function isAmbiguous(text: string): boolean {
  return ambiguousThousands.test(text);
}

/** Nothing that is counted here comes to more than this. */
const mostOfAnything = 1e9;

/** A plain number of zero or more, a thousand million at most. */
export function parseAmount(text: string): Parsed<number> {
  const typed = tidy(text);
  if (typed === '') return refused(unitsText.empty);
  if (isAmbiguous(typed)) return refused(unitsText.thousands(text.trim()));
  if (typed.startsWith('-') && bareNumber.test(typed.slice(1)))
    return refused(unitsText.negative(text.trim()));
  if (!bareNumber.test(typed)) return refused(unitsText.notANumber(text.trim()));
  const value = toNumber(typed);
  return value <= mostOfAnything
    ? { ok: true, value, reading: String(value) }
    : refused(unitsText.tooMany(text.trim()));
}

/** How one value of a quantity is read and read out. */
export interface QuantityReader {
  readonly parse: (text: string) => Parsed<number>;
  /** The unit at the end of a value, which values before it without a unit take over. */
  readonly unitOf: (text: string) => string;
  readonly say: (value: number) => string;
}

function partsOf(typed: string): readonly string[] {
  if (typed.includes('/')) return typed.split('/').map((part) => part.trim());
  const [, low, high] = /^(.*\S) ?(?:-|\bto\b|\.\.) ?(\S.*)$/.exec(typed) ?? [];
  const isRange = low !== undefined && high !== undefined && !/\de$/.test(low);
  return isRange ? [low, high] : [typed];
}

function toQuantity(values: readonly number[], found: string, reader: QuantityReader): Parsed<Quantity> {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? low;
  const likely = values.length === 2 ? (low + high) / 2 : (values[1] ?? low);
  if (low > likely || likely > high) return refused(unitsText.notInOrder(found));
  const reading = unitsText.triple(reader.say(low), reader.say(likely), reader.say(high));
  return { ok: true, value: { low, likely, high }, reading };
}

/** One value, a triple `5m/10m/30m` or a range `5-15m`, whose likely value is the middle. */
export function parseQuantity(text: string, reader: QuantityReader): Parsed<Quantity> {
  const typed = tidy(text);
  const parts = partsOf(typed);
  if (parts.length === 1) {
    const single = reader.parse(text);
    return single.ok ? { ...single, value: { likely: single.value } } : single;
  }
  if (typed.includes('/') && parts.length !== 3) return refused(unitsText.threeParts(text.trim()));
  const unit = reader.unitOf(parts.at(-1) ?? '');
  const values: number[] = [];
  for (const part of parts) {
    const read = reader.parse(bareNumber.test(part) ? part + unit : part);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return toQuantity(values, text.trim(), reader);
}

/** A plain number, a triple or a range. */
export function parseAmountQuantity(text: string): Parsed<Quantity> {
  return parseQuantity(text, { parse: parseAmount, unitOf: () => '', say: String });
}

/** People who work at once: somebody, so that none at all is refused. */
export function parsePeopleQuantity(text: string): Parsed<Quantity> {
  const read = parseAmountQuantity(text);
  return read.ok && meanOf(read.value) === 0 ? refused(unitsText.nobody) : read;
}
