import type { Calendar } from '../model/calendar';
import { parseDuration } from '../model/units-durations';
import { showDuration, writeShare } from '../model/units-format';
import { type Parsed, parseAmount } from '../model/units-numbers';
import { parseShare } from '../model/units-shares';
import { en } from '../text/en';
import { formatLimit } from './limits';
import type { OptionSpec } from './rule';

const words = en.ruleSettings;

/** A limit as it is typed, without its unit where the unit stands beside the field: `20 %`, `180`, `4h`. */
export function writeLimit(option: OptionSpec, value: number): string {
  switch (option.unit) {
    case 'share':
      return writeShare(value);
    case 'hours':
    case 'hoursPerMonth':
      return showDuration(value * 60);
    case 'count':
    case 'days':
    case 'factor':
      return String(value);
  }
}

const bareNumber = /^\d+(?:[.,]\d+)?$/;
/** A share that can be read, though it may be more than all. */
const percents = /^\d+(?:[.,]\d+)?\s*%?$/;

/** A bare number of hours is hours here, because the limit is one. */
function parseHours(text: string, calendar: Calendar): Parsed<number> {
  if (bareNumber.test(text)) return parseAmount(text);
  const parsed = parseDuration(text, calendar, { bareNumber: 'error' });
  return parsed.ok ? { ...parsed, value: parsed.value / 60 } : parsed;
}

function parse({ unit }: OptionSpec, text: string, calendar: Calendar): Parsed<number> {
  switch (unit) {
    case 'share':
      return parseShare(text, { bareNumber: 'percent' });
    case 'hours':
    case 'hoursPerMonth':
      return parseHours(text, calendar);
    case 'count':
    case 'days':
    case 'factor':
      return parseAmount(text);
  }
}

/** Reads a limit as people write it; a sentence says what is wrong, or between which ends it must lie. */
export function readLimit(
  option: OptionSpec,
  text: string,
  calendar: Calendar,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string } {
  const parsed = parse(option, text.trim(), calendar);
  const [least, most] = [formatLimit(option, option.min), formatLimit(option, option.max)];
  if (!parsed.ok) {
    const isTooMuch = option.unit === 'share' && percents.test(text.trim());
    const example = formatLimit(option, option.default);
    return { ok: false, reason: isTooMuch ? words.outside(least, most) : words.wrong(text.trim(), example) };
  }
  const { value } = parsed;
  if (value < option.min || value > option.max) return { ok: false, reason: words.outside(least, most) };
  return { ok: true, value };
}
