import { blankProject } from '../model/new-project';
import { type Project, projectSchema, settingsSchema } from '../model/project';
import { idPattern } from '../model/schema-tools';
import { damageText, type TableName } from '../text/damage';
import { type Branch, type Leaf, type LenientRead, lostKeyMark } from './lenient-types';
import { normalize } from './normalize';
import { createLosses, type Losses } from './salvage-losses';
import { isBranch, salvageRecord } from './salvage-record';
import { findTables, isLikeStep, kindOf, salvageTable } from './salvage-tables';
import { sayPlaces } from './salvage-places';
import { tableSchemas } from './table-schemas';

type Rows = Record<string, Branch>;
type Tables = Map<TableName, Rows>;

const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);
const idsOf = (rows: Rows | undefined): string[] => Object.keys(rows ?? {});
const textOf = (value: Leaf | undefined): string => (typeof value === 'string' ? value : '');

/** Required fields that do not say how the work flows: a lost name is empty, a lost order is the one in the file. */
function plainFallbacks(tables: Tables, at: number): Record<string, Leaf> {
  const stream = only(idsOf(tables.get('streams')));
  const map = only(idsOf(tables.get('maps')));
  return {
    name: '',
    order: at + 1,
    ...(stream === null ? {} : { stream }),
    ...(map === null ? {} : { map }),
  };
}

/** Ids of maps that at least two elements say they stand on, though the map itself was lost. */
function lostMaps(nodes: Branch, maps: Rows): string[] {
  const counts = new Map<string, number>();
  for (const node of Object.values(nodes)) {
    const map = isBranch(node) ? textOf(node['map']) : '';
    if (idPattern.test(map) && !Object.hasOwn(maps, map)) counts.set(map, (counts.get(map) ?? 0) + 1);
  }
  const isEnough = (count: number): boolean => count > 1 || Object.keys(nodes).length === 1;
  return [...counts].filter(([, count]) => isEnough(count)).map(([map]) => map);
}

function salvageMaps(raw: ReadonlyMap<TableName, Branch>, tables: Tables, losses: Losses): void {
  for (const table of ['streams', 'maps'] as const)
    tables.set(
      table,
      salvageTable(table, raw.get(table) ?? {}, (_table, _record, at) => plainFallbacks(tables, at), losses),
    );
  const maps = tables.get('maps') ?? {};
  const lost = lostMaps(raw.get('nodes') ?? {}, maps);
  const stream = idsOf(tables.get('streams'))[0] ?? 'stream';
  lost.forEach(
    (id, at) => (maps[id] = { stream, name: '', order: idsOf(maps).length + at + 1, state: 'current' }),
  );
  if (lost.length > 0) losses.say(damageText.mapAgain(lost.length));
}

/** The ends of flows that are no element. */
function lostEnds(flows: Branch, nodes: Rows): string[] {
  const ends = Object.values(flows).flatMap((flow) =>
    isBranch(flow) ? [textOf(flow['from']), textOf(flow['to'])] : [],
  );
  return [...new Set(ends)].filter((id) => idPattern.test(id) && !Object.hasOwn(nodes, id));
}

/** Gives elements whose ids were lost an id again: the one that flows miss where there is no doubt, else a new one. */
function nameAgain(nodes: Rows, flows: Branch, losses: Losses): Rows {
  const nameless = Object.keys(nodes).filter((id) => id.startsWith(lostKeyMark));
  if (nameless.length === 0) return nodes;
  const missing = lostEnds(flows, nodes);
  const isSure = nameless.length === 1 && missing.length === 1;
  let number = 0;
  const fresh = (): string => {
    do number += 1;
    while (Object.hasOwn(nodes, `saved-${String(number)}`));
    return `saved-${String(number)}`;
  };
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => {
      if (!id.startsWith(lostKeyMark)) return [id, node];
      if (isSure) return [missing[0] ?? fresh(), node];
      losses.say(damageText.newId(damageText.thing(kindOf('nodes', node), textOf(node['name']))));
      return [fresh(), node];
    }),
  );
}

function salvageNodes(raw: ReadonlyMap<TableName, Branch>, tables: Tables, losses: Losses): void {
  const maps = tables.get('maps') ?? {};
  const rows = Object.entries(raw.get('nodes') ?? {}).map(([id, node]): [string, Leaf] => {
    if (!isBranch(node) || Object.hasOwn(maps, textOf(node['map']))) return [id, node];
    const { map: _map, ...rest } = node;
    return [id, rest];
  });
  const kept = salvageTable(
    'nodes',
    Object.fromEntries(rows),
    (_table, node, at) => {
      const type = isLikeStep(node) ? { type: 'step' } : {};
      return { ...plainFallbacks(tables, at), ...type };
    },
    losses,
  );
  tables.set('nodes', nameAgain(kept, raw.get('flows') ?? {}, losses));
}

function salvageFlows(raw: ReadonlyMap<TableName, Branch>, tables: Tables, losses: Losses): void {
  const nodes = tables.get('nodes') ?? {};
  const rows = raw.get('flows') ?? {};
  tables.set(
    'flows',
    salvageTable(
      'flows',
      rows,
      (_table, flow, at) => {
        const from = textOf(flow['from']);
        const map = Object.hasOwn(nodes, from) ? nodes[from]?.['map'] : undefined;
        return { order: at + 1, ...(map === undefined ? {} : { map }) };
      },
      losses,
    ),
  );
}

function salvageSettings(document: Branch, losses: Losses): Branch {
  const usual = blankProject('');
  const fallbacks: Branch = { ...usual.settings };
  const { name, pack, settings } = document;
  const { record, removed } = salvageRecord(settingsSchema, settings ?? {}, fallbacks);
  if (record === null || removed.length > 0) losses.say(damageText.settingsAgain);
  if (typeof name !== 'string') losses.say(damageText.nameOfProject);
  return {
    name: textOf(name),
    pack: typeof pack === 'string' ? pack : usual.pack,
    settings: record ?? fallbacks,
  };
}

/** Keys of roles that elements name, though the roles were lost. */
function lostRoles({ nodes, roles }: Project): string[] {
  const keys = Object.values(nodes).flatMap(({ role }) =>
    role === undefined || Object.hasOwn(roles, role) ? [] : [role],
  );
  return [...new Set(keys)];
}

/** Tables that only serve others. */
const serving: readonly TableName[] = ['artefacts', 'systems', 'partners', 'roles', 'flows', 'ruleSettings'];

/** True where nothing is left that somebody could work on. */
const isNothing = (tables: Tables): boolean =>
  [...tables].every(([table, rows]) => serving.includes(table) || idsOf(rows).length === 0);

/** What could be saved of a document that was read with losses, and sentences on what could not; null where there is nothing of a map in it. */
export function salvageProject(
  read: LenientRead,
): { readonly project: Project; readonly lost: readonly string[] } | null {
  const { document } = read;
  const losses = createLosses();
  const { tables: raw, others } = findTables(document, losses);
  const tables: Tables = new Map();
  salvageMaps(raw, tables, losses);
  salvageNodes(raw, tables, losses);
  salvageFlows(raw, tables, losses);
  for (const [table] of tableSchemas)
    if (!tables.has(table))
      tables.set(
        table,
        salvageTable(
          table,
          raw.get(table) ?? {},
          (_table, _record, at) => plainFallbacks(tables, at),
          losses,
        ),
      );
  if (isNothing(tables)) return null;
  const settings = salvageSettings(document, losses);
  const checked = projectSchema.safeParse({ ...others, ...settings, ...Object.fromEntries(tables) });
  if (!checked.success) return null;
  const { project, repairs } = normalize(checked.data);
  const ends = lostEnds(tables.get('flows') ?? {}, tables.get('nodes') ?? {}).length;
  if (repairs.flows > 0) losses.say(damageText.flowsWithoutEnds(repairs.flows, ends));
  if (repairs.streams > 0 && idsOf(tables.get('maps')).length > 0) losses.say(damageText.streamAgain);
  const keys = lostRoles(project);
  if (keys.length > 0) losses.say(damageText.rolesByKey(keys));
  const absent = [...tableSchemas.keys()].filter((table) => !raw.has(table));
  if (read.isCut && absent.length > 0) losses.say(damageText.noneFound(absent));
  sayPlaces(read.damaged, tables, losses);
  return { project, lost: losses.sentences() };
}
