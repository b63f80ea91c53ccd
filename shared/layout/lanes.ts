import type { FrameworkPack } from '../catalogue/types';
import type { MapNode } from '../model/project';
import { type MapGraph, membersOf, nodesOnStream, type WithId } from '../model/queries';
import { en } from '../text/en';
import type { Ranks } from './ranks';
import type { Lane, LaneBy } from './types';

/** Id of the lane on top that holds demand and value, where no step of a consumer gives it another. */
export const consumerLane = ':consumer';

/** The field of a step that a kind of lane shows; null where lanes show none. */
export type LaneField = 'role' | 'team' | 'practices' | 'activity' | 'party';

const fields = {
  role: 'role',
  team: 'team',
  practice: 'practices',
  activity: 'activity',
  party: 'party',
  none: null,
} as const satisfies Record<LaneBy, LaneField | null>;

/** The field that a drop into another lane sets. */
export const laneField = (laneBy: LaneBy): LaneField | null => fields[laneBy];

/** The lane at a height, or null outside all lanes. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | null {
  return lanes.find((lane) => y >= lane.y && y < lane.y + lane.height) ?? null;
}

/** The value by which a step belongs to a lane (of several practices the first); empty where it has none. */
export function laneValue(node: MapNode, laneBy: LaneBy): string {
  if (laneBy === 'none') return '';
  if (laneBy === 'practice') return membersOf(node.practices)[0] ?? '';
  return node[laneBy] ?? '';
}

/** What lanes are called: given names first, then those of the project and of the framework pack. */
export interface LaneNames {
  readonly pack?: FrameworkPack | undefined;
  readonly laneNames?: ReadonlyMap<string, string> | undefined;
}

const unnamed = {
  role: en.layout.noRole,
  team: en.layout.noTeam,
  practice: en.layout.noPractice,
  activity: en.layout.noActivity,
  party: en.layout.noParty,
  none: '',
} as const satisfies Record<LaneBy, string>;

/** True where no role of another name does a step of the consumer, so that the lane is that of the user alone. */
function isUsersAlone(graph: MapGraph): boolean {
  const user = graph.stream.user?.trim();
  return graph.nodes.every((node) => {
    const role = node.role === undefined ? undefined : graph.roles.get(node.role)?.name;
    return node.party !== 'consumer' || role === undefined || role === user;
  });
}

function nameOf(graph: MapGraph, laneBy: LaneBy, id: string, names: LaneNames): string {
  const given = names.laneNames?.get(id);
  if (given !== undefined) return given;
  const user = graph.stream.user?.trim() ?? '';
  if (laneBy === 'party' && (id === 'consumer' || id === consumerLane))
    return user === '' || user === en.layout.consumer || !isUsersAlone(graph)
      ? en.layout.consumer
      : en.layout.consumerNamed(user);
  if (id === consumerLane) return user || en.layout.consumer;
  if (id === '') return unnamed[laneBy];
  if (laneBy === 'role') return graph.roles.get(id)?.name || id;
  if (laneBy === 'activity') return names.pack?.activities.find((each) => each.id === id)?.name ?? id;
  if (laneBy === 'practice') return names.pack?.practices.find((each) => each.id === id)?.name ?? id;
  if (laneBy === 'party')
    return id === 'provider' ? en.layout.provider : id === 'partner' ? en.layout.partner : id;
  return id;
}

/** A lane with its nodes, in the order of the stream. */
export interface LanePlan {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly WithId<MapNode>[];
}

/** The lane of the consumer: that of the first role, team or party whose steps are all done by consumers. */
function consumerValue(steps: readonly WithId<MapNode>[], laneBy: LaneBy): string[] {
  if (laneBy === 'party') return ['consumer'];
  if (laneBy === 'activity' || laneBy === 'practice') return [];
  const values = new Map<string, boolean>();
  for (const step of steps) {
    const value = laneValue(step, laneBy);
    if (value !== '') values.set(value, (values.get(value) ?? true) && step.party === 'consumer');
  }
  return [...values].filter(([, all]) => all).map(([value]) => value);
}

/** Lanes of steps in the order of first appearance along the stream, of one column in that of the roles; lanes that the stream does not reach come last. */
function lanesInOrder(
  steps: readonly WithId<MapNode>[],
  onStream: ReadonlySet<string>,
  ranks: Ranks,
  { graph, laneBy }: { graph: MapGraph; laneBy: LaneBy },
): string[] {
  const roles = laneBy === 'role' ? [...graph.roles.keys()] : [];
  const first = new Map<string, number>();
  const note = (step: WithId<MapNode>, column: number): void => {
    const value = laneValue(step, laneBy);
    if (!first.has(value)) first.set(value, column);
  };
  for (const step of steps) if (onStream.has(step.id)) note(step, ranks.rank.get(step.id) ?? 0);
  for (const step of steps) note(step, Number.MAX_SAFE_INTEGER);
  const place = (role: string): number => (roles.includes(role) ? roles.indexOf(role) : roles.length);
  return [...first].sort(([a, x], [b, y]) => x - y || place(a) - place(b)).map(([value]) => value);
}

/** Which lane each node of the stream stands in; lanes in the order of first appearance along the stream, the consumer's on top. */
export function planLanes(graph: MapGraph, ranks: Ranks, laneBy: LaneBy, names: LaneNames): LanePlan[] {
  if (laneBy === 'none') return [];
  const steps = ranks.ordered.filter((node) => node.type === 'step');
  const onStream = nodesOnStream(graph);
  const reached = steps.filter((step) => onStream.has(step.id));
  const consumers = consumerValue(reached.length > 0 ? reached : steps, laneBy);
  const top = consumers[0] ?? consumerLane;
  const lane = new Map<string, string>();
  for (const node of ranks.ordered) {
    if (node.type === 'step') lane.set(node.id, laneValue(node, laneBy));
    else if (node.type === 'start' || node.type === 'end') lane.set(node.id, top);
  }
  for (const node of ranks.ordered) {
    if (lane.has(node.id)) continue;
    const before = ranks.previous.get(node.id)?.find((link) => lane.has(link.from));
    const after = ranks.next.get(node.id)?.find((link) => lane.has(link.to));
    lane.set(node.id, lane.get(before?.from ?? after?.to ?? '') ?? '');
  }
  const order = new Set<string>([top, ...consumers]);
  for (const value of lanesInOrder(steps, onStream, ranks, { graph, laneBy })) order.add(value);
  for (const id of lane.values()) order.add(id);
  return [...order]
    .map((id) => ({
      id,
      name: nameOf(graph, laneBy, id, names),
      nodes: ranks.ordered.filter((node) => lane.get(node.id) === id),
    }))
    .filter((each) => each.nodes.length > 0);
}
