/** How often sampled lead times of each length came up: bars of equal width from nothing on. */
export interface Histogram {
  /** Minutes that one bar spans. */
  readonly width: number;
  /** Items per bar; the last one also holds all that took longer. */
  readonly counts: readonly number[];
}

/** Longer lead times than this part of all are few and far apart: they share the last bar. */
const mostPart = 0.98;

/** The histogram of lead times in minutes, sorted shortest first. */
export function histogramOf(times: Float64Array, bars = 32): Histogram {
  const last = times[Math.floor((times.length - 1) * mostPart)] ?? 0;
  const width = last > 0 ? last / (bars - 1) : 1;
  const counts = Array.from({ length: bars }, () => 0);
  for (const time of times) {
    const bar = Math.min(bars - 1, Math.floor(time / width));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { width, counts };
}
