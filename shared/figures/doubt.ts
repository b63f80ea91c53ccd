import type { Following } from './block-pass';
import type { MissingInput } from './types';

/** Nodes that items may come to from some nodes. A join whose block loses nothing is passed with its fork, whatever the shares inside. */
function behind({ network, blocks, weight, passes }: Following, sources: readonly number[]): Set<number> {
  const found = new Set<number>();
  const stack = [...sources];
  const reach = (node: number): void => {
    if (found.has(node)) return;
    found.add(node);
    stack.push(node);
  };
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const number of network.out[at] ?? []) {
      const to = network.flows[number]?.to;
      if (to === undefined || weight[number] === 0) continue;
      const block = blocks.blockAt.get(to);
      const isOwnJoin = block?.join === to && block.fork !== at;
      if (!isOwnJoin || passes.get(block)?.isLookedInto !== false) reach(to);
    }
    const block = blocks.blockAt.get(at);
    if (block?.fork === at) reach(block.join);
  }
  return found;
}

/** Nodes whose visits depend on a share that is unknown, and the shares that lack where items come. */
export function doubtful(
  following: Following,
  unknown: ReadonlyMap<number, readonly MissingInput[]>,
): { readonly nodes: ReadonlySet<number>; readonly unknownShares: readonly MissingInput[] } {
  if (unknown.size === 0) return { nodes: new Set(), unknownShares: [] };
  const { starts } = following.network;
  const reached = behind(following, starts);
  for (const start of starts) reached.add(start);
  const sources = [...unknown].filter(([node]) => reached.has(node));
  return {
    nodes: behind(
      following,
      sources.map(([node]) => node),
    ),
    unknownShares: sources.flatMap(([, missing]) => missing),
  };
}
