import { meanOf } from '../../../shared/model/quantity';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import type { Flow, MapNode } from '../../../shared/model/project';

/** What many items met on their way: one entry a run. */
export interface Walked {
  readonly leadTime: Float64Array;
  readonly effort: Float64Array;
  /** 1 where the item took no rework flow. */
  readonly isFirstPass: Float64Array;
  /** How often each node was visited, all runs together, and the sum of the squares of each run. */
  readonly visits: ReadonlyMap<string, { sum: number; squares: number }>;
}

/** Parallel work that is on its way to one join. */
interface Parallel {
  waiting: number;
  latest: number;
}

interface Token {
  readonly at: string;
  readonly time: number;
  readonly within: readonly Parallel[];
}

const mean = (quantity: MapNode['wait'], otherwise = 0): number =>
  quantity === undefined ? otherwise : meanOf(quantity);

/** The flow that an item takes; none where it takes none of them, since their shares leave some over. */
function chosen(exits: readonly WithId<Flow>[], random: () => number): WithId<Flow> | undefined {
  const stated = exits.reduce((sum, flow) => sum + mean(flow.share), 0);
  let mark = random();
  for (const flow of exits) {
    mark -= flow.share === undefined ? 1 - stated : mean(flow.share);
    if (mark < 0) return flow;
  }
  return mark < 1e-9 ? exits.at(-1) : undefined;
}

/** A branch of one detached step that leads nowhere: nothing waits for it. */
function isAside(graph: MapGraph, id: string): boolean {
  return graph.node.get(id)?.detached === true && !graph.out.has(id);
}

/**
 * Walks items over the nodes and flows as they are drawn, token by token: a fork makes one token a
 * branch, a join lets one go on when all are there. It knows nothing of the product's equations,
 * blocks and sampler. Times are their means, so that only the ways are left to chance.
 */
export function walkItems(graph: MapGraph, runs: number, random: () => number): Walked {
  const starts = graph.nodes.filter((node) => node.type === 'start');
  const leadTime = new Float64Array(runs);
  const effort = new Float64Array(runs);
  const isFirstPass = new Float64Array(runs).fill(1);
  const visits = new Map(graph.nodes.map(({ id }) => [id, { sum: 0, squares: 0 }]));
  for (let run = 0; run < runs; run += 1) {
    const met = new Map<string, number>();
    const begin = starts[Math.floor(random() * starts.length)]?.id ?? '';
    const tokens: Token[] = [{ at: begin, time: 0, within: [] }];
    for (let token = tokens.pop(); token; token = tokens.pop()) {
      const node = graph.node.get(token.at);
      if (!node) continue;
      let { time, within } = token;
      const exits = graph.out.get(node.id) ?? [];
      if (node.type === 'join') {
        const block = within.at(-1);
        if (block) {
          block.waiting -= 1;
          block.latest = Math.max(block.latest, time);
          if (block.waiting > 0) continue;
          time = block.latest;
          within = within.slice(0, -1);
        }
      }
      met.set(node.id, (met.get(node.id) ?? 0) + 1);
      if (node.type === 'step') {
        effort[run] = (effort[run] ?? 0) + mean(node.processTime) * mean(node.crew, 1);
        if (node.detached !== true && node.afterValue !== true)
          time += mean(node.wait) + mean(node.processTime);
      }
      if (node.type === 'end') leadTime[run] = Math.max(leadTime[run] ?? 0, time);
      if (node.type === 'fork') {
        const awaited = exits.filter((flow) => !isAside(graph, flow.to));
        const inside = awaited.length > 1 ? [...within, { waiting: awaited.length, latest: 0 }] : within;
        for (const flow of exits)
          tokens.push({ at: flow.to, time, within: awaited.includes(flow) ? inside : [] });
      } else {
        const flow = chosen(exits, random);
        if (!flow && exits.length > 0) leadTime[run] = Math.max(leadTime[run] ?? 0, time);
        if (!flow) continue;
        if (flow.kind === 'rework') isFirstPass[run] = 0;
        tokens.push({ at: flow.to, time, within });
      }
    }
    for (const [id, count] of met) {
      const all = visits.get(id);
      if (all) {
        all.sum += count;
        all.squares += count * count;
      }
    }
  }
  return { leadTime, effort, isFirstPass, visits };
}
