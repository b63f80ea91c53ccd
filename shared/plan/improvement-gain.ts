import { type Effect, effectOf } from '../analysis/change-effect';
import {
  type Between,
  betweenMaps,
  type ChangeGroup,
  changeGroups,
  graphWith,
} from '../analysis/change-groups';
import { keep } from '../model/keep';
import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { Improvement } from '../model/workshop';

/** Why the gain of an improvement is unknown: no change of a future state is linked; the future state or the map that it came from is gone; what was changed there is as before again; a figure lacks its inputs. */
export type NoGain = 'noChange' | 'futureGone' | 'changeGone' | 'figures';

/** What an improvement brings, computed from the change that shows it. */
export type ImprovementGain =
  | { readonly kind: 'known'; readonly effect: Effect; readonly source: string; readonly future: string }
  | { readonly kind: 'unknown'; readonly reason: NoGain };

/** The two maps between which the change of an improvement lies; null where one is gone. */
export function sourceOf(project: Project, future: string | undefined): string | null {
  const source = lookUp(project.maps, future)?.copiedFrom;
  return source !== undefined && lookUp(project.maps, source) ? source : null;
}

interface Found {
  readonly between: Between;
  readonly groups: readonly ChangeGroup[];
}

const comparisons = keep<Project, Found | null>();

/** The changes that make a future state, in groups that can be made alone; computed once for each state of the document. */
function changesOf(project: Project, source: string, future: string): Found | null {
  return comparisons.once(project, `${source} ${future}`, () => {
    const between = betweenMaps(project, source, future);
    return between && { between, groups: changeGroups(between.matched) };
  });
}

/**
 * What an improvement brings: the map that its future state was copied from, with only the linked change made, against
 * the map as it is. Each change is counted alone, so that the gains of several need not add up to that of all.
 */
export function gainOf(
  project: Project,
  { future, changes }: Pick<Improvement, 'future' | 'changes'>,
): ImprovementGain {
  const linked = Object.keys(changes ?? {});
  if (future === undefined || linked.length === 0) return { kind: 'unknown', reason: 'noChange' };
  const source = sourceOf(project, future);
  const found = source === null ? null : changesOf(project, source, future);
  if (source === null || !found) return { kind: 'unknown', reason: 'futureGone' };
  const own = found.groups.filter(({ about }) => about.some((id) => linked.includes(id)));
  if (own.length === 0) return { kind: 'unknown', reason: 'changeGone' };
  const { between } = found;
  const rows = own.reduce((made, group) => group.apply(made), between.matched.old);
  const [before, after] = [graphWith(between, between.matched.old), graphWith(between, rows)];
  if (!before || !after) return { kind: 'unknown', reason: 'futureGone' };
  const effect = effectOf(before, after);
  if (effect.leadTimeSaved === null && effect.effortSaved === null)
    return { kind: 'unknown', reason: 'figures' };
  return { kind: 'known', effect, source, future };
}
