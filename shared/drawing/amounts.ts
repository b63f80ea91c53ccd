import { isRange, meanOf, type Quantity } from '../model/quantity';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { drawingSentences, drawingText } from '../text/drawing';

/** Minutes in little space; from ten minutes on without seconds. */
export function shortMinutes(minutes: number): string {
  return formatDuration(minutes >= 10 ? Math.round(minutes) : minutes);
}

/** The mean of a time, with a tilde where it stands for a range; a dash where nothing is known. */
export function shortTime(time: Quantity | undefined): string {
  if (time === undefined) return drawingText.unknown;
  const text = shortMinutes(meanOf(time));
  return isRange(time) ? drawingText.about(text) : text;
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
