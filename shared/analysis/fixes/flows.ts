import { deleteFlows, setShares } from '../../commands/flows';
import { carriedFrom, type FlowAt, scaled } from '../../commands/shares';
import { meanOf, type Quantity } from '../../model/quantity';
import { lookUp } from '../../model/queries';
import type { FixContext } from '../rule';
import { guessed } from './amounts';
import { type Choose, type Fix, flowsMeant, nodesMeant } from './fix';
import { entrancesOf, exitsOf, isForward, isReturn } from './rewire';

const sumOf = (flows: readonly FlowAt[]): number =>
  flows.reduce((sum, { flow }) => sum + (flow.share ? meanOf(flow.share) : 0), 0);

/** Exits of the first node that a finding points at. */
function exitsMeant(context: FixContext): FlowAt[] {
  const [node] = nodesMeant(context);
  return node === undefined ? [] : carriedFrom(context.project, node);
}

/** Scales the stated shares out of a node so that they add up to 100 %; null where none is above zero, and where a blank exit takes what is left. */
export function scaleShares(): Fix {
  return (context) => {
    const exits = exitsMeant(context);
    const stated = exits.filter(({ flow }) => flow.share !== undefined);
    const sum = sumOf(stated);
    if (!(sum > 0) || (stated.length < exits.length && sum <= 1)) return null;
    return setShares({
      shares: Object.fromEntries(
        stated.map(({ id, flow }) => [id, flow.share && scaled(flow.share, 1 / sum)]),
      ),
    });
  };
}

/** Gives the blank exits out of a node equal parts of what the others leave, as guesses; null where fewer than two are blank or nothing is left. */
export function shareEqually(): Fix {
  return (context) => {
    const exits = exitsMeant(context);
    const blank = exits.filter(({ flow }) => flow.share === undefined);
    const left = 1 - sumOf(exits);
    if (blank.length < 2 || !(left > 0)) return null;
    const share: Quantity = { likely: left / blank.length, source: 'guess' };
    return setShares({ shares: Object.fromEntries(blank.map(({ id }) => [id, share])) });
  };
}

/** The exit that items take by default: the largest that leads on, else the largest. */
function defaultExit(flows: readonly FlowAt[]): FlowAt | undefined {
  const onward = flows.filter(({ flow }) => flow.kind === 'normal');
  const size = ({ flow }: FlowAt): number => (flow.share ? meanOf(flow.share) : 0);
  return [...(onward.length > 0 ? onward : flows)].sort(
    (a, b) => size(b) - size(a) || a.flow.order - b.flow.order,
  )[0];
}

/** Gives what is missing to 100 % (or is too much) to the exit that items take by default; null where that exit cannot take it. */
export function fillRemainder(): Fix {
  return (context) => {
    const exits = exitsMeant(context);
    const blank = exits.filter(({ flow }) => flow.share === undefined);
    const taker = blank.length === 0 ? defaultExit(exits) : undefined;
    if (!taker) return null;
    const share = 1 - sumOf(exits.filter((each) => each !== taker));
    if (!(share > 0 && share <= 1)) return null;
    return setShares({ shares: { [taker.id]: { likely: share } } });
  };
}

/** New shares of the exits of a node after one of them takes `share`: the others keep their proportions. */
function sharesWith(exits: readonly FlowAt[], id: string, share: number): Record<string, Quantity> | null {
  const others = exits.filter((each) => each.id !== id);
  const stated = others.filter(({ flow }) => flow.share !== undefined);
  const shares: Record<string, Quantity> = { [id]: { likely: share, source: 'guess' } };
  if (stated.length < others.length) {
    const isPossible = others.length - stated.length === 1 && sumOf(stated) + share <= 1;
    return isPossible ? shares : null;
  }
  const sum = sumOf(stated);
  if (stated.length > 0 && sum <= 0) return null;
  for (const each of stated)
    if (each.flow.share) shares[each.id] = guessed(scaled(each.flow.share, (1 - share) / sum));
  return shares;
}

/**
 * Changes the share of a flow and scales the other exits of its node, so that they still add up to 100 %.
 * `share` is 0..1, or made from the share that it has (null where that is blank). Null where that is not possible.
 */
export function setShareOf(
  share: number | ((before: number | null, context: FixContext) => number | null),
  which: Choose = flowsMeant,
): Fix {
  return (context) => {
    const id = which(context)[0] ?? '';
    const flow = lookUp(context.project.flows, id);
    if (!flow) return null;
    const before = flow.share === undefined ? null : meanOf(flow.share);
    const after = typeof share === 'number' ? share : share(before, context);
    if (after === null || !(after >= 0 && after <= 1) || after === before) return null;
    const exits = carriedFrom(context.project, flow.from);
    if (exits.length < 2 && after < 1) return null;
    const shares = sharesWith(exits, id, after);
    return shares && setShares({ shares });
  };
}

/** True where a flow leads back, or where its ends are joined to others as well: without it nobody gets stuck or lost. */
function isSpare({ project }: FixContext, id: string): boolean {
  const flow = lookUp(project.flows, id);
  if (!flow) return false;
  const others = (flows: readonly FlowAt[]): boolean =>
    flows.some((each) => each.id !== id && isForward(each));
  return isReturn(flow) || (others(exitsOf(project, flow.from)) && others(entrancesOf(project, flow.to)));
}

/** Takes the flows away that a finding is about; the other exits keep adding up to 100 %. Null where one is the only way on or in. */
export function removeFlow(which: Choose = flowsMeant): Fix {
  return (context) => {
    const ids = which(context);
    return ids.length === 0 || !ids.every((id) => isSpare(context, id)) ? null : deleteFlows({ ids });
  };
}
