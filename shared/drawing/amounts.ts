import { isRange, meanOf, type Quantity } from '../model/quantity';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { drawingSentences, drawingText } from '../text/drawing';

/** Minutes in little space; from ten minutes on without seconds. */
export function shortMinutes(minutes: number): string {
  return formatDuration(minutes >= 10 ? Math.round(minutes) : minutes);
}

/** Whole minutes say enough of a range from here on. */
const wholeMinutes = 2;

/** The mean of a time in little space; a mean of a range is rounded to minutes. A dash where nothing is known. */
export function meanTime(time: Quantity | undefined): string {
  if (time === undefined) return drawingText.unknown;
  const minutes = meanOf(time);
  return shortMinutes(isRange(time) && minutes >= wholeMinutes ? Math.round(minutes) : minutes);
}

/** The mean of a time, with a tilde where it stands for a range; a dash where nothing is known. */
export function shortTime(time: Quantity | undefined): string {
  const text = meanTime(time);
  return time !== undefined && isRange(time) ? drawingText.about(text) : text;
}

/** One unit with that many decimals, thousands of hours as `1kh`; a tilde where that is not exactly the time. */
function inOneUnit(minutes: number, decimals: number, isExact: boolean): string {
  const unit = minutes >= 59.5 ? 60 : 1;
  const value = Number((minutes / unit).toFixed(decimals));
  const isLong = unit === 60 && value >= 1000 && decimals === 0;
  const hours = isLong ? drawingText.thousands(String(Math.round(value / 1000))) : formatNumber(value);
  const text = unit === 60 ? drawingText.hours(hours) : drawingText.minutes(String(value));
  return isExact && !isLong && Math.abs(value * unit - minutes) < 1e-9 ? text : drawingText.about(text);
}

/** The same time in ever less space, `1h 33m`, `~1.6h`, `~2h`: the first that fits is to be shown. */
export function shorterTimes(time: Quantity | undefined): readonly string[] {
  const full = shortTime(time);
  if (time === undefined) return [full];
  const minutes = meanOf(time);
  const isExact = !isRange(time);
  return minutes < 1 ? [full] : [full, inOneUnit(minutes, 1, isExact), inOneUnit(minutes, 0, isExact)];
}

/** The mean of a share without a space, `78%`; a dash where nothing is known. */
export function shortShare(share: Quantity | undefined): string {
  return share === undefined ? drawingText.unknown : formatShare(meanOf(share), 0).replace(/\s/g, '');
}

/** A count of items; a dash where nothing is known. */
export function shortItems(items: Quantity | undefined): string {
  return items === undefined ? drawingText.unknown : formatNumber(meanOf(items));
}

/** A count of items in at most four characters: `23`, `0.4`, `1.2k`; a dash where nothing is known. */
export function tinyItems(items: Quantity | undefined): string {
  if (items === undefined) return drawingText.unknown;
  const count = meanOf(items);
  if (count < 9.95) return String(Number(count.toFixed(1)));
  if (count < 999.5) return String(Math.round(count));
  const thousands = count / 1000;
  return drawingText.thousands(String(Number(thousands.toFixed(thousands < 9.95 ? 1 : 0))));
}

/** A count with its thousands apart. */
export function shortCount(value: number): string {
  return formatNumber(value);
}

/** Minutes in whole words: `4 hours 20 minutes`. */
export function spokenMinutes(minutes: number): string {
  return formatDuration(minutes >= 1 ? Math.round(minutes) : minutes)
    .replace(/(\S+?)h/, (_, value: string) => drawingSentences.hours(value))
    .replace(/(\d+)m/, (_, value: string) => drawingSentences.minutes(String(Number(value))))
    .replace(/(\d+)s/, (_, value: string) => drawingSentences.seconds(value));
}

/** The mean of a time in whole words, or null where nothing is known. */
export function spokenTime(time: Quantity | undefined): string | null {
  return time === undefined ? null : spokenMinutes(meanOf(time));
}

/** The mean of a share, `78 %`, or null where nothing is known. */
export function spokenShare(share: Quantity | undefined): string | null {
  return share === undefined ? null : formatShare(meanOf(share), 0);
}
