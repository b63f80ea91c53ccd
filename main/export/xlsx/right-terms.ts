import type { Block } from '../../../shared/figures/parallel-blocks';
import { known, product, sum, type Term, whereSome } from './terms';
import { type Edge, inOrder } from './visit-terms';
import { put, type Working } from './working';

interface Right {
  readonly working: Working;
  readonly edges: readonly Edge[];
  readonly good: readonly Term[];
  /** Items that are right when they come to a node. */
  readonly coming: Map<number, Term>;
}

/** What is right when it leaves a node. */
function leaving({ good, coming }: Right, node: number): Term {
  const own = coming.get(node) ?? known(0);
  const share = good[node] ?? known(1);
  return share.code === '1' ? own : whereSome(own, product(own, share));
}

const along = (right: Right, edges: readonly Edge[]): Term =>
  sum(...edges.map(({ from, weight }) => product(leaving(right, from), weight)));

/** At a join all branches must be right: the product of what each lets go on. */
function joined(right: Right, block: Block, edges: readonly Edge[]): Term {
  const { blocks } = right.working.input.figures.structure;
  const fork = right.coming.get(block.fork) ?? known(0);
  const parts = block.branches.flatMap((region) => {
    const { first, isDetached } = blocks.list[region] ?? {};
    if (isDetached === true || first === block.join) return [];
    const members = new Set(blocks.members[region]);
    const arriving = along(
      right,
      edges.filter(({ from }) => members.has(from)),
    );
    return [arriving];
  });
  const value = parts.reduce<number | null>(
    (all, part) =>
      all === null || part.value === null || !fork.value ? null : (all * part.value) / fork.value,
    fork.value,
  );
  const codes = parts.map(({ code }) => `*(${code})/${fork.code}`).join('');
  return whereSome(fork, { code: `${fork.code}${codes}`, value: fork.value === 0 ? 0 : value });
}

/** The ways of a single pass, those into joins with them; null where it goes round. */
function waysOf({ input }: Working): readonly Edge[] | null {
  const { singlePass, structure } = input.figures;
  const followed = singlePass.following?.weight;
  if (singlePass.problems.length > 0 || followed === undefined) return null;
  return structure.network.flows.flatMap(({ from, to }, number): Edge[] => {
    const weight = input.singleWeight[number] ?? null;
    const isCutOff = followed[number] === 0 && singlePass.weight[number] !== 0;
    return weight === null || isCutOff ? [] : [{ from, to, weight }];
  });
}

/** The part of the items that is right after every step of a single pass, as a column of formulas; null where a single pass goes round. */
export function rightTerms(working: Working, good: readonly Term[], column: number): Term | null {
  const { network, blocks } = working.input.figures.structure;
  const edges = waysOf(working);
  if (edges === null) return null;
  const size = network.nodes.length;
  const source = [...Array(size).keys()].map((at) =>
    network.starts.includes(at) ? 1 / network.starts.length : 0,
  );
  const order = inOrder(size, edges, source);
  const place = new Map(order.map((node, at) => [node, at]));
  if (edges.some(({ from, to }) => (place.get(from) ?? 0) >= (place.get(to) ?? 0))) return null;
  const right: Right = { working, edges, good, coming: new Map() };
  for (const node of order) {
    const into = edges.filter(({ to }) => to === node);
    const block = blocks.blockAt.get(node);
    const term =
      block?.join === node ? joined(right, block, into) : sum(known(source[node] ?? 0), along(right, into));
    right.coming.set(node, put(working, column, working.rowOf(node), term, 'percent'));
  }
  const ends = [...Array(size).keys()].filter((node) => {
    const region = blocks.list[blocks.regionOf[node] ?? 0];
    return (network.out[node]?.length ?? 0) === 0 && !(region?.isDetached === true && region.join === null);
  });
  return sum(...ends.map((node) => leaving(right, node)));
}
