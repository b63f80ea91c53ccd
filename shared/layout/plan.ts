import type { MapGraph } from '../model/queries';
import { branchRows } from './branch-rows';
import { type LabelSize, usualLabelSize } from './labels';
import { type LaneNames, type LanePlan, planLanes } from './lanes';
import { type Ranks, rankNodes } from './ranks';
import type { LaneBy } from './types';

/** Everything that is decided before there are coordinates. */
export interface Plan {
  readonly graph: MapGraph;
  readonly laneBy: LaneBy;
  readonly ranks: Ranks;
  readonly lanes: readonly LanePlan[];
  readonly labelSize: LabelSize;
  /** Rows of a map without lanes. */
  readonly branches: ReadonlyMap<string, number>;
}

/** Decides on columns, lanes and branches. */
export function planMap(
  graph: MapGraph,
  laneBy: LaneBy,
  names: LaneNames,
  labelSize: LabelSize = usualLabelSize,
): Plan {
  const ranks = rankNodes(graph);
  return {
    graph,
    laneBy,
    labelSize,
    ranks,
    lanes: planLanes(graph, ranks, laneBy, names),
    branches: laneBy === 'none' ? branchRows(graph, ranks) : new Map(),
  };
}
