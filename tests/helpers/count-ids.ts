/** Ids that count: `id-1`, `id-2` ... */
export function countIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `id-${last}`;
  };
}
