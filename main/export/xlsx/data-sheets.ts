import { light } from '../../../shared/drawing/theme';
import type { Project } from '../../../shared/model/project';
import { hoursPerMonth } from '../../../shared/model/calendar';
import { elapsedFromWorking } from '../../../shared/model/calendar-convert';
import type { MapGraph } from '../../../shared/model/queries';
import { charterColumns, mapExtras, roleColumns, stepColumns } from '../../../shared/tables/columns';
import { roleRows, stepRow, streamRow, type WrittenCell } from '../../../shared/tables/write-rows';
import { commonOrigin } from '../../../shared/tables/write-table';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, fixed, numberCell, place, sheetMark, textCell } from './cells';
import { dataCell, headingOf, hoursCell, readableCell, roleText } from './data-cells';
import type { Sheet } from './sheet';
import { type TableColumn, tableSheet } from './table-sheet';

/** A table with the places of its cells. */
export interface DataSheet {
  readonly sheet: Sheet;
  /** The place of a cell in the formulas of other sheets; null where there is no such row or column. */
  readonly at: (id: string, column: string) => string | null;
  readonly cell: (id: string, column: string) => Cell | null;
}

const helpers = xlsxText.helpers;

/** A column by the name that formulas find it by. */
export interface NamedColumn extends TableColumn {
  readonly name: string;
}

/** A table whose cells are found by the id of their row and the name of their column. */
export function dataSheet(
  name: string,
  ids: readonly string[],
  columns: readonly NamedColumn[],
  look: { readonly tab: string; readonly frozenColumns: number },
): DataSheet {
  const rows = new Map(ids.map((id, at) => [id, at + 2]));
  const places = new Map(columns.map((column, at) => [column.name, at]));
  return {
    sheet: tableSheet(name, columns, look),
    at: (id, column) => {
      const [row, at] = [rows.get(id), places.get(column)];
      return row === undefined || at === undefined ? null : `${sheetMark(name)}${fixed(at, row)}`;
    },
    cell: (id, column) => {
      const [row, at] = [rows.get(id), places.get(column)];
      return row === undefined || at === undefined ? null : (columns[at]?.cells[row - 2] ?? null);
    },
  };
}

const textIn = (written: WrittenCell | undefined): string => (typeof written === 'string' ? written : '');

/** True where a cell says something. */
export const isTold = ({ value }: Cell): boolean => value !== null && value !== '';

/** What is read first stands first, also where no step says it, so that somebody can; the others follow in the order of the table. */
const foremost: readonly string[] = [
  'id',
  'name',
  'type',
  'role',
  'team',
  'process_time',
  'wait',
  'complete_accurate',
  'value',
  'crew',
];

const stepOrder = [
  ...foremost.flatMap((name) => stepColumns.filter((column) => column.name === name)),
  ...stepColumns.filter(({ name }) => !foremost.includes(name)),
];

/** The steps of a map, a row each: times as texts, with their hours beside them. */
export function stepsSheet(name: string, graph: MapGraph, project: Project): DataSheet {
  const rows = graph.nodes.map((node) => ({
    node,
    fields: new Map<string, unknown>(Object.entries(node)),
    written: { ...stepRow(node, project), ...commonOrigin(node) },
  }));
  const columns: NamedColumn[] = [];
  for (const column of stepOrder) {
    const at = columns.length;
    const [key, helper] =
      column.name === 'process_time'
        ? (['processTime', helpers.processTime] as const)
        : column.name === 'wait'
          ? (['wait', helpers.wait] as const)
          : [null, ''];
    const cells = rows.map(({ node, fields, written }, index): Cell => {
      if (key !== null)
        return node.type === 'step'
          ? readableCell(node[key], written, column.name, place(at + 1, index + 2))
          : textCell(textIn(written[column.name]), 'faint');
      if (column.name === 'role') return textCell(roleText(project, node.role));
      if (node.type !== 'step' && !isTold(dataCell(column, fields, written))) return textCell('');
      const style = column.name === 'name' ? 'strong' : column.name === 'id' ? 'faint' : 'text';
      return dataCell(column, fields, written, style);
    });
    if (!foremost.includes(column.name) && !cells.some(isTold)) continue;
    const isNumeric = cells.some((cell) => typeof cell.value === 'number');
    columns.push({ name: column.name, heading: headingOf(column.name), cells, isNumeric });
    if (key === null) continue;
    const hours = rows.map(({ node }) => (node.type === 'step' ? hoursCell(node[key]) : textCell('')));
    columns.push({ name: `${column.name} hours`, heading: helper, cells: hours, isNumeric: true, width: 12 });
  }
  const ids = graph.nodes.map(({ id }) => id);
  return dataSheet(name, ids, columns, { tab: light.va, frozenColumns: 2 });
}

/** The roles of a project. */
export function rolesSheet(name: string, graph: MapGraph, project: Project): DataSheet {
  const written = roleRows(graph, project);
  const roles = [...graph.roles.values()];
  const columns = roleColumns.map((column): NamedColumn => {
    const style = column.name === 'name' ? 'strong' : column.name === 'id' ? 'faint' : 'text';
    const cells = roles.map((role, at) =>
      dataCell(column, new Map<string, unknown>(Object.entries(role)), written[at] ?? {}, style),
    );
    const isNumeric = column.name !== 'id' && column.name !== 'name';
    return {
      name: column.name,
      heading: headingOf(column.name),
      cells,
      isNumeric,
      ...(isNumeric ? { width: 14 } : {}),
    };
  });
  const ids = roles.map(({ id }) => id);
  return dataSheet(name, ids, columns, { tab: light.va, frozenColumns: 2 });
}

/** Numbers below texts begin where these do. */
function asEntry(cell: Cell): Cell {
  if (cell.style === 'inputNumber') return { ...cell, style: 'inputEntry' };
  return cell.style === 'number' ? { ...cell, style: 'entry' } : cell;
}

/** The charter of the stream and what is said of the map, a field below the other. */
export function streamSheet(name: string, graph: MapGraph, project: Project): DataSheet {
  const written = streamRow(graph, project);
  const fields = new Map<string, unknown>(Object.entries(graph.stream));
  const asked: ReadonlySet<string> = new Set(['demand_per_month', 'target_lead_time']);
  const told = [...charterColumns, ...mapExtras].flatMap((column) => {
    const cell = dataCell(column, fields, written);
    const { name: field } = column;
    return isTold(cell) || asked.has(field) ? [{ field, heading: headingOf(field), cell }] : [];
  });
  const month = hoursPerMonth(graph.calendar);
  const wall = elapsedFromWorking(1, graph.calendar);
  const calendar = [
    { field: 'month_hours', heading: helpers.monthHours, value: month > 0 ? month : null },
    { field: 'wall_hours', heading: helpers.wall, value: wall },
  ];
  told.push(
    ...calendar.map(({ field, heading, value }) => ({
      field,
      heading,
      cell: numberCell(value, 'inputNumber'),
    })),
  );
  const columns: NamedColumn[] = [
    {
      name: 'field',
      heading: xlsxText.field,
      cells: told.map(({ heading }) => textCell(heading, 'strong')),
      width: 28,
    },
    {
      name: 'entry',
      heading: xlsxText.entry,
      cells: told.map(({ cell }) => asEntry(cell)),
      width: 90,
    },
  ];
  const sheet = dataSheet(
    name,
    told.map(({ field }) => field),
    columns,
    { tab: light.va, frozenColumns: 1 },
  );
  return { ...sheet, sheet: { ...sheet.sheet, filter: null } };
}
