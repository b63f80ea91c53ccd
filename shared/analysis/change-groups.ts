import { differingFields, sameValue } from '../commands/change';
import type { Calendar } from '../model/calendar';
import type { Flow, MapNode, Project } from '../model/project';
import { graphOf, lookUp, type MapGraph } from '../model/queries';
import { type MatchedMaps, matchMaps, type OnMap } from './changed-map';

/** What kind of change a group is: the way that items take, times at a step, its output, who does it, and the rest; `round` is what lies round the map: people of roles, demand, money. */
export type GroupKind = 'way' | 'time' | 'quality' | 'people' | 'calendar' | 'round' | 'other';

/** Changes of a map that belong together and can be made alone. Ids are those of `matchMaps`. */
export interface ChangeGroup {
  readonly kind: GroupKind;
  /** Nodes and flows that it is about. */
  readonly about: readonly string[];
  /** Makes these changes in the rows of a map. */
  readonly apply: (rows: OnMap) => OnMap;
}

type NodeKey = keyof MapNode;

const timeKeys = [
  'wait',
  'processTime',
  'cadence',
  'cutoff',
  'changeover',
  'batch',
  'repeatFactor',
  'calendar',
  'requiredWait',
  'stopsClock',
  'afterValue',
  'detached',
  'automation',
] as const satisfies readonly NodeKey[];
const qualityKeys = ['completeAccurate', 'rejectRate'] as const satisfies readonly NodeKey[];
const peopleKeys = ['role', 'team', 'party', 'partner', 'crew'] as const satisfies readonly NodeKey[];
/** Fields that say where a node stands or comes from, not what happens there. */
const placeKeys = ['map', 'order', 'position', 'copiedFrom', 'group'] as const satisfies readonly NodeKey[];
const isOneOf = (keys: readonly string[], key: string): boolean => keys.includes(key);

/** What a group takes over of a node or flow. */
function kindOfField(key: string): GroupKind | null {
  if (isOneOf(placeKeys, key) || key === 'type') return null;
  if (isOneOf(timeKeys, key)) return 'time';
  if (isOneOf(qualityKeys, key)) return 'quality';
  return isOneOf(peopleKeys, key) ? 'people' : 'other';
}

const fieldsOf = (row: object): ReadonlyMap<string, unknown> => new Map(Object.entries(row));

/** A node with some fields of another one. */
function withFields(node: MapNode, from: MapNode, keys: readonly string[]): MapNode {
  const kept = Object.entries(node).filter(([key]) => !keys.includes(key));
  const taken = Object.entries(from).filter(([key]) => keys.includes(key));
  return { ...node, ...Object.fromEntries([...kept, ...taken]), ...absent(node, from, keys) };
}

/** Fields that the other node does not have, to be blank. */
function absent(node: MapNode, from: MapNode, keys: readonly string[]): Partial<MapNode> {
  const has = fieldsOf(from);
  return Object.fromEntries(
    keys.filter((key) => fieldsOf(node).has(key) && !has.has(key)).map((key) => [key, undefined]),
  );
}

function fieldGroups({ old: then, now }: MatchedMaps): ChangeGroup[] {
  return [...now.nodes].flatMap(([id, node]) => {
    const before = then.nodes.get(id);
    if (!before || before.type !== node.type) return [];
    const byKind = new Map<GroupKind, string[]>();
    for (const key of differingFields(before, node)) {
      const kind = kindOfField(key);
      if (kind !== null) byKind.set(kind, [...(byKind.get(kind) ?? []), key]);
    }
    return [...byKind].map(
      ([kind, keys]): ChangeGroup => ({
        kind,
        about: [id],
        apply: (rows) => {
          const own = rows.nodes.get(id);
          if (!own) return rows;
          return { ...rows, nodes: new Map(rows.nodes).set(id, withFields(own, node, keys)) };
        },
      }),
    );
  });
}

/** Sets that grow together. */
class Unions {
  private readonly parent = new Map<string, string>();

  find(id: string): string {
    const above = this.parent.get(id);
    return above === undefined || above === id ? id : this.find(above);
  }

  join(a: string, b: string): void {
    this.parent.set(this.find(a), this.find(b));
  }
}

const wayFields = (flow: Flow): unknown => [flow.share ?? null, flow.limit ?? null];

/** Nodes that come, go or become something else, and flows that come, go or carry another share. */
function wayChanges({ old: then, now }: MatchedMaps): { nodes: string[]; flows: string[] } {
  const nodes = [...new Set([...then.nodes.keys(), ...now.nodes.keys()])].filter(
    (id) => then.nodes.get(id)?.type !== now.nodes.get(id)?.type,
  );
  const isWhole = (flow: Flow | undefined, rows: OnMap): boolean =>
    flow !== undefined && rows.nodes.has(flow.from) && rows.nodes.has(flow.to);
  const flows = [...new Set([...then.flows.keys(), ...now.flows.keys()])].filter((id) => {
    const [a, b] = [then.flows.get(id), now.flows.get(id)];
    if (isWhole(a, then) !== isWhole(b, now)) return true;
    return a !== undefined && b !== undefined && !sameValue(wayFields(a), wayFields(b));
  });
  return { nodes, flows };
}

/** Takes the named rows of the second map over: those that it lacks go, those that it has come. */
function takeOver(rows: OnMap, now: OnMap, ids: ReadonlySet<string>): OnMap {
  const mixed = <T>(own: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...[...own].filter(([id]) => !ids.has(id)), ...[...other].filter(([id]) => ids.has(id))]);
  return { nodes: mixed(rows.nodes, now.nodes), flows: mixed(rows.flows, now.flows) };
}

/** Nodes that lose a flow into them and get another one: both belong together. */
function rewiredTargets({ old: then, now }: MatchedMaps, flows: readonly string[]): Set<string> {
  const gone = new Set(flows.flatMap((id) => (now.flows.has(id) ? [] : (then.flows.get(id)?.to ?? []))));
  const fresh = flows.flatMap((id) => (then.flows.has(id) ? [] : (now.flows.get(id)?.to ?? [])));
  return new Set(fresh.filter((id) => gone.has(id)));
}

/** Changes of the way, those together that share a node which items leave by other shares, or one that comes or goes. */
function wayGroups(matched: MatchedMaps): ChangeGroup[] {
  const { old: then, now } = matched;
  const changed = wayChanges(matched);
  const shifting = new Set(changed.nodes);
  const unions = new Unions();
  const rewired = rewiredTargets(matched, changed.flows);
  for (const id of changed.flows) {
    const flow = now.flows.get(id) ?? then.flows.get(id);
    if (!flow) continue;
    unions.join(id, flow.from);
    if (shifting.has(flow.to)) unions.join(id, flow.to);
    const isOneSided = !now.flows.has(id) || !then.flows.has(id);
    if (isOneSided && rewired.has(flow.to)) unions.join(id, `into ${flow.to}`);
  }
  const groups = new Map<string, string[]>();
  for (const id of [...changed.nodes, ...changed.flows]) {
    const root = unions.find(id);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()].map((about) => ({
    kind: 'way',
    about,
    apply: (rows) => takeOver(rows, now, new Set(about)),
  }));
}

/** Everything that makes one map into another, in groups that can each be made alone; all of them together give the second map. */
export function changeGroups(matched: MatchedMaps): readonly ChangeGroup[] {
  return [...wayGroups(matched), ...fieldGroups(matched)];
}

/** Two maps that are compared, in one set of ids, with the means to compute what lies between them. */
export interface Between {
  readonly project: Project;
  /** The state of the project that the first map is taken from; the same where both are of one state. */
  readonly earlier: Project;
  readonly before: string;
  readonly after: string;
  readonly matched: MatchedMaps;
}

/** What two maps are compared with; null where one of them is gone. */
export function betweenMaps(
  project: Project,
  before: string,
  after: string,
  earlier: Project = project,
): Between | null {
  if (!lookUp(earlier.maps, before) || !lookUp(project.maps, after)) return null;
  return { project, earlier, before, after, matched: matchMaps(project, before, after, earlier) };
}

/** What the map stands in: the later state of the project or the earlier one, each with the names that only the other has. */
function surroundings({ project, earlier }: Between, isLater: boolean): Project {
  if (earlier === project) return project;
  const [home, other] = isLater ? [project, earlier] : [earlier, project];
  return {
    ...home,
    roles: { ...other.roles, ...home.roles },
    systems: { ...other.systems, ...home.systems },
    partners: { ...other.partners, ...home.partners },
    artefacts: { ...other.artefacts, ...home.artefacts },
  };
}

/** The working hours of one of two maps; of two states of a project those of the project are its own too. */
function hoursOf({ project, earlier, before, after }: Between, isLater: boolean): Calendar | undefined {
  const home = isLater ? project : earlier;
  const own = lookUp(home.maps, isLater ? after : before)?.calendar;
  return own ?? (earlier === project ? undefined : home.settings.calendar);
}

/** The map with rows of its own choice; its calendar, and what lies round it, are those of the first map unless the second one's are asked for. */
export function graphWith(
  between: Between,
  rows: OnMap,
  hasNewCalendar = false,
  hasNewRound = hasNewCalendar,
): MapGraph | null {
  const { before } = between;
  const map = lookUp(between.earlier.maps, before);
  const later = lookUp(between.project.maps, between.after);
  if (!map || !later) return null;
  const project = surroundings(between, hasNewRound);
  const calendar = hoursOf(between, hasNewCalendar);
  const { stream } = hasNewRound ? later : map;
  const own = <T extends { readonly map: string }>(table: ReadonlyMap<string, T>): Record<string, T> =>
    Object.fromEntries([...table].map(([id, row]) => [id, { ...row, map: before }]));
  const { calendar: _own, ...rest } = map;
  return graphOf(
    {
      ...project,
      maps: {
        ...project.maps,
        [before]: { ...rest, stream, ...(calendar === undefined ? {} : { calendar }) },
      },
      nodes: own(rows.nodes),
      flows: own(rows.flows),
    },
    before,
  );
}
