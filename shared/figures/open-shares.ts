import { knownMean } from '../model/quantity';
import type { NetworkFlow } from './network';
import type { Structure } from './solution';
import type { Span } from './step-times';
import type { MissingInput } from './types';

/** More ends than this are not tried. */
const mostEnds = 8;

/** The exits of each node of which several are blank, all blank ones of a node together; null where shares are wrong and not only blank. */
function blankExits(
  { network }: Structure,
  unknownShares: readonly MissingInput[],
): readonly (readonly NetworkFlow[])[] | null {
  const flows = new Map(network.flows.map((flow) => [flow.id, flow]));
  const byNode = new Map<number, NetworkFlow[]>();
  for (const { about } of unknownShares) {
    const flow = flows.get(about);
    if (!flow) return null;
    byNode.set(flow.from, [...(byNode.get(flow.from) ?? []), flow]);
  }
  return [...byNode.values()];
}

/** The map with everything that is left at a node going to one of its blank exits. */
function withRestOn(structure: Structure, blank: readonly NetworkFlow[], chosen: NetworkFlow): Structure {
  const { network } = structure;
  const exits = (network.out[chosen.from] ?? []).flatMap((number) => network.flows[number] ?? []);
  const stated = exits.reduce((sum, { flow }) => sum + (knownMean(flow.share) ?? 0), 0);
  const flows = network.flows.map((each) => {
    if (!blank.some(({ id }) => id === each.id)) return each;
    const share = { likely: each.id === chosen.id ? Math.max(0, 1 - stated) : 0 };
    return { ...each, flow: { ...each.flow, share } };
  });
  return { ...structure, network: { ...network, flows } };
}

/**
 * Between which amounts something lies that depends on shares that nobody stated: a chance goes one
 * way as items move from one blank exit to another, so its ends are where all that is left takes one
 * of them. Null where shares are wrong rather than blank, where there are too many ends, and where
 * one of them has no answer.
 */
export function overOpenShares(
  structure: Structure,
  unknownShares: readonly MissingInput[],
  amountOf: (structure: Structure) => Span | null,
): Span | null {
  const choices = blankExits(structure, unknownShares);
  if (!choices || choices.reduce((ends, blank) => ends * blank.length, 1) > mostEnds) return null;
  let ends = [structure];
  for (const blank of choices)
    ends = ends.flatMap((end) => blank.map((chosen) => withRestOn(end, blank, chosen)));
  let all: Span | null = null;
  for (const end of ends) {
    const amount = amountOf(end);
    if (amount === null) return null;
    all = all ? { low: Math.min(all.low, amount.low), high: Math.max(all.high, amount.high) } : amount;
  }
  return all;
}
