/** One kept version in the list of a document. */
export interface KeptVersion {
  /** Grows with every version of a document; the order of the versions, whatever the clock said. */
  readonly number: number;
  /** When it was kept, ms of the wall clock; null where the list was lost and only the version itself was found. */
  readonly at: number | null;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its bytes in hex, which is also the name of its file. */
  readonly sha256: string;
  /** Saved here, found when the file was opened, or about to be replaced. */
  readonly why: 'saved' | 'opened' | 'replaced';
}

const hour = 3_600_000;
const day = 24 * hour;

/** How much is kept of one document: counts of versions, ages in ms. */
const limits = { newest: 10, ofLastDay: 50, hourly: 3 * day, daily: 30 * day, all: 100 } as const;

/** Bytes of all versions of all documents together. */
export const largestHistory = 200 * 1024 * 1024;

/** The age of a version; below zero, and so new, where a clock that was set back puts it into the future. */
function ageOf({ at }: KeptVersion, now: number): number {
  return at === null ? Number.POSITIVE_INFINITY : now - at;
}

/** The span that a version stands for alone once it is older than a day; null where it is too old. Hours and days are those of UTC, so that no change of the clock makes two of one. */
function spanOf(version: KeptVersion, now: number): string | null {
  const age = ageOf(version, now);
  if (version.at === null) return null;
  if (age < limits.hourly) return `hour ${String(Math.floor(version.at / hour))}`;
  return age < limits.daily ? `day ${String(Math.floor(version.at / day))}` : null;
}

/**
 * The versions of a document that stay, in their order: the newest ten whatever the clock says, up to 50 of the last 24
 * hours, then the last one of each hour for three days and of each day for thirty; at most a hundred.
 */
export function versionsToKeep(versions: readonly KeptVersion[], now: number): readonly KeptVersion[] {
  const newestFirst = versions.toSorted((a, b) => b.number - a.number);
  const spans = new Set<string>();
  let ofLastDay = 0;
  const stays = (version: KeptVersion, at: number): boolean => {
    const span = spanOf(version, now);
    const isFirstOfSpan = span !== null && !spans.has(span);
    if (span !== null) spans.add(span);
    const isOfLastDay = ageOf(version, now) < day && ofLastDay < limits.ofLastDay;
    if (isOfLastDay) ofLastDay += 1;
    return at < limits.newest || isOfLastDay || isFirstOfSpan;
  };
  return newestFirst.filter(stays).slice(0, limits.all).toReversed();
}

/** The versions of one document, for the limit over all. */
export interface HistoryOf {
  readonly key: string;
  readonly versions: readonly KeptVersion[];
}

/** Bytes on the disk: equal versions are there once. */
export function bytesOf(versions: readonly KeptVersion[]): number {
  const sizes = new Map(versions.map(({ sha256, size }) => [sha256, size]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/**
 * The versions, as `key number`, that must go so that all together fit: the oldest first, whoever they are of; the
 * newest of a document only when nothing else is left, and that of `saved` never.
 */
export function versionsOverLimit(
  all: readonly HistoryOf[],
  saved: string,
  limit = largestHistory,
): ReadonlySet<string> {
  const entries = all.flatMap(({ key, versions }) => {
    const newest = Math.max(...versions.map(({ number }) => number));
    return versions.map((version) => ({ key, version, isNewest: version.number === newest }));
  });
  const order = entries
    .filter(({ key, isNewest }) => !(isNewest && key === saved))
    .toSorted(
      (a, b) =>
        Number(a.isNewest) - Number(b.isNewest) ||
        (a.version.at ?? 0) - (b.version.at ?? 0) ||
        a.version.number - b.version.number,
    );
  const uses = new Map<string, number>();
  const fileOf = ({ key, version }: (typeof entries)[number]): string => `${key} ${version.sha256}`;
  for (const entry of entries) uses.set(fileOf(entry), (uses.get(fileOf(entry)) ?? 0) + 1);
  let total = all.reduce((sum, { versions }) => sum + bytesOf(versions), 0);
  const gone = new Set<string>();
  for (const entry of order) {
    if (total <= limit) break;
    gone.add(`${entry.key} ${String(entry.version.number)}`);
    const left = (uses.get(fileOf(entry)) ?? 1) - 1;
    uses.set(fileOf(entry), left);
    if (left === 0) total -= entry.version.size;
  }
  return gone;
}
