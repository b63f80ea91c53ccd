import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { betweenMaps, graphWith } from './change-groups';

/** Two maps as one: everything on the second map, and what of the first one is gone, with the ids of `matchMaps`. `earlier` is the state of the project that the first map is taken from. Null where a map is gone. */
export function overlayMap(
  project: Project,
  before: string,
  after: string,
  earlier: Project = project,
): MapGraph | null {
  const between = betweenMaps(project, before, after, earlier);
  if (!between) return null;
  const { old, now } = between.matched;
  const all = <T>(own: ReadonlyMap<string, T>, gone: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...gone, ...own]);
  return graphWith(between, { nodes: all(now.nodes, old.nodes), flows: all(now.flows, old.flows) }, true);
}
