import type { Project } from '../model/project';
import { membersOf } from '../model/queries';

function kept<T>(
  table: Readonly<Record<string, T>>,
  isKept: (row: T, id: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([id, row]) => isKept(row, id)));
}

/** A project with only some of its maps, and what those need. */
export function chooseMaps(project: Project, chosen: ReadonlySet<string>): Project {
  const maps = kept(project.maps, (_, id) => chosen.has(id));
  const nodes = kept(project.nodes, ({ map }) => chosen.has(map));
  const list = Object.values(nodes);
  const used = new Set(
    list.flatMap(({ role, partner, group, systems, inputs, outputs }) => [
      role,
      partner,
      group,
      ...[systems, inputs, outputs].flatMap((members) => membersOf(members)),
    ]),
  );
  const streams = new Set(Object.values(maps).map(({ stream }) => stream));
  const usedOf = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    kept(table, (_, id) => used.has(id));
  return {
    ...project,
    maps,
    nodes,
    flows: kept(project.flows, ({ map }) => chosen.has(map)),
    streams: kept(project.streams, (_, id) => streams.has(id)),
    roles: usedOf(project.roles),
    systems: usedOf(project.systems),
    artefacts: usedOf(project.artefacts),
    partners: usedOf(project.partners),
    groups: usedOf(project.groups),
  };
}
