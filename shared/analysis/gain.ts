import type { Facts } from './facts';
import type { StructureFacts } from './facts-structure';

const most = new WeakMap<StructureFacts, ReadonlyMap<string, number>>();

/** By how much the branch of each node is longer than the longest other one of its parallel block, minutes: the least of the blocks around it; branches of unknown length hold nothing back. */
function mostGained(structure: StructureFacts): ReadonlyMap<string, number> {
  const known = most.get(structure);
  if (known !== undefined) return known;
  const gains = new Map<string, number>();
  for (const { branches } of structure.blocks) {
    const seen = new Set<string>();
    for (const branch of branches) {
      const nodes = branch.nodes.filter((node) => !seen.has(node));
      for (const node of nodes) seen.add(node);
      if (branch.leadTime === null) continue;
      const others = branches.filter((each) => each !== branch).map(({ leadTime }) => leadTime ?? 0);
      const gain = Math.max(0, branch.leadTime - Math.max(0, ...others));
      for (const node of nodes) gains.set(node, Math.min(gain, gains.get(node) ?? gain));
    }
  }
  most.set(structure, gains);
  return gains;
}

/**
 * What the clock of the customer gains where a step takes so many minutes less: in a parallel block only as much as
 * its branch is longer than the longest other one. Minutes, visits counted in; branches of unknown length hold nothing back.
 */
export function gainOnClock({ structure }: Pick<Facts, 'structure'>, step: string, minutes: number): number {
  return Math.min(minutes, mostGained(structure).get(step) ?? minutes);
}
