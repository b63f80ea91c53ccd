import type { NnvaReason, ValueClass } from '../model/value-sets';
import { en } from '../text/en';
import type { Command } from './command';
import { setNode } from './nodes';

/** Gives a step its value class as the room answered; a reason is kept for necessary work only. */
export function classifyStep({
  id,
  value,
  reason,
}: {
  readonly id: string;
  readonly value: ValueClass;
  readonly reason?: NnvaReason | undefined;
}): Command {
  return {
    ...setNode({ ids: [id], patch: { value, nnvaReason: value === 'NNVA' ? reason : undefined } }),
    name: 'node.classify',
    label: en.classify.command,
  };
}
