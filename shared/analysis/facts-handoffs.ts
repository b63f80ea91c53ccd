import type { MapGraph } from '../model/queries';
import type { FlowFacts } from './facts-flows';
import { type Measure, measure } from './measure';

/** Work that passes to another team of the provider or of a partner. */
export interface Handoff {
  readonly from: string;
  readonly to: string;
  /** Expected times per item. */
  readonly times: number | null;
  /** The wait before the receiving step; null where it is unknown. */
  readonly wait: Measure | null;
  /** True where that wait moves the customer’s clock. */
  readonly movesClock: boolean;
}

/** Who hands over to whom. */
export interface Handoffs {
  readonly list: readonly Handoff[];
  /** Names of the teams, or of the roles where no step names a team. */
  readonly teams: readonly string[];
  readonly byRole: boolean;
}

const passThrough = new Set(['fork', 'join', 'decision']);

type Receiver = readonly [step: string, times: number | null];

/** The steps that receive what takes a flow, looking through forks, joins and choices. */
function receivers(
  graph: MapGraph,
  exits: ReadonlyMap<string, readonly FlowFacts[]>,
  flow: FlowFacts,
): Receiver[] {
  const found: Receiver[] = [];
  const follow = (to: string, times: number | null, seen: readonly string[]): void => {
    const node = graph.node.get(to);
    if (node?.type === 'step') found.push([to, times]);
    if (node === undefined || !passThrough.has(node.type) || seen.includes(to)) return;
    for (const exit of exits.get(to) ?? []) {
      const share = node.type === 'decision' ? exit.likelihood : 1;
      follow(exit.to, times === null || share === null ? null : times * share, [...seen, to]);
    }
  };
  follow(flow.to, flow.passes, []);
  return found;
}

/** Every change of team on the way of an item; hand-overs to the consumer are the goal and are left out. */
export function handoffsOf(
  graph: MapGraph,
  { flows, clock, byRole }: { flows: readonly FlowFacts[]; clock: ReadonlySet<string>; byRole: boolean },
): Handoffs {
  const exits = new Map<string, FlowFacts[]>();
  for (const flow of flows) exits.set(flow.from, [...(exits.get(flow.from) ?? []), flow]);
  const teamOf = (id: string): string | null => {
    const node = graph.node.get(id);
    if (!byRole) return node?.team?.trim() || null;
    return node?.role === undefined ? null : (graph.roles.get(node.role)?.name ?? node.role);
  };
  const list: Handoff[] = [];
  const teams = new Set<string>();
  for (const flow of flows) {
    const giver = teamOf(flow.from);
    if (giver === null || flow.passes === 0) continue;
    for (const [to, times] of receivers(graph, exits, flow)) {
      const node = graph.node.get(to);
      const taker = teamOf(to);
      if (taker === null || taker === giver || node?.party === 'consumer') continue;
      list.push({ from: flow.from, to, times, wait: measure(node?.wait), movesClock: clock.has(to) });
      teams.add(giver).add(taker);
    }
  }
  return { list, teams: [...teams], byRole };
}
