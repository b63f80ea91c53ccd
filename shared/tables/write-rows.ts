import type { Calendar } from '../model/calendar';
import type { Flow, MapNode, Project } from '../model/project';
import type { Quantity } from '../model/quantity';
import { type MapGraph, membersOf, type WithId } from '../model/queries';
import { writeDuration, writeQuantity } from '../model/units-format';
import { writeCalendar } from './calendar-cell';
import { type Column, charterColumns, flowColumns, flowExtras, roleColumns, stepColumns } from './columns';
import { nameOf } from './names';
import { shareCell } from './next-cell';

/** A cell as it is written: lists stay lists, so that each container can join them its own way. */
export type WrittenCell = string | number | boolean | readonly string[] | Record<string, unknown>;
export type WrittenRow = Record<string, WrittenCell>;

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'likely' in value;

const isCalendar = (value: unknown): value is Calendar =>
  typeof value === 'object' && value !== null && 'hours' in value;

const plainShare = (share: number): string => shareCell({ likely: share });

function writeValue(column: Column, value: unknown, project: Project): WrittenCell | undefined {
  const { kind } = column;
  switch (kind.is) {
    case 'quantity': {
      if (!isQuantity(value)) return undefined;
      if (kind.of === 'duration') return writeQuantity(value, writeDuration);
      return kind.of === 'share' ? shareCell(value) : writeQuantity(value, String);
    }
    case 'duration':
      return typeof value === 'number' ? writeDuration(value) : undefined;
    case 'share':
      return typeof value === 'number' ? plainShare(value) : undefined;
    case 'practices':
    case 'some-of':
      return membersOf(toMembers(value));
    case 'things':
      return membersOf(toMembers(value)).map((id) => nameOf(project[kind.table], id));
    case 'partner':
      return nameOf(project.partners, String(value));
    case 'calendar':
      return isCalendar(value) ? writeCalendar(value) : undefined;
    case 'fields':
      return undefined;
    default:
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : undefined;
  }
}

function toMembers(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([id, order]) => [id, Number(order)]));
}

function writeFields(record: object, columns: readonly Column[], project: Project): WrittenRow {
  const values = new Map<string, unknown>(Object.entries(record));
  const row: WrittenRow = {};
  for (const column of columns) {
    const value = values.get(column.field);
    if (column.field === '' || value === undefined) continue;
    const cell = writeValue(column, value, project);
    const isBlank = cell === undefined || (Array.isArray(cell) && cell.length === 0);
    if (!isBlank) row[column.name] = cell;
  }
  return row;
}

/** Where the quantities of a record come from, by column; undefined where nothing is said. */
function provenanceOf(record: object, columns: readonly Column[]): WrittenRow | undefined {
  const values = new Map<string, unknown>(Object.entries(record));
  const said: WrittenRow = {};
  for (const { name, field } of columns) {
    const quantity = values.get(field);
    if (!isQuantity(quantity)) continue;
    const { source, by, on, samples } = quantity;
    const origin = Object.entries({ source, by, on, samples }).filter(([, value]) => value !== undefined);
    if (origin.length > 0) said[name] = Object.fromEntries(origin);
  }
  return Object.keys(said).length === 0 ? undefined : said;
}

function withProvenance(row: WrittenRow, record: object, columns: readonly Column[]): WrittenRow {
  const provenance = provenanceOf(record, columns);
  return provenance === undefined ? row : { ...row, provenance };
}

/** The row of a node; `id` is the node's own. */
export function stepRow(node: WithId<MapNode>, project: Project): WrittenRow {
  const { id, type, name, ...fields } = node;
  const row = {
    id,
    name,
    ...(type === 'step' ? {} : { type }),
    ...writeFields(fields, stepColumns, project),
  };
  return withProvenance(row, node, stepColumns);
}

/** The row of a flow. */
export function flowRow(flow: WithId<Flow>, project: Project): WrittenRow {
  const { from, to, kind, ...fields } = flow;
  const columns = [...flowColumns, ...flowExtras];
  const row = { from, to, ...(kind === 'normal' ? {} : { kind }), ...writeFields(fields, columns, project) };
  return withProvenance(row, flow, flowColumns);
}

/** The rows of the roles of a project, in their order. */
export function roleRows(graph: MapGraph, project: Project): WrittenRow[] {
  return [...graph.roles.values()].map((role) => ({
    id: role.id,
    name: role.name,
    ...writeFields(role, roleColumns, project),
  }));
}

/** The stream's charter with what the table says of the map. */
export function streamRow(graph: MapGraph, project: Project): WrittenRow {
  const { map, stream } = graph;
  const calendar: Calendar = graph.calendar;
  return {
    ...writeFields(stream, charterColumns, project),
    calendar: writeCalendar(calendar),
    state: map.state,
    ...(map.observedOn === undefined ? {} : { observed_on: map.observedOn }),
    ...(map.statedLeadTime === undefined ? {} : { stated_lead_time: writeDuration(map.statedLeadTime) }),
    ...(map.statedProcessTime === undefined
      ? {}
      : { stated_process_time: writeDuration(map.statedProcessTime) }),
    map_name: map.name,
    ...(map.note === undefined ? {} : { map_note: map.note }),
  };
}
