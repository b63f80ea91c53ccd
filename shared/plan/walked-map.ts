import type { Project } from '../model/project';
import { lookUp, type MapGraph } from '../model/queries';
import { planBase } from './threads';

/**
 * The map that readings of a walk belong to: the shown one, or the one that a future state was made from, whatever lies
 * between. Null where a stream has future states alone: nothing was seen of these.
 */
export function walkedMap(project: Project, shown: Pick<MapGraph, 'id' | 'map'>): string | null {
  const seen = new Set<string>();
  let at: Pick<MapGraph, 'id' | 'map'> | null = shown;
  while (at && !seen.has(at.id)) {
    if (at.map.state !== 'future') return at.id;
    seen.add(at.id);
    const source: string = at.map.copiedFrom ?? '';
    const map = lookUp(project.maps, source);
    at = map ? { id: source, map } : null;
  }
  const base = planBase(project, shown.map.stream);
  return base !== null && lookUp(project.maps, base)?.state !== 'future' ? base : null;
}
