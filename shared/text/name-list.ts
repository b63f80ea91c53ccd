import { listNames } from './rules';

const quoted = (name: string): string => `“${name}”`;

/** Names in quotation marks; of more than three the first two and how many follow: “A”, “B” and 3 more. */
export function nameList(names: readonly string[]): string {
  const shown = names.length > 3 ? names.slice(0, 2).map(quoted) : names.map(quoted);
  return listNames(names.length > 3 ? [...shown, `${String(names.length - 2)} more`] : shown);
}
