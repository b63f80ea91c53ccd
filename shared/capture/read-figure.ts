import type { Calendar } from '../model/calendar';
import { isRange, type Quantity } from '../model/quantity';
import { parseDurationQuantity } from '../model/units-durations';
import { type Parsed, parsePeopleQuantity } from '../model/units-numbers';
import { parseShareQuantity } from '../model/units-shares';
import type { Reading } from './types';

type FigureField = 'processTime' | 'wait' | 'leadTime' | 'completeAccurate' | 'share' | 'crew';

const asError = { bareNumber: 'error' } as const;

/** A quantity without bounds that say nothing. */
function plain(quantity: Quantity): Quantity {
  const { likely, low, high } = quantity;
  return isRange(quantity)
    ? { likely, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    : { likely };
}

function toReading(field: FigureField, read: Parsed<Quantity>): Reading {
  return read.ok
    ? { said: { field, value: plain(read.value) }, sureness: 'exact' }
    : { sentence: read.reason };
}

/** A share 0..1, for instance of a flow. */
export function readShare(text: string): Parsed<Quantity> {
  const read = parseShareQuantity(text, asError);
  return read.ok ? { ...read, value: plain(read.value) } : read;
}

/** The figure of a field from its text: times in minutes, shares 0..1. */
export function readFigure(field: FigureField, text: string, calendar: Calendar): Reading {
  if (field === 'completeAccurate' || field === 'share') return toReading(field, readShare(text));
  if (field === 'crew') return toReading(field, parsePeopleQuantity(text));
  return toReading(field, parseDurationQuantity(text, calendar, asError));
}

/** A part that is a figure without a word before it: `10m`, `80%`, `x3`; null where it begins like no figure. */
export function readBareFigure(text: string, calendar: Calendar): Reading | null {
  const people = /^[x×]\s*(\d.*)$/i.exec(text)?.[1] ?? /^(\d.*?)\s*(?:people|persons?|fte)$/i.exec(text)?.[1];
  if (people !== undefined) return readFigure('crew', people, calendar);
  if (!/^[-.,]?\d/.test(text) && !/^pt?\d/i.test(text)) return null;
  const share = /^(.*?(?:%|per ?cent|pct))(?:\s*%?\s*(?:c\s*&\s*a|ca|complete (?:and|&) accurate))?$/i.exec(
    text,
  )?.[1];
  if (share !== undefined) return readFigure('completeAccurate', share, calendar);
  return readFigure(text.includes('%') ? 'completeAccurate' : 'processTime', text, calendar);
}

/** True where a text holds a figure that its beginning does not explain, such as `wiat 4h`. */
export function holdsFigure(text: string): boolean {
  return /(?:^|\s)[-.,]?\d+(?:[.,:/-]\d+)*\s?(?:%|(?:[smhdw]|min|mins|hrs?|hours?|days?|cd)(?=\s|$))|\d:\d\d|%/i.test(
    text,
  );
}
