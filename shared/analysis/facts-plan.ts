import type { Facts, ImprovementFacts } from './facts';

const day = 86_400_000;

/** Whole days from one ISO date to another, or null where one of them is no date. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(to) - Date.parse(from)) / day;
  return Number.isFinite(days) ? Math.round(days) : null;
}

/** The plan of a stream: its improvements that are neither done nor dropped. */
export interface Plan {
  /** The date on which most changes land, with their number. */
  readonly busiest: { readonly date: string; readonly changes: number } | null;
  /** The first date on which something lands; null once an improvement is done. */
  readonly first: string | null;
  /** Improvements that are planned or under way and have no date. */
  readonly undated: number;
}

const isOpen = ({ status }: ImprovementFacts): boolean => status !== 'done' && status !== 'dropped';

/** Reads the plan from the improvements of the stream. */
export function planOf({ improvements }: Pick<Facts, 'improvements'>): Plan {
  const open = improvements.filter(isOpen);
  const changes = new Map<string, number>();
  for (const { due } of open) if (due !== null) changes.set(due, (changes.get(due) ?? 0) + 1);
  const dates = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  const busiest = dates.reduce<[string, number] | null>(
    (most, each) => (most === null || each[1] > most[1] ? each : most),
    null,
  );
  const hasResult = improvements.some(({ status }) => status === 'done');
  return {
    busiest: busiest && { date: busiest[0], changes: busiest[1] },
    first: hasResult ? null : (dates[0]?.[0] ?? null),
    undated: open.filter(({ due, status }) => due === null && status !== 'idea').length,
  };
}
