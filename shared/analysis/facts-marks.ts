import type { DimensionId } from '../catalogue/itil4/dimensions';
import type { FlowBarrier } from '../model/value-sets';
import type { Facts } from './facts';

/** The dimension in which the cause of a barrier usually lies. */
const dimensionOf = {
  'shared-people': 'organizations-people',
  interruptions: 'organizations-people',
  knowledge: 'organizations-people',
  approvals: 'organizations-people',
  batching: 'value-streams-processes',
  priorities: 'value-streams-processes',
  'missing-input': 'information-technology',
  'system-downtime': 'information-technology',
} as const satisfies Record<FlowBarrier, DimensionId>;

/** Ideas that were not dropped and barriers marked on steps, by dimension. */
export interface Marks {
  readonly total: number;
  /** Ideas of which nobody said the dimension. */
  readonly unsaid: number;
  /** Marks per dimension of the framework, most first; those without any at the end. */
  readonly perDimension: readonly { readonly name: string; readonly marks: number }[];
}

/** Counts the ideas and barriers of a stream by dimension. */
export function marksOf({ improvements, steps, pack }: Facts): Marks {
  const ideas = improvements.filter(({ status }) => status !== 'dropped').map(({ dimension }) => dimension);
  const barriers = steps.flatMap((step) => step.barriers ?? []).map((barrier) => dimensionOf[barrier]);
  const counts = new Map(pack.dimensions.map(({ id }) => [id, 0]));
  let unsaid = 0;
  for (const id of [...ideas, ...barriers]) {
    const before = id === null ? undefined : counts.get(id);
    if (id === null || before === undefined) unsaid += 1;
    else counts.set(id, before + 1);
  }
  const perDimension = pack.dimensions.map(({ id, name }) => ({ name, marks: counts.get(id) ?? 0 }));
  return {
    total: ideas.length + barriers.length,
    unsaid,
    perDimension: perDimension.sort((a, b) => b.marks - a.marks),
  };
}
