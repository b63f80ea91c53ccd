import { structureOf } from '../figures/compute-figures';
import { reachableFrom } from '../figures/network';
import type { Blocks } from '../figures/parallel-blocks';
import type { Figures } from '../figures/types';
import type { MapGraph } from '../model/queries';

/** A branch of a parallel block. */
export interface BranchFacts {
  /** Ids of its nodes, inner blocks included. */
  readonly nodes: readonly string[];
  /** Sum of visits x (wait + process time) of its steps before the value point, minutes; inner blocks count each step. Null where a part is unknown. */
  readonly leadTime: number | null;
}

/** A parallel block: a fork, the join that waits for its branches, and the branches. */
export interface BlockFacts {
  readonly fork: string;
  readonly join: string;
  readonly branches: readonly BranchFacts[];
}

/** A branch that nothing waits for. */
export interface AsideBranch {
  readonly fork: string;
  /** Ids of its nodes, the first one first, inner blocks included. */
  readonly nodes: readonly string[];
  /** As for a branch of a block. */
  readonly leadTime: number | null;
  /** True where a step of it is marked as not holding up the item. */
  readonly isMarked: boolean;
}

/** How the nodes of a map hang together. */
export interface StructureFacts {
  readonly blocks: readonly BlockFacts[];
  /** Forks whose branches never meet at one join. */
  readonly openForks: readonly string[];
  /** Joins that several flows lead to although no fork belongs to them. */
  readonly loneJoins: readonly string[];
  /** Nodes from which a flow jumps between branches of a fork, or out of one that is never joined. */
  readonly crossed: readonly string[];
  /** Nodes of branches that nothing waits for. */
  readonly aside: readonly string[];
  /** These branches, without those inside another one. */
  readonly asideBranches: readonly AsideBranch[];
  /** Steps (and choices) that no item comes to from a start. */
  readonly unreached: readonly string[];
  /** Nodes that items come to and that lead to no end; empty where there is no end yet. */
  readonly deadEnds: readonly string[];
  /** Nodes of loops that nothing leaves. */
  readonly endless: readonly string[];
}

const isPassed = (type: string): boolean => type !== 'control' && type !== 'start' && type !== 'end';

/** The structure of a map, from the same network that its figures are computed on. */
export function structureFacts(graph: MapGraph, figures: Figures): StructureFacts {
  const { network, blocks, problems } = structureOf(graph);
  const idOf = (at: number): string => network.nodes[at]?.id ?? '';
  const contributions = new Map(figures.contributions.map((each) => [each.node, each]));
  const leadTimeOf = (at: number): number | null => {
    const node = network.nodes[at];
    if (node?.type !== 'step' || node.afterValue === true || node.detached === true) return 0;
    const { visits, wait, processTime } = contributions.get(node.id) ?? {};
    if (visits === 0) return 0;
    if (visits == null || wait == null || processTime == null) return null;
    return visits * (wait + processTime);
  };
  const problemIds = new Set(problems.map((problem) => problem.about));
  const reached = reachableFrom(network, network.starts, () => true);
  const ends = network.nodes.flatMap((node, at) => (node.type === 'end' ? [at] : []));
  const canEnd = new Set(ends);
  for (const at of canEnd)
    for (const flow of network.in[at] ?? []) {
      const from = network.flows[flow]?.from;
      if (from !== undefined) canEnd.add(from);
    }
  const numbers = network.nodes.map((_, at) => at);
  const sumOf = (members: readonly number[]): number | null =>
    members.reduce<number | null>((sum, at) => {
      const own = leadTimeOf(at);
      return sum === null || own === null ? null : sum + own;
    }, 0);
  const problemsOf = (isMeant: (type: string, at: number) => boolean): string[] =>
    numbers.filter((at) => problemIds.has(idOf(at)) && isMeant(network.nodes[at]?.type ?? '', at)).map(idOf);
  return {
    blocks: blocks.blocks.map(({ fork, join, branches }) => ({
      fork: idOf(fork),
      join: idOf(join),
      branches: branches.map((region) => {
        const members = blocks.members[region] ?? [];
        return { nodes: members.map(idOf), leadTime: sumOf(members) };
      }),
    })),
    openForks: problemsOf((type) => type === 'fork'),
    loneJoins: problemsOf((type) => type === 'join'),
    crossed: problemsOf((type, at) => type !== 'fork' && type !== 'join' && reached.has(at)),
    aside: asideRegions(blocks).flatMap(({ members }) => members.map(idOf)),
    asideBranches: asideBranches(blocks).map(({ fork, members }) => ({
      fork: idOf(fork),
      nodes: members.map(idOf),
      leadTime: sumOf(members),
      isMarked: members.some((at) => network.nodes[at]?.detached === true),
    })),
    unreached: numbers.filter((at) => !reached.has(at) && isPassed(network.nodes[at]?.type ?? '')).map(idOf),
    deadEnds:
      ends.length === 0
        ? []
        : numbers
            .filter((at) => reached.has(at) && !canEnd.has(at) && isPassed(network.nodes[at]?.type ?? ''))
            .map(idOf),
    endless: endlessOf(figures, graph, problemIds),
  };
}

interface AsideRegion {
  readonly fork: number;
  /** Its nodes, the first one first. */
  readonly members: readonly number[];
}

function asideRegions(blocks: Blocks): AsideRegion[] {
  return blocks.list.flatMap(({ fork, join, first }, number) => {
    const members = blocks.members[number] ?? [];
    if (fork === null || join !== null) return [];
    return [{ fork, members: [...members].sort((a, b) => Number(b === first) - Number(a === first)) }];
  });
}

function asideBranches(blocks: Blocks): AsideRegion[] {
  const all = asideRegions(blocks);
  return all.filter(({ fork }) => !all.some(({ members }) => members.includes(fork)));
}

/** Nodes that keep the flow equations from having an answer, forks without a join aside. */
function endlessOf(figures: Figures, graph: MapGraph, structural: ReadonlySet<string>): string[] {
  const about = figures.figure.leadTimeExpected.missing.filter(({ field }) => field === 'path');
  return about.flatMap(({ about: id }) => (graph.node.has(id) && !structural.has(id) ? [id] : []));
}
