import { sameValue } from '../commands/change';
import type { MakeId } from '../commands/command';
import type { MapNode, Named, Project } from '../model/project';
import type { Members } from '../model/schema-tools';

/** Tables that a map brings along. */
const tables = [
  'streams',
  'maps',
  'nodes',
  'flows',
  'roles',
  'systems',
  'artefacts',
  'partners',
  'groups',
] as const;
type TableName = (typeof tables)[number];
const namedTables = ['roles', 'systems', 'artefacts', 'partners'] as const;

/** Ids of a part by what they are called where it goes. */
type Renaming = Readonly<Record<TableName, ReadonlyMap<string, string>>>;

function idsByName(table: Readonly<Record<string, Named>>): Map<string, string> {
  return new Map(Object.entries(table).map(([id, { name }]) => [name.trim().toLowerCase(), id]));
}

function sameStream(whole: Project, part: Project, id: string): string | undefined {
  const stream = part.streams[id];
  const plain = { ...stream, order: 0 };
  return Object.entries(whole.streams).find(([, other]) => sameValue({ ...other, order: 0 }, plain))?.[0];
}

/** New ids for what is called like something else there; roles and other named things are those of the same name. */
function renamingInto(whole: Project, part: Project, makeId: MakeId, joinsStreams: boolean): Renaming {
  const taken = new Set(tables.flatMap((name) => Object.keys(whole[name])));
  const renaming = {} as Record<TableName, Map<string, string>>;
  for (const name of tables) {
    const known = namedTables.find((each) => each === name);
    const names = known === undefined ? null : idsByName(whole[known]);
    const rows: Readonly<Record<string, object>> = part[name];
    renaming[name] = new Map(
      Object.entries(rows).map(([id, row]): [string, string] => {
        const called = 'name' in row ? String(row.name).trim().toLowerCase() : '';
        const same =
          names?.get(called) ??
          (name === 'streams' && joinsStreams ? sameStream(whole, part, id) : undefined);
        return [id, same ?? (taken.has(id) ? makeId() : id)];
      }),
    );
  }
  return renaming;
}

const to = (ids: ReadonlyMap<string, string>, id: string): string => ids.get(id) ?? id;

const members = (ids: ReadonlyMap<string, string>, of: Members | undefined): Members | undefined =>
  of && Object.fromEntries(Object.entries(of).map(([id, order]) => [to(ids, id), order]));

function renamedNode(node: MapNode, ids: Renaming): MapNode {
  const { role, partner, group, systems, inputs, outputs, ...rest } = node;
  const lists = {
    systems: members(ids.systems, systems),
    inputs: members(ids.artefacts, inputs),
    outputs: members(ids.artefacts, outputs),
  };
  const given = Object.entries(lists).filter(([, list]) => list !== undefined);
  return {
    ...rest,
    ...Object.fromEntries(given),
    map: to(ids.maps, rest.map),
    ...(role === undefined ? {} : { role: to(ids.roles, role) }),
    ...(partner === undefined ? {} : { partner: to(ids.partners, partner) }),
    ...(group === undefined ? {} : { group: to(ids.groups, group) }),
  };
}

function mapRows<T>(
  rows: Readonly<Record<string, T>>,
  ids: ReadonlyMap<string, string>,
  change: (row: T) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [to(ids, id), change(row)]));
}

/** The tables of a part as they go into another project: ids that are taken there are new, named things are its own. */
export function fittedInto(
  whole: Project,
  part: Project,
  makeId: MakeId,
  joinsStreams = false,
): Pick<Project, TableName> & { readonly renamedMaps: ReadonlyMap<string, string> } {
  const ids = renamingInto(whole, part, makeId, joinsStreams);
  const same = <T>(row: T): T => row;
  return {
    streams: mapRows(part.streams, ids.streams, same),
    maps: mapRows(part.maps, ids.maps, (row) => ({ ...row, stream: to(ids.streams, row.stream) })),
    nodes: mapRows(part.nodes, ids.nodes, (row) => renamedNode(row, ids)),
    flows: mapRows(part.flows, ids.flows, (row) => ({
      ...row,
      map: to(ids.maps, row.map),
      from: to(ids.nodes, row.from),
      to: to(ids.nodes, row.to),
    })),
    roles: mapRows(part.roles, ids.roles, same),
    systems: mapRows(part.systems, ids.systems, same),
    artefacts: mapRows(part.artefacts, ids.artefacts, same),
    partners: mapRows(part.partners, ids.partners, same),
    groups: mapRows(part.groups, ids.groups, (row) => ({ ...row, map: to(ids.maps, row.map) })),
    renamedMaps: ids.maps,
  };
}

/** The records of both; those that are there already stay as they are, new ones come behind them. */
export function withRows<T extends { order: number }>(
  there: Readonly<Record<string, T>>,
  added: Readonly<Record<string, T>>,
): Record<string, T> {
  const last = Math.max(0, ...Object.values(there).map(({ order }) => order));
  const fresh = Object.entries(added).filter(([id]) => !Object.hasOwn(there, id));
  return {
    ...there,
    ...Object.fromEntries(fresh.map(([id, row]) => [id, { ...row, order: row.order + last }])),
  };
}

/** One project of several, with all their maps in order; streams that are alike in everything become one. */
export function mergeProjects(
  parts: readonly { readonly project: Project; readonly mapId: string }[],
  makeId: MakeId,
): { readonly project: Project; readonly maps: readonly string[] } {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('no part');
  let whole = first.project;
  const maps = [first.mapId];
  for (const { project, mapId } of others) {
    const fitted = fittedInto(whole, project, makeId, true);
    whole = {
      ...whole,
      streams: withRows(whole.streams, fitted.streams),
      maps: withRows(whole.maps, fitted.maps),
      nodes: { ...whole.nodes, ...fitted.nodes },
      flows: { ...whole.flows, ...fitted.flows },
      roles: withRows(whole.roles, fitted.roles),
      systems: withRows(whole.systems, fitted.systems),
      artefacts: withRows(whole.artefacts, fitted.artefacts),
      partners: withRows(whole.partners, fitted.partners),
      groups: { ...whole.groups, ...fitted.groups },
    };
    maps.push(to(fitted.renamedMaps, mapId));
  }
  return { project: whole, maps };
}
