import { unclassifiedSteps } from '../../shared/analysis/classify';
import { rankNodes } from '../../shared/layout/ranks';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import type { Derived } from '../derive';

/** The steps of the shown map that have no value class yet, in the order of the stream. */
export function stepsToClassify(derived: Derived): readonly WithId<MapNode>[] {
  return unclassifiedSteps(derived.graph, rankNodes(derived.graph).ordered);
}
