import {
  charterColumns,
  type Column,
  flowColumns,
  flowExtras,
  mapExtras,
  nextColumn,
  roleColumns,
  stepColumns,
} from '../tables/columns';
import type { Cells } from '../tables/cells-text';
import { understandHeading } from '../tables/headings';
import { unescaped } from '../tables/escape-cell';
import type { RawCell, RawRow, RawTable } from '../tables/types';
import { importText } from '../text/import';
import { tablesText } from '../text/tables';
import { xlsxText } from '../text/xlsx';
import type { Sheet, Skipped } from './types';

/** Sheets that are read. */
type TableSheet = 'stream' | 'roles' | 'steps' | 'flows';

const columnsOf: Readonly<Record<TableSheet, readonly Column[]>> = {
  stream: [...charterColumns, ...mapExtras],
  roles: roleColumns,
  steps: [...stepColumns, nextColumn],
  flows: [...flowColumns, ...flowExtras],
};

/** Columns that this app writes beside those of the table, for formulas. */
const helpers: ReadonlySet<string> = new Set(Object.values(xlsxText.helpers));

const isBlank = (row: readonly string[] | undefined): boolean =>
  row === undefined || row.every((cell) => cell === '');

const cellOf = (heading: string, text: string, unit: string): RawCell => ({
  heading,
  text: unescaped(text),
  list: null,
  unit,
  fields: null,
});

interface Cut {
  readonly rows: readonly RawRow[];
  readonly ignored: readonly string[];
  /** Row from which on nothing was read, because it stands behind a blank one; null where all was read. */
  readonly cutAt: number | null;
}

/** Rows below the headings, up to a blank row; of two columns that mean the same the first. */
function cutRows(cells: Cells, sheet: TableSheet): Cut {
  const at = cells.findIndex((row) => !isBlank(row));
  const seen = new Set<string>();
  const ignored: string[] = [];
  const places = (cells[at] ?? []).map((heading) => {
    const found = understandHeading(heading, columnsOf[sheet]);
    if (found === null || seen.has(found.column.name)) {
      if (heading !== '' && !helpers.has(heading)) ignored.push(heading);
      return null;
    }
    seen.add(found.column.name);
    return { name: found.column.name, heading, unit: found.unit };
  });
  const body = cells.slice(at + 1);
  const end = body.findIndex((row) => isBlank(row));
  const rows = body.slice(0, end < 0 ? undefined : end).map((texts, index): RawRow => {
    const told = places.flatMap((place, column): [string, RawCell][] => {
      const text = texts[column] ?? '';
      return place === null || text === '' || text === '—'
        ? []
        : [[place.name, cellOf(place.heading, text, place.unit)]];
    });
    return { sheet, row: at + index + 2, cells: new Map(told) };
  });
  const later = end < 0 ? -1 : body.findIndex((row, index) => index > end && !isBlank(row));
  return { rows, ignored, cutAt: later < 0 ? null : at + later + 2 };
}

/** The stream as names in the first column with what they mean beside them; null where it does not stand so. */
function standingStream(cells: Cells): RawRow | null {
  const told = cells.flatMap((row): [string, RawCell][] => {
    const [name = '', text = ''] = row;
    const found = understandHeading(name, columnsOf.stream);
    return found === null ? [] : [[found.column.name, cellOf(name, text, found.unit)]];
  });
  const isStanding = told.length > 1 && understandHeading(cells[0]?.[1] ?? '', columnsOf.stream) === null;
  return isStanding
    ? { sheet: 'stream', row: 1, cells: new Map(told.filter(([, { text }]) => text !== '')) }
    : null;
}

/** A workbook with the sheets of a step table, cut into cells. */
export interface WorkbookTable {
  readonly table: RawTable;
  readonly skipped: readonly Skipped[];
}

type Sheets = Partial<Record<TableSheet, Sheet>>;
const kinds = ['stream', 'roles', 'steps', 'flows'] as const;

/** The sheets of each map: called `Steps`, or `Steps 2 Future state` where there are several maps. */
function sheetsOfMaps(sheets: readonly Sheet[]): Sheets[] {
  const maps = new Map<string, Sheets>();
  for (const sheet of sheets) {
    const [, word = '', number = ''] = /^(\p{L}+)(?: (\d+)(?: .*)?)?$/u.exec(sheet.name.trim()) ?? [];
    const kind = kinds.find((each) => tablesText.sheets[each].toLowerCase() === word.toLowerCase());
    const known = maps.get(number) ?? {};
    if (kind !== undefined && known[kind] === undefined) maps.set(number, { ...known, [kind]: sheet });
  }
  return [...maps.values()];
}

function cutMap({ steps, stream, roles, flows }: Sheets): WorkbookTable | null {
  if (steps === undefined || (stream ?? roles ?? flows) === undefined) return null;
  const cut = {
    steps: cutRows(steps.cells, 'steps'),
    roles: roles && cutRows(roles.cells, 'roles'),
    flows: flows && cutRows(flows.cells, 'flows'),
  };
  const lying = stream && cutRows(stream.cells, 'stream');
  const skipped = (['steps', 'roles', 'flows'] as const).flatMap((name): Skipped[] => {
    const cutAt = cut[name]?.cutAt ?? null;
    if (cutAt === null) return [];
    const { what, why } = importText;
    return [{ what: what.rowsFrom(cutAt), where: tablesText.sheets[name], why: why.afterBlank }];
  });
  return {
    table: {
      stream: (stream && standingStream(stream.cells)) ?? lying?.rows[0] ?? null,
      roles: cut.roles?.rows ?? [],
      steps: cut.steps.rows,
      flows: cut.flows?.rows ?? null,
      ignored: cut.steps.ignored,
    },
    skipped,
  };
}

/** The step tables of a workbook, one for each map: its sheets are called Steps and at least one of Stream, Roles and Flows. None where it has other sheets. */
export function workbookTables(sheets: readonly Sheet[]): WorkbookTable[] {
  return sheetsOfMaps(sheets).flatMap((map) => cutMap(map) ?? []);
}
