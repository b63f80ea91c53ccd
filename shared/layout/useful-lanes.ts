import type { MapGraph } from '../model/queries';
import { laneValue } from './lanes';
import type { LaneBy } from './types';

/** The lanes that make sense: none while no step of the map has what they show. */
export function usefulLanes(graph: MapGraph, wanted: LaneBy): LaneBy {
  return graph.nodes.some((node) => node.type === 'step' && laneValue(node, wanted) !== '') ? wanted : 'none';
}
