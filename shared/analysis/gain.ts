import type { Facts } from './facts';

/**
 * What the clock of the customer gains where a step takes so many minutes less: in a parallel block only as much as
 * its branch is longer than the longest other one. Minutes, visits counted in; branches of unknown length hold nothing back.
 */
export function gainOnClock({ structure }: Pick<Facts, 'structure'>, step: string, minutes: number): number {
  return structure.blocks.reduce((gain, { branches }) => {
    const own = branches.find(({ nodes }) => nodes.includes(step));
    if (!own || own.leadTime === null) return gain;
    const others = branches.filter((branch) => branch !== own).map(({ leadTime }) => leadTime ?? 0);
    return Math.min(gain, Math.max(0, own.leadTime - Math.max(0, ...others)));
  }, minutes);
}
