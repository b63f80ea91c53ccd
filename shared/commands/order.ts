interface Ordered {
  order: number;
}

/** Compares entries of a table by their order, then by their id: never by where they happen to stand in the table. */
export const byOrder = ([aId, a]: [string, Ordered], [bId, b]: [string, Ordered]): number =>
  a.order - b.order || (aId < bId ? -1 : 1);

/** An order after the last row: one more, 1 where there is none. */
export function orderAtEnd(rows: Iterable<Ordered>): number {
  let last = 0;
  for (const row of rows) last = Math.max(last, row.order);
  return last + 1;
}

/** An order right after the row `after` (at the end where it is null or missing); rows are numbered again where no number is left between two. */
export function orderAfter(table: Record<string, Ordered>, after: string | null): number {
  const rows = Object.entries(table).sort(byOrder);
  const at = rows.findIndex(([id]) => id === after);
  const row = rows[at]?.[1];
  if (row === undefined) return orderAtEnd(rows.map(([, each]) => each));
  const next = rows[at + 1]?.[1];
  if (next === undefined) return row.order + 1;
  const middle = row.order / 2 + next.order / 2;
  if (middle > row.order && middle < next.order) return middle;
  rows.forEach(([, each], index) => (each.order = index + 1));
  return at + 1.5;
}
