import { quickContext } from '../capture/quick-context';
import { packOf } from '../catalogue/packs';
import { keep } from '../model/keep';
import type { Project } from '../model/project';
import { graphOf } from '../model/queries';
import type { GridContext } from './cell-text';
import { nextContext } from './next-text';

const known = keep<Project, GridContext | null>();

function build(project: Project, mapId: string): GridContext | null {
  const graph = graphOf(project, mapId);
  const quick = quickContext(project, mapId, null);
  if (!graph || !quick) return null;
  return { ...nextContext(graph, quick), project, pack: packOf(project.pack) };
}

/** What the cells of a map are read and written against, computed once per project; null where there is no such map. */
export function gridContext(project: Project, mapId: string): GridContext | null {
  return known.once(project, mapId, () => build(project, mapId));
}
