import type { MakeId } from '../commands/command';
import { isObject, parseJson } from '../file-format/json';
import type { Calendar } from '../model/calendar';
import { blankProject } from '../model/new-project';
import type { MapNode, Project } from '../model/project';
import { idPattern } from '../model/schema-tools';
import { buildProject } from '../tables/build-project';
import type { CellError, RawCell, RawRow, RawTable, SheetName } from '../tables/types';
import { importText } from '../text/import';
import { completeFound } from './complete-found';
import { importLimits } from './limits';
import { mergeProjects } from './merge-projects';
import { Refused } from './refused';
import type { FoundCells, FoundMap, ImportKind, ReadForeign, Skipped } from './types';

/** How a foreign file becomes a project. */
export interface ImportOptions {
  readonly makeId: MakeId;
  /** What the project is called; its file without the ending. */
  readonly name: string;
  readonly calendar?: Calendar | undefined;
}

const groupColumns = ['provenance', 'calendar'];

function cellOf(name: string, text: string): RawCell {
  const isGroup = groupColumns.includes(name) && text.trimStart().startsWith('{');
  const parsed = isGroup ? parseJson(text) : null;
  const fields = parsed?.kind === 'parsed' && isObject(parsed.value) ? parsed.value : null;
  return { heading: name, text, list: null, unit: '', fields };
}

function rowOf(sheet: SheetName, row: number, cells: FoundCells): RawRow {
  const read = [...cells].map(([name, text]): [string, RawCell] => [
    name,
    cellOf(name, text.slice(0, importLimits.text)),
  ]);
  return { sheet, row, cells: new Map(read) };
}

function tableOf(map: FoundMap): RawTable {
  const flows = map.flows.map(({ from, to, cells }) => new Map([...cells, ['from', from], ['to', to]]));
  return {
    stream: map.stream.size === 0 ? null : rowOf('stream', 1, map.stream),
    roles: map.roles.map((cells, index) => rowOf('roles', index + 1, cells)),
    steps: map.nodes.map(({ id, cells }, index) =>
      rowOf('steps', index + 1, new Map([...cells, ['id', id]])),
    ),
    flows: flows.map((cells, index) => rowOf('flows', index + 1, cells)),
    ignored: [],
  };
}

function without(rows: readonly RawRow[], errors: readonly CellError[]): RawRow[] {
  return rows.map((row) => {
    const bad = errors.filter((error) => error.sheet === row.sheet && error.row === row.row);
    if (bad.length === 0) return row;
    return {
      ...row,
      cells: new Map([...row.cells].filter(([name]) => !bad.some(({ column }) => column === name))),
    };
  });
}

function skippedOf(error: CellError, map: FoundMap): Skipped {
  const node = error.sheet === 'steps' ? map.nodes[error.row - 1] : undefined;
  return {
    what: importText.what.figure(error.found.slice(0, 80)),
    where: node?.called ?? map.name,
    why: error.sentence,
  };
}

interface Built {
  readonly project: Project;
  readonly mapId: string;
  readonly skipped: readonly Skipped[];
}

/** Builds a map; what a cell of it does not mean is left out and told. Null where not even that helps. */
function buildOne(map: FoundMap, options: ImportOptions): Built | null {
  let table = tableOf(map);
  const skipped: Skipped[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const { makeId, calendar } = options;
    const built = buildProject(table, { makeId, calendar, name: map.name });
    if (built.kind === 'read') return { ...built, skipped };
    const { errors } = built;
    skipped.push(...errors.map((error) => skippedOf(error, map)));
    const [stream] = table.stream === null ? [null] : without([table.stream], errors);
    table = {
      ...table,
      stream: stream ?? null,
      roles: without(table.roles, errors),
      steps: without(table.steps, errors),
      flows: without(table.flows ?? [], errors).filter(({ cells }) => cells.has('from') && cells.has('to')),
    };
  }
  return null;
}

function withGroups({ project, mapId }: Built, map: FoundMap): Project {
  const used = map.groups.filter(({ id }) => map.nodes.some(({ group }) => group === id));
  if (used.length === 0) return project;
  const groups = Object.fromEntries(
    used.map(({ id, name }, index) => [id, { name, map: mapId, order: index + 1 }]),
  );
  const groupOf = new Map(map.nodes.flatMap(({ id, group }) => (group === undefined ? [] : [[id, group]])));
  const nodes = Object.entries(project.nodes).map(([id, node]): [string, MapNode] => {
    const group = groupOf.get(id);
    return [id, group !== undefined && Object.hasOwn(groups, group) ? { ...node, group } : node];
  });
  return { ...project, groups, nodes: Object.fromEntries(nodes) };
}

/** Ids that the document can hold: those of the file where it is ours, else new ones. */
function withSafeIds(map: FoundMap, makeId: MakeId): FoundMap {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const idFor = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const safe = map.isOurs && idPattern.test(id) && !taken.has(id) ? id : makeId();
    ids.set(id, safe);
    taken.add(safe);
    return safe;
  };
  const seen = new Set<string>();
  const nodes = map.nodes.filter(({ id }) => !seen.has(id) && seen.add(id));
  return {
    ...map,
    nodes: nodes.map((node) => ({
      ...node,
      id: idFor(node.id),
      ...(node.group === undefined ? {} : { group: idFor(`group ${node.group}`) }),
    })),
    flows: map.flows.map((flow) => ({ ...flow, from: idFor(flow.from), to: idFor(flow.to) })),
    groups: map.groups.map(({ id, name }) => ({ id: idFor(`group ${id}`), name })),
  };
}

const hasWork = (map: FoundMap): boolean =>
  map.nodes.some(({ cells }) => !['note', 'burst', 'control'].includes(cells.get('type') ?? 'step'));

function checkCounts(maps: readonly FoundMap[]): void {
  if (maps.length > importLimits.maps) throw new Refused(importText.refused.tooManyMaps(importLimits.maps));
  const isTooBig = ({ nodes, flows }: FoundMap): boolean =>
    nodes.length > importLimits.nodes || flows.length > importLimits.flows;
  if (maps.some(isTooBig)) throw new Refused(importText.refused.tooManyParts);
}

/** The project of the maps that were found in a file; a page without work is told. Throws `Refused` where there is none at all. */
export function buildFound(
  found: readonly FoundMap[],
  from: ImportKind,
  options: ImportOptions,
): ReadForeign {
  checkCounts(found);
  const skipped: Skipped[] = [];
  const notes: string[] = [];
  const parts: { project: Project; mapId: string }[] = [];
  for (const each of found) {
    const map = completeFound(withSafeIds(each, options.makeId), options.makeId);
    const built = hasWork(map) ? buildOne(map, options) : null;
    const where = found.length > 1 ? each.name : '';
    if (built === null) {
      skipped.push({ what: importText.what.page(each.name), where: '', why: importText.why.noSteps });
      continue;
    }
    parts.push({ project: withGroups(built, map), mapId: built.mapId });
    skipped.push(
      ...[...map.skipped, ...built.skipped].map((one) => ({
        ...one,
        where: one.where === '' ? where : one.where,
      })),
    );
    notes.push(...map.notes.map((note) => (where === '' ? note : `${where}: ${note}`)));
  }
  if (parts.length === 0) throw new Refused(importText.refused.nothing);
  const { project, maps } = mergeProjects(parts, options.makeId);
  const name = found.some(({ isOurs }) => isOurs) && parts.length === 1 ? project.name : options.name;
  return { kind: 'read', from, project: { ...blankProject(name), ...project, name }, maps, skipped, notes };
}
