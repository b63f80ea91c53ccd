/** A date that was typed, `2026-11-21`; undefined for nothing, null where it is none. */
export function readDate(text: string): string | undefined | null {
  const typed = text.trim();
  if (typed === '') return undefined;
  const isForm = /^\d{4}-\d{2}-\d{2}$/.test(typed);
  // A day that no month has, such as 30 February, moves to another date.
  return isForm && new Date(`${typed}T00:00:00Z`).toJSON()?.startsWith(typed) === true ? typed : null;
}
