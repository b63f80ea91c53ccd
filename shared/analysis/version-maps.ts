import { sameValue } from '../commands/change';
import type { Project } from '../model/project';
import { listOf, lookUp, mapsOf } from '../model/queries';

/** A map that two states of a project have, with its names. */
export interface MapOfBoth {
  readonly id: string;
  /** Its name in the later state; with the stream where there are several. */
  readonly name: string;
  /** True where its steps, its flows or its own fields differ. */
  readonly isChanged: boolean;
}

/** The maps of two states of a project: those of both, and the names of those that only one has. */
export interface MapsOfBoth {
  readonly shared: readonly MapOfBoth[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** The two maps to look at first; null where one state has no map at all. */
  readonly first: { readonly before: string; readonly after: string } | null;
}

/** The maps of a project in the order of its streams. */
function mapIds(project: Project): string[] {
  const ofStreams = listOf(project.streams).flatMap(({ id }) => mapsOf(project, id).map((map) => map.id));
  const known = new Set(ofStreams);
  return [...ofStreams, ...Object.keys(project.maps).filter((id) => !known.has(id))];
}

/** Rows of a map as one value: equal where nothing on it differs. */
function contentOf(project: Project, map: string): unknown {
  const on = <T extends { readonly map: string }>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([, row]) => row.map === map));
  return [lookUp(project.maps, map), on(project.nodes), on(project.flows), on(project.groups)];
}

/** Finds the maps that two states of a project can be compared by; `shown` is looked at first where both have it and it differs, else the first that differs. */
export function mapsOfBoth(before: Project, after: Project, shown: string | null = null): MapsOfBoth {
  const [then, now] = [mapIds(before), mapIds(after)];
  const hasStreams = new Set(Object.values(after.maps).map(({ stream }) => stream)).size > 1;
  const nameOf = (project: Project, id: string): string => {
    const map = lookUp(project.maps, id);
    const stream = hasStreams ? lookUp(project.streams, map?.stream)?.name : undefined;
    return stream === undefined ? (map?.name ?? '') : `${stream}: ${map?.name ?? ''}`;
  };
  const shared = now
    .filter((id) => lookUp(before.maps, id) !== undefined)
    .map((id) => ({
      id,
      name: nameOf(after, id),
      isChanged: !sameValue(contentOf(before, id), contentOf(after, id)),
    }));
  const best =
    shared.find(({ id, isChanged }) => id === shown && isChanged) ??
    shared.find(({ isChanged }) => isChanged) ??
    shared.find(({ id }) => id === shown) ??
    shared[0];
  const [oldest, newest] = [then[0], now[0]];
  const strangers = oldest === undefined || newest === undefined ? null : { before: oldest, after: newest };
  return {
    shared,
    onlyBefore: then.filter((id) => !lookUp(after.maps, id)).map((id) => nameOf(before, id)),
    onlyAfter: now.filter((id) => !lookUp(before.maps, id)).map((id) => nameOf(after, id)),
    first: best ? { before: best.id, after: best.id } : strangers,
  };
}
