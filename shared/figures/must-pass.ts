import type { BlockPass } from './block-pass';
import type { Network } from './network';
import type { Block, Blocks } from './parallel-blocks';

interface Level {
  readonly exits: (node: number) => readonly number[];
  readonly isGoal: (node: number) => boolean;
}

/** Any way from a source to a goal, shortest first; null where there is none. */
function someWay(sources: readonly number[], level: Level): number[] | null {
  const before = new Map<number, number | null>(sources.map((source) => [source, null]));
  const queue = [...sources];
  for (let next = 0; next < queue.length; next += 1) {
    const at = queue[next] ?? 0;
    if (level.isGoal(at)) {
      const way: number[] = [];
      for (let step: number | null = at; step !== null; step = before.get(step) ?? null) way.unshift(step);
      return way;
    }
    for (const to of level.exits(at)) {
      if (before.has(to)) continue;
      before.set(to, at);
      queue.push(to);
    }
  }
  return null;
}

/**
 * Nodes that lie on every way from the sources to a goal: those of one way that no detour gets
 * round. `far` is the furthest place on the way that detours from before have reached.
 */
function unavoidable(sources: readonly number[], level: Level): number[] {
  const way = someWay(sources, level);
  if (!way) return [];
  const place = new Map(way.map((node, at) => [node, at]));
  const seen = new Set<number>();
  let far = 0;
  const explore = (start: number): void => {
    const stack = [start];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at !== start && level.isGoal(at)) far = way.length;
      for (const to of level.exits(at)) {
        const there = place.get(to);
        if (there !== undefined) far = Math.max(far, there);
        else if (!seen.has(to)) {
          seen.add(to);
          stack.push(to);
        }
      }
    }
  };
  for (const source of sources) {
    const there = place.get(source);
    if (there !== undefined) far = Math.max(far, there);
    else explore(source);
  }
  return way.filter((node, at) => {
    const isUnavoidable = far <= at;
    explore(node);
    return isUnavoidable;
  });
}

/** Nodes that every item passes at least once, whatever the unknown shares are. */
export function mustPass(
  network: Network,
  blocks: Blocks,
  weight: Float64Array,
  passes: ReadonlyMap<Block, BlockPass>,
): Set<number> {
  const alone = new Set(
    blocks.list.flatMap((region, at) => (region.isDetached ? (blocks.members[at] ?? []) : [])),
  );
  const exits = (node: number): number[] => {
    const to = (network.out[node] ?? []).flatMap((number) => {
      const target = network.flows[number]?.to ?? -1;
      return weight[number] === 0 || (alone.has(target) && !alone.has(node)) ? [] : [target];
    });
    const block = blocks.blockAt.get(node);
    if (block?.fork === node && passes.has(block)) to.push(block.join);
    return to;
  };
  const isEnd = (node: number): boolean => exits(node).length === 0;
  const passed = new Set(unavoidable(network.starts, { exits, isGoal: isEnd }));
  const forks = [...passed].filter((node) => blocks.blockAt.get(node)?.fork === node);
  for (let fork = forks.pop(); fork !== undefined; fork = forks.pop()) {
    for (const region of blocks.blockAt.get(fork)?.branches ?? []) {
      const own = new Set(blocks.members[region]);
      const first = blocks.list[region]?.first ?? -1;
      if (!own.has(first)) continue;
      for (const node of unavoidable([first], { exits, isGoal: (at) => !own.has(at) })) {
        if (!own.has(node) || passed.has(node)) continue;
        passed.add(node);
        if (blocks.blockAt.get(node)?.fork === node) forks.push(node);
      }
    }
  }
  return passed;
}
