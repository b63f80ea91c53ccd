import { defaultPack, packOf } from '../catalogue/packs';
import type { MakeId } from '../commands/command';
import { type Calendar, officeHours } from '../model/calendar';
import { blankProject } from '../model/new-project';
import {
  type Project,
  roleSchema,
  streamSchema,
  type ValueStream,
  type ValueStreamMap,
} from '../model/project';
import { mapStates } from '../model/value-sets';
import { en } from '../text/en';
import { readCalendar } from './calendar-cell';
import { charterColumns, mapExtras, roleColumns } from './columns';
import { completeMap } from './complete-flows';
import { idFor, noNames } from './names';
import { type CellContext, readCell, readFields, reject } from './read-cell';
import { readFlows } from './read-flows';
import { readNodes } from './read-steps';
import { readValue } from './read-value';
import type { CellError, RawRow, RawTable, ReadTableResult } from './types';

const text = en.tables;

/** How a table becomes a project. */
export interface TableOptions {
  readonly makeId: MakeId;
  /** The framework pack; the default one unless given. */
  readonly packId?: string;
  /** What the project and its stream are called where the table does not say. */
  readonly name?: string | undefined;
  /** The working time in which its times are understood; what the table says of it, or office hours, unless given. */
  readonly calendar?: Calendar | undefined;
}

function calendarOf(table: RawTable): Calendar {
  const cell = table.stream?.cells.get('calendar');
  const read = cell === undefined ? null : readCalendar(cell);
  return read?.ok === true ? read.value : officeHours;
}

function readCharter(row: RawRow | null, name: string, context: CellContext): ValueStream {
  const fields = row === null ? {} : readFields(row, charterColumns, context);
  const checked = streamSchema.safeParse({ name, order: 1, ...fields });
  return checked.success ? checked.data : { name, order: 1 };
}

function readMap(row: RawRow | null, stream: string, context: CellContext): ValueStreamMap {
  const read = (name: string): unknown => {
    const column = [...charterColumns, ...mapExtras].find((each) => each.name === name);
    return row === null || column === undefined ? undefined : readCell(row, column, context);
  };
  if (row?.cells.has('calendar') === true) read('calendar');
  const stated = read('state');
  const state = mapStates.find((each) => each === stated) ?? 'current';
  const [note, observedOn] = [read('map_note'), read('observed_on')];
  const [leadTime, processTime] = [read('stated_lead_time'), read('stated_process_time')];
  return {
    stream,
    name: row?.cells.get('map_name')?.text ?? text.mapNames[state],
    order: 1,
    state,
    ...(typeof note === 'string' ? { note } : {}),
    ...(typeof observedOn === 'string' ? { observedOn } : {}),
    ...(typeof leadTime === 'number' ? { statedLeadTime: leadTime } : {}),
    ...(typeof processTime === 'number' ? { statedProcessTime: processTime } : {}),
  };
}

function readRoles(rows: readonly RawRow[], context: CellContext): void {
  const { roles } = context.names;
  for (const [index, row] of rows.entries()) {
    const fields = readFields(row, roleColumns, context);
    const tableId = row.cells.get('id')?.text.trim() ?? '';
    const name = row.cells.get('name')?.text ?? (tableId === '' ? undefined : tableId);
    const checked = roleSchema.safeParse({ ...fields, name, order: index + 1 });
    if (Object.hasOwn(roles, tableId)) reject(row, 'id', text.sameId, context.errors);
    else if (checked.success) roles[idFor(tableId, roles, context.makeId)] = checked.data;
    else reject(row, 'name', text.noName, context.errors);
  }
}

function assemble(table: RawTable, options: TableOptions, context: CellContext): [Project, string] {
  const { makeId } = options;
  const [streamId, mapId] = [makeId(), makeId()];
  const stream = readCharter(table.stream, options.name ?? text.unnamedStream, context);
  readRoles(table.roles, context);
  const read = readNodes(table.steps, mapId, context);
  const { nodes, flows } = completeMap(read, readFlows(table.flows, read, mapId, context), mapId, makeId);
  const blank = blankProject(stream.name);
  const project: Project = {
    ...blank,
    ...context.names,
    ...readValue(table, streamId, read, context),
    pack: context.pack.id,
    settings: { ...blank.settings, calendar: context.calendar },
    streams: { [streamId]: stream },
    maps: { [mapId]: readMap(table.stream, streamId, context) },
    nodes: Object.fromEntries(nodes.map(({ id, node }) => [id, node])),
    flows: Object.fromEntries(flows.map((flow, index) => [makeId(), { ...flow, order: index + 1 }])),
  };
  return [project, mapId];
}

/** The project of a table that is cut into cells, or every cell that cannot be read. */
export function buildProject(table: RawTable, options: TableOptions): ReadTableResult {
  const context: CellContext = {
    calendar: options.calendar ?? calendarOf(table),
    pack: packOf(options.packId ?? defaultPack.id),
    names: noNames(),
    makeId: options.makeId,
    errors: [],
  };
  const [project, mapId] = assemble(table, options, context);
  if (table.steps.length === 0)
    context.errors.push({ sheet: 'steps', row: 1, column: '', found: '', sentence: text.noSteps });
  if (context.errors.length > 0) return { kind: 'errors', errors: inOrder(context) };
  return { kind: 'read', project, mapId, ignored: table.ignored };
}

function inOrder({ errors }: CellContext): CellError[] {
  const sheets = ['stream', 'roles', 'steps', 'flows'];
  return errors.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row);
}
