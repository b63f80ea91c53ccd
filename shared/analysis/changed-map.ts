import type { FrameworkPack } from '../catalogue/types';
import { sameValue } from '../commands/change';
import { linkBetween } from '../commands/future-copy';
import type { Flow, MapNode, Project } from '../model/project';
import { graphOf, lookUp } from '../model/queries';
import { formatDuration, formatNumber } from '../model/units-format';
import { changesText } from '../text/changes';
import { inspectorText } from '../text/inspector';
import { amounts, differences, type Field, type Names, nodeFields, shortShare } from './changed-fields';

const words = changesText;
const { nodeTypes } = inspectorText;

/** The rows of one map by id. */
export interface OnMap {
  readonly nodes: ReadonlyMap<string, MapNode>;
  readonly flows: ReadonlyMap<string, Flow>;
}

/** The nodes and flows of a map. */
export function onMap(project: Project, map: string): OnMap {
  const rows = <T extends { readonly map: string }>(table: Readonly<Record<string, T>>): Map<string, T> =>
    new Map(Object.entries(table).filter(([, row]) => row.map === map));
  return { nodes: rows(project.nodes), flows: rows(project.flows) };
}

/** The name of a node in quotation marks, or what it is where it has none; empty where it is gone. */
export function nodeName(node: MapNode | undefined): string {
  if (node === undefined) return '';
  return node.name === '' ? words.unnamed(nodeTypes[node.type]) : words.quoted(node.name);
}

/** A difference as a short line, and the node or flow that it is about; null for roles and the map itself. */
export interface ChangeLine {
  readonly about: string | null;
  readonly line: string;
}

const linesOf = (about: string | null, lines: readonly string[]): ChangeLine[] =>
  lines.map((line) => ({ about, line }));

function nodeChanges(then: OnMap['nodes'], now: OnMap['nodes'], name: Names): ChangeLine[] {
  const fields = nodeFields(name);
  const gone = [...then]
    .filter(([id]) => !now.has(id))
    .map(([about, node]) => ({ about, line: words.removed(nodeName(node)) }));
  const added = [...now]
    .filter(([id]) => !then.has(id))
    .map(([about, node]) => ({ about, line: words.added(nodeTypes[node.type], node.name) }));
  const changed = [...now].flatMap(([id, node]) => {
    const before = then.get(id);
    if (before === undefined || before === node) return [];
    if (before.type !== node.type)
      return linesOf(id, [words.becomes(nodeName(before), nodeTypes[node.type])]);
    return linesOf(id, differences(nodeName(before), before, node, fields));
  });
  return [...gone, ...added, ...changed];
}

const shareField = amounts<Flow>(shortShare, ['share']);

/** Flows whose share changes, and those that are new or gone where no node that comes or goes explains them. */
function flowChanges(then: OnMap, now: OnMap): ChangeLine[] {
  const way = (flow: Flow, nodes: OnMap['nodes']): string =>
    words.way(nodeName(nodes.get(flow.from)), nodeName(nodes.get(flow.to)));
  const isKnown = (flow: Flow, nodes: OnMap['nodes']): boolean => nodes.has(flow.from) && nodes.has(flow.to);
  const isRewired = then.nodes.size !== now.nodes.size;
  const sayShare = (flow: Flow): string | null => shareField[0]?.say(flow) ?? null;
  const changed = [...now.flows].flatMap(([id, flow]) => {
    const before = then.flows.get(id);
    if (before !== undefined) return linesOf(id, differences(way(flow, now.nodes), before, flow, shareField));
    const share = sayShare(flow);
    if (isRewired && share === null) return [];
    return linesOf(id, [words.newWay(way(flow, now.nodes), flow.kind, share)]);
  });
  const gone = [...then.flows]
    .filter(([id, flow]) => !now.flows.has(id) && isKnown(flow, now.nodes))
    .map(([about, flow]) => ({ about, line: words.removed(way(flow, then.nodes)) }));
  return [...changed, ...gone];
}

const roleFields: readonly Field<Project['roles'][string]>[] = [
  { key: 'name', value: ({ name }) => name, say: ({ name }) => words.quoted(name) },
  ...amounts<Project['roles'][string]>(formatNumber, ['people', 'ratePerHour']),
  ...amounts<Project['roles'][string]>(shortShare, ['availability']),
];

function roleChanges(before: Project, after: Project): string[] {
  return Object.entries(after.roles).flatMap(([id, now]) => {
    const then = lookUp(before.roles, id);
    if (then) return differences(words.quoted(now.name), then, now, roleFields);
    return [words.newRole(now.name, now.people === undefined ? null : formatNumber(now.people))];
  });
}

const streamFields = [
  ...amounts<Project['streams'][string]>(formatDuration, ['targetLeadTime']),
  ...amounts<Project['streams'][string]>(formatNumber, ['demandPerMonth', 'itemsInProgress']),
];
const mapFields = amounts<Project['maps'][string]>(formatDuration, ['statedLeadTime', 'statedProcessTime']);

/** Names of roles, systems, artefacts and partners of a project, and of practices and activities of the framework. */
function namesIn(project: Project, pack: FrameworkPack): Names {
  const { roles, systems, artefacts, partners } = project;
  const named = new Map([...pack.practices, ...pack.activities].map(({ id, name }) => [id, name]));
  return (id) =>
    [roles, systems, artefacts, partners].flatMap((table) => lookUp(table, id)?.name ?? [])[0] ??
    named.get(id) ??
    id;
}

/** What differs on a map between two states of a project, each difference as a short line; what follows from another is left out. */
export function changesOn(before: Project, after: Project, map: string, pack: FrameworkPack): string[] {
  const [then, now] = [onMap(before, map), onMap(after, map)];
  const [oldMap, newMap] = [lookUp(before.maps, map), lookUp(after.maps, map)];
  const [oldStream, newStream] = [
    lookUp(before.streams, oldMap?.stream),
    lookUp(after.streams, newMap?.stream),
  ];
  const newMaps = Object.entries(after.maps).filter(([id]) => !lookUp(before.maps, id));
  return [
    ...newMaps.map(([, { name }]) => words.newMap(name)),
    ...nodeChanges(then.nodes, now.nodes, namesIn(after, pack)).map(({ line }) => line),
    ...flowChanges(then, now).map(({ line }) => line),
    ...roleChanges(before, after),
    ...(oldStream && newStream ? differences(words.stream, oldStream, newStream, streamFields) : []),
    ...(oldMap && newMap ? differences(words.map, oldMap, newMap, mapFields) : []),
  ];
}

/** Two maps in one set of ids: what belongs together has the id that it has on the first map. */
export interface MatchedMaps {
  readonly old: OnMap;
  readonly now: OnMap;
  /** The id that something has on the second map; null where it is not there. */
  readonly after: (id: string) => string | null;
}

/** Brings two maps together by what was copied from what; `earlier` is the state of the project that the first one is taken from. */
export function matchMaps(
  project: Project,
  source: string,
  copy: string,
  earlier: Project = project,
): MatchedMaps {
  const { onSource } = linkBetween(project, source, copy, earlier);
  const old = onMap(earlier, source);
  // A flow of two states of a project that leads elsewhere now is another one, though its id is the same.
  const own = (id: string): string => onSource(id) ?? (old.flows.has(id) ? `${id}~` : id);
  const { nodes, flows } = onMap(project, copy);
  const there = new Map([...nodes.keys(), ...flows.keys()].map((id) => [own(id), id]));
  return {
    old,
    now: {
      nodes: new Map([...nodes].map(([id, node]) => [own(id), node])),
      flows: new Map(
        [...flows].map(([id, flow]) => [own(id), { ...flow, from: own(flow.from), to: own(flow.to) }]),
      ),
    },
    after: (id) => there.get(id) ?? null,
  };
}

/** Roles that only one of two maps of a project uses count as new there. */
function rolesOfMaps(project: Project, source: string, copy: string): string[] {
  const rolesOn = (map: string): Set<string> =>
    new Set([...onMap(project, map).nodes.values()].flatMap(({ role }) => role ?? []));
  const [known, used] = [rolesOn(source), rolesOn(copy)];
  const roles = Object.fromEntries(
    Object.entries(project.roles).filter(([id]) => known.has(id) || !used.has(id)),
  );
  return roleChanges({ ...project, roles }, project);
}

/** What differs round a map between two states of its project: roles, demand and target of the stream, working hours. */
export function changesRound(project: Project, source: string, copy: string, earlier: Project): string[] {
  const [then, now] = [graphOf(earlier, source), graphOf(project, copy)];
  const gone = Object.entries(earlier.roles).filter(([id]) => !lookUp(project.roles, id));
  return [
    ...roleChanges(earlier, project),
    ...gone.map(([, { name }]) => words.removed(words.quoted(name))),
    ...(then && now ? differences(words.stream, then.stream, now.stream, streamFields) : []),
    ...(then && now && !sameValue(then.calendar, now.calendar) ? [words.calendar] : []),
  ];
}

/** One project with the names of two of its states. */
function bothNamed(project: Project, earlier: Project): Project {
  if (earlier === project) return project;
  return {
    ...project,
    roles: { ...earlier.roles, ...project.roles },
    systems: { ...earlier.systems, ...project.systems },
    artefacts: { ...earlier.artefacts, ...project.artefacts },
    partners: { ...earlier.partners, ...project.partners },
  };
}

/** What differs between a map and a copy of it, line by line, with the ids of `matchMaps`; things are the same where one was copied from the other. */
export function changesBetween(
  project: Project,
  source: string,
  copy: string,
  pack: FrameworkPack,
  earlier: Project = project,
): ChangeLine[] {
  const matched = matchMaps(project, source, copy, earlier);
  const names = namesIn(bothNamed(project, earlier), pack);
  const [then, now] = [lookUp(earlier.maps, source), lookUp(project.maps, copy)];
  const round =
    earlier === project ? rolesOfMaps(project, source, copy) : changesRound(project, source, copy, earlier);
  return [
    ...nodeChanges(matched.old.nodes, matched.now.nodes, names),
    ...flowChanges(matched.old, matched.now),
    ...linesOf(null, round),
    ...(then && now ? linesOf(null, differences(words.map, then, now, mapFields)) : []),
  ];
}
