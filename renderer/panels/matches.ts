/** True where every word of a text that is searched for occurs in one of the others, whatever its case. */
export function matchesAll(searched: string, others: readonly string[]): boolean {
  const within = others.join(' ').replaceAll('\u00a0', ' ').toLowerCase();
  return searched
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
