import { unitsText } from '../text/units';
import type { Quantity } from './quantity';
import { formatShare, writeShare } from './units-format';
import {
  isAmbiguous,
  numberPattern,
  type Parsed,
  parseQuantity,
  type QuantityReader,
  refused,
  tidy,
  toNumber,
} from './units-numbers';

/** A number above 1 without a percent sign is percent in a field of the app, and an error in a table. */
export interface ShareOptions {
  readonly bareNumber: 'percent' | 'error';
}

const sharePattern = new RegExp(`^(-?)(${numberPattern}) ?(%|percent|per cent|pct)?$`);

/** A share 0..1 from `0.8`, `80%` or `80 %`. */
export function parseShare(text: string, options: ShareOptions): Parsed<number> {
  const typed = tidy(text);
  const found = text.trim();
  if (typed === '') return refused(unitsText.empty);
  const [, minus, number, sign] = sharePattern.exec(typed) ?? [];
  if (number === undefined) return refused(unitsText.notAShare(found));
  if (isAmbiguous(typed)) return refused(unitsText.thousands(found));
  const count = toNumber(number);
  if (minus === '-' && count > 0) return refused(unitsText.negative(found));
  if (sign === undefined && count > 1 && options.bareNumber === 'error')
    return refused(count > 100 ? unitsText.notAShare(found) : unitsText.bareShare(found));
  const share = sign === undefined && count <= 1 ? count : count / 100;
  return share > 1
    ? refused(unitsText.aboveWhole(found))
    : { ok: true, value: share, reading: writeShare(share) };
}

function reader(options: ShareOptions): QuantityReader {
  return {
    parse: (text) => parseShare(text, options),
    unitOf: (text) => /%|percent|per cent|pct/.exec(text)?.[0] ?? '',
    say: (share) => formatShare(share),
  };
}

/** The same for one value, a triple `70/80/90%` or a range `70-80%`; 0..1. */
export function parseShareQuantity(text: string, options: ShareOptions): Parsed<Quantity> {
  return parseQuantity(text, reader(options));
}
