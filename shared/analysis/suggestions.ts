import type { Command } from '../commands/command';
import { setShares } from '../commands/flows';
import { setNode } from '../commands/nodes';
import { carriedFrom, scaled } from '../commands/shares';
import { meanOf } from '../model/quantity';
import type { FixContext } from './rule';

/** Scales the stated shares out of a node so that they add up to 100 %; null where none is above zero. */
export function scaleShares({ project, about }: FixContext): Command | null {
  const stated = carriedFrom(project, about[0] ?? '').flatMap(({ id, flow }) =>
    flow.share === undefined ? [] : [{ id, share: flow.share }],
  );
  const sum = stated.reduce((total, { share }) => total + meanOf(share), 0);
  if (sum <= 0) return null;
  return setShares({
    shares: Object.fromEntries(stated.map(({ id, share }) => [id, scaled(share, 1 / sum)])),
  });
}

/** Classes steps as non-value-adding, without a reason. */
export function classAsWaste({ about }: FixContext): Command {
  return setNode({ ids: about, patch: { value: 'NVA', nnvaReason: undefined } });
}
