import { plainWords } from '../catalogue/packs';
import type { Column } from './columns';

const unitInBrackets =
  /[([]\s*(%|s|sec|seconds|m|min|mins|minutes|h|hrs?|hours|d|days|working days|cd|calendar days|w|weeks)\s*[)\]]/i;

/** The column that a heading means, and the unit that it names: `PT (h)` is the process time in hours. */
export function understandHeading(
  heading: string,
  columns: readonly Column[],
): { readonly column: Column; readonly unit: string } | null {
  const unit = unitInBrackets.exec(heading)?.[1]?.toLowerCase() ?? '';
  const words = plainWords(heading.replace(unitInBrackets, ' '));
  if (words === '') return null;
  const column =
    columns.find(({ name }) => plainWords(name) === words) ??
    columns.find(({ headings }) => headings.includes(words));
  return column === undefined ? null : { column, unit };
}
