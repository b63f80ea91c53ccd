/** A clock for what is timed here, ms: it goes on evenly whatever becomes of the time of day, and stands while the computer sleeps. */
export function steadyNow(): number {
  return performance.now();
}
