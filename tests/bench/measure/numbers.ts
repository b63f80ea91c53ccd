import os from 'node:os';

/** The middle of some values; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Processor time of some work in milliseconds, which a busy machine lengthens less than the clock's. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** A line about the machine: without it no number here means anything. */
export function machine(): string {
  const load = os.loadavg()[0] ?? 0;
  return `${os.cpus().length} cores, load average ${load.toFixed(1)}, software rendering`;
}
