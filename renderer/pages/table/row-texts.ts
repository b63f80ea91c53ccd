import { formatDuration, formatNumber, formatShare } from '../../../shared/model/units-format';
import type { Derived } from '../../derive';

/** What is computed of each node, as texts. */
export function derivedTexts(derived: Derived | null): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const texts = new Map<string, Record<string, string>>();
  const total = derived?.figures.figure.leadTimeExpected.value ?? null;
  for (const { node, visits, wait, processTime, clockVisits } of derived?.figures.contributions ?? []) {
    const clock =
      wait === null || processTime === null || clockVisits === null
        ? null
        : clockVisits * (wait + processTime);
    texts.set(node, {
      visits: visits === null ? '' : formatNumber(visits),
      clockTime: clock === null ? '' : formatDuration(clock),
      clockShare: clock === null || total === null || total <= 0 ? '' : formatShare(clock / total),
    });
  }
  for (const [id, badge] of derived?.presented.badges ?? [])
    texts.set(id, { ...texts.get(id), findings: String(badge.count) });
  return texts;
}

/** A row without texts that were not understood. */
export const noBad = {};

/** Texts that were not understood, by node and column. */
export function badByNode(
  bad: ReadonlyMap<string, { readonly text: string; readonly sentence: string }>,
): Map<string, Record<string, { readonly text: string; readonly sentence: string }>> {
  const rows = new Map<string, Record<string, { readonly text: string; readonly sentence: string }>>();
  for (const [key, value] of bad) {
    const [node = '', column = ''] = key.split(' ');
    rows.set(node, { ...rows.get(node), [column]: value });
  }
  return rows;
}
