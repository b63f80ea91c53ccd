import type { Project } from '../model/project';
import { lookUp, type MapGraph } from '../model/queries';
import { laneValue } from './lanes';
import type { LaneBy } from './types';

/** The lanes that a map was given, else those that are usual where it is shown. */
export function chosenLanes(project: Project, map: string, usual: LaneBy): LaneBy {
  return lookUp(project.maps, map)?.lanes ?? usual;
}

/** The lanes that make sense: none while no step of the map has what they show. */
export function usefulLanes(graph: MapGraph, wanted: LaneBy): LaneBy {
  return graph.nodes.some((node) => node.type === 'step' && laneValue(node, wanted) !== '') ? wanted : 'none';
}
