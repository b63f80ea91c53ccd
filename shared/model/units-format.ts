import { unitsText } from '../text/units';
import { type Calendar, hoursPerDay } from './calendar';
import { isRange, type Quantity } from './quantity';

const noBreak = '\u00a0';

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, noBreak);

/** A number for reading: thousands apart, three digits that matter, no zeros at the end (`1 204`, `15.5`, `0.19`). */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
  const [whole = '0', fraction = ''] = size.toFixed(decimals).split('.');
  const kept = fraction.replace(/0+$/, '');
  const isZero = Number(whole) === 0 && kept === '';
  return `${value < 0 && !isZero ? '−' : ''}${grouped(whole)}${kept === '' ? '' : `.${kept}`}`;
}

function parts(minutes: number): { hours: number; minutes: number; seconds: number } {
  if (minutes < 1) {
    const seconds = Math.round(minutes * 60);
    return seconds < 60 ? { hours: 0, minutes: 0, seconds } : { hours: 0, minutes: 1, seconds: 0 };
  }
  const isShort = minutes < 60 && Math.round(minutes * 60) < 3600;
  if (isShort) {
    const seconds = Math.round(minutes * 60);
    return { hours: 0, minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  }
  const rounded = minutes < 6000 ? Math.round(minutes) : Math.round(minutes / 60) * 60;
  return { hours: Math.floor(rounded / 60), minutes: rounded % 60, seconds: 0 };
}

/** Minutes for reading in little space: `35s`, `11m 26s`, `12m`, `2h 05m`, `18h 55m`, `8h`; from 100 h in whole hours. */
export function formatDuration(minutes: number): string {
  if (!Number.isFinite(minutes)) return '∞';
  if (minutes < 0) return `−${formatDuration(-minutes)}`;
  const time = parts(minutes);
  if (time.hours > 0)
    return time.minutes === 0
      ? `${grouped(String(time.hours))}h`
      : `${time.hours}h ${String(time.minutes).padStart(2, '0')}m`;
  if (time.minutes > 0 && time.seconds > 0)
    return `${time.minutes}m ${String(time.seconds).padStart(2, '0')}s`;
  return time.minutes > 0 || time.seconds === 0 ? `${time.minutes}m` : `${time.seconds}s`;
}

/** Minutes in words: `4 h 30 min`, `35 s`. */
export function sayDuration(minutes: number): string {
  const time = parts(minutes);
  const said = [
    time.hours > 0 ? unitsText.hours(grouped(String(time.hours))) : '',
    time.minutes > 0 ? unitsText.minutes(String(time.minutes)) : '',
    time.seconds > 0 ? unitsText.seconds(String(time.seconds)) : '',
  ].filter(Boolean);
  return said.length === 0 ? unitsText.minutes('0') : said.join(' ');
}

/** Minutes as working days of a calendar: `2.4 working days`; as hours where the calendar has none. */
export function formatWorkingDays(minutes: number, calendar: Calendar): string {
  const day = hoursPerDay(calendar) * 60;
  return day === 0 ? formatDuration(minutes) : unitsText.workingDays(formatNumber(minutes / day));
}

/** A share for reading: `11.0 %`, with as many decimals as asked (one unless told). */
export function formatShare(share: number, decimals: 0 | 1 | 2 = 1): string {
  const percent = share * 100;
  if (!Number.isFinite(percent)) return `∞${noBreak}%`;
  const least = 10 ** -decimals;
  if (percent > 0 && percent < least / 2) return `<${noBreak}${least}${noBreak}%`;
  // The nudge keeps products such as 0.285 x 100 from being rounded down.
  return `${(Math.round((percent + 1e-9) / least) * least).toFixed(decimals)}${noBreak}%`;
}

/** Significant digits that people take in at a glance. */
const readableDigits = 6;

/** A fraction of minutes in seconds, where that says the same in less: `44s`, `1m 44s`; null where it does not. */
function inSeconds(minutes: number): string | null {
  const plain = String(minutes);
  if (plain.length <= readableDigits + 1 || minutes > 1e12) return null;
  const all = Number((minutes * 60).toPrecision(12));
  if (all / 60 === minutes && (minutes < 1 || !Number.isInteger(all))) return `${all}s`;
  const [whole, rest] = [Math.floor(all / 60), all % 60];
  return whole + rest / 60 === minutes ? `${whole}m ${rest}s` : null;
}

/** Exactly this many minutes, as short as `parseDuration` reads it back: `4h 30m`, `12m`, `0.5m`, `44s`. */
export function writeDuration(minutes: number): string {
  if (!Number.isInteger(minutes)) return inSeconds(minutes) ?? `${minutes}m`;
  if (minutes < 60 || minutes > 1e12) return `${minutes}m`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60}h` : `${Math.floor(minutes / 60)}h ${rest}m`;
}

/** Minutes for a field that people edit: exactly where that is short, `0.5m`, else in whole seconds, `17h 8m 34s`; above an hour never as a fraction that whole seconds say too, `1h 22m 30s`. */
export function showDuration(minutes: number): string {
  const time = Math.round(minutes * 60);
  const isShort = Number.isInteger(minutes) || Number(minutes.toPrecision(readableDigits)) === minutes;
  const isFraction = minutes > 60 && !Number.isInteger(minutes) && Math.abs(time - minutes * 60) < 1e-6;
  if ((isShort && !isFraction) || time === 0) return writeDuration(minutes);
  const shown = [
    [Math.floor(time / 3600), 'h'],
    [Math.floor(time / 60) % 60, 'm'],
    [time % 60, 's'],
  ] as const;
  return shown
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}

/** Exactly this share, as `parseShare` reads it back: `80 %`, or the bare share where percent would round. */
export function writeShare(share: number): string {
  const percent = Number((share * 100).toPrecision(12));
  return percent / 100 === share ? `${percent}${noBreak}%` : String(share);
}

/** A quantity as it is typed: one value, or `low/likely/high`; `write` gives the text of one value. */
export function writeQuantity(quantity: Quantity, write: (value: number) => string): string {
  if (!isRange(quantity)) return write(quantity.likely);
  const { likely, low = likely, high = likely } = quantity;
  return [low, likely, high].map(write).join('/');
}

/** A quantity for reading: `12m`, or `10m (5m – 30m)`; `format` gives the text of one value. */
export function formatQuantity(quantity: Quantity, format: (value: number) => string): string {
  if (!isRange(quantity)) return format(quantity.likely);
  const { likely, low = likely, high = likely } = quantity;
  return `${format(likely)} (${format(low)} – ${format(high)})`;
}

/** A quantity of shares as it is typed: all values in percent, or all bare where percent would round one. */
export function writeShareQuantity(quantity: Quantity): string {
  const { likely, low = likely, high = likely } = quantity;
  const isPercent = [low, likely, high].every((share) => writeShare(share).endsWith('%'));
  return writeQuantity(quantity, isPercent ? writeShare : String);
}
