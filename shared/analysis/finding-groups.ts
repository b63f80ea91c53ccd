import { dimensions } from '../catalogue/itil4/dimensions';
import { principles } from '../catalogue/itil4/principles';
import { wastes } from '../catalogue/wastes';
import { analysisText } from '../text/analysis';
import type { FindingRow } from './present-findings';

/** What the rows of the panel can be grouped by. */
export type GroupBy = 'step' | 'waste' | 'principle' | 'dimension';

/** Rows under one heading; a row stands under each that it belongs to. */
export interface RowGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly FindingRow[];
}

const namesOf: Readonly<Record<GroupBy, (row: FindingRow) => readonly string[]>> = {
  step: (row) => row.steps,
  waste: (row) => row.wastes,
  principle: (row) => row.principles,
  dimension: (row) => row.dimensions,
};

const known: Readonly<Record<GroupBy, readonly string[]>> = {
  step: [],
  waste: wastes.map(({ name }) => name),
  principle: principles.map(({ name }) => name),
  dimension: dimensions.map(({ name }) => name),
};

/** Groups rows: wastes, principles and dimensions in their usual order, steps as their first row stands; what belongs to none comes last. Empty groups are left out. */
export function groupRows(rows: readonly FindingRow[], by: GroupBy): RowGroup[] {
  const names = [...new Set([...known[by], ...rows.flatMap(namesOf[by])])];
  const grouped = names.map((name) => ({
    key: `${by} ${name}`,
    name,
    rows: rows.filter((row) => namesOf[by](row).includes(name)),
  }));
  const without = {
    key: by,
    name: analysisText.groups[by],
    rows: rows.filter((row) => namesOf[by](row).length === 0),
  };
  return [...grouped, without].filter((group) => group.rows.length > 0);
}

/** What a search looks through. */
function textOf(row: FindingRow): string {
  const { sentence, title, rule, where, steps, wastes: of, principles: breaks } = row;
  return [sentence, title, rule, where.name, ...steps, ...of, ...breaks, ...row.dimensions, ...row.folds]
    .join(' ')
    .replaceAll('\u00a0', ' ')
    .toLowerCase();
}

/** The rows in which every word of a text occurs, whatever its case; all where the text is blank. */
export function searchRows(rows: readonly FindingRow[], text: string): FindingRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const within = textOf(row);
    return words.every((word) => within.includes(word));
  });
}
