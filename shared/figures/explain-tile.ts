import { hoursPerWeek } from '../model/calendar';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText } from '../text/arithmetic';
import { unitsText } from '../text/units';
import { type FigureTile, formatFigure } from './describe';
import type { ExplainKey } from './explain-types';
import type { RangedKey, Ranges } from './ranges';
import type { Figures, SampledLeadTime } from './types';

const text = arithmeticText.sampled;

/** The tile of the percentiles: two small lines beside the value instead of one. */
export type SampledTile = Omit<FigureTile, 'id' | 'aside'> & { readonly asides: readonly string[] };

/** The percentiles of a map (null where it cannot be sampled) as a tile of the metrics strip; they are never mixed with the mean or the single pass. */
export function describeSampled(
  { stream }: MapGraph,
  { figure }: Figures,
  sampled: SampledLeadTime | 'awaited' | null,
): SampledTile {
  const base = { label: text.label, emphasis: '', bar: null, title: text.title } as const;
  const isKnown = figure.leadTimeExpected.value !== null;
  if (sampled === null || !isKnown) {
    const note = isKnown ? text.failed : text.noneNote;
    return { ...base, value: text.none, note, asides: [], tone: 'unknown' };
  }
  if (sampled === 'awaited') return { ...base, value: text.awaited, note: '', asides: [], tone: 'unknown' };
  const { p50, p85, p95, shareWithinTarget } = sampled;
  const target = stream.targetLeadTime;
  const asides = [text.half(formatDuration(p50)), text.most(formatDuration(p95))];
  const tile = { ...base, value: formatDuration(p85), asides };
  if (shareWithinTarget === null || target === undefined)
    return { ...tile, note: text.noTarget, tone: 'plain' };
  const emphasis = formatShare(shareWithinTarget, 0);
  const isKept = p85 <= target;
  return {
    ...tile,
    emphasis,
    note: `${emphasis} ${text.within(formatDuration(target))}`,
    tone: isKept ? 'good' : 'bad',
  };
}

/** The expected lead time on the wall, beside the working time; null where it is unknown or the same. */
export function elapsedAside({ calendar }: MapGraph, { figure }: Figures): string | null {
  const elapsed = figure.leadTimeElapsed.value;
  const weekly = hoursPerWeek(calendar);
  if (elapsed === null || weekly <= 0 || weekly >= 168) return null;
  if (elapsed < 1440) return arithmeticText.strip.elapsed(formatDuration(elapsed));
  return unitsText.calendarDays(formatNumber(Math.round((elapsed / 1440) * 10) / 10));
}

/** The ends of a figure in words, for its tip; null where it has none. */
export function sayEnds(key: ExplainKey, ranges: Ranges | null): string | null {
  if (ranges === null || !Object.hasOwn(ranges, key)) return null;
  const ranged = key as RangedKey;
  const { low, high } = ranges[ranged];
  if (low === null || high === null || low === high) return null;
  return arithmeticText.ends(formatFigure(ranged, low), formatFigure(ranged, high));
}
