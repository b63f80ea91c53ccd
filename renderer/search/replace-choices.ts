import type { ReplaceKind } from '../../shared/commands/replace';
import { packOf } from '../../shared/catalogue/packs';
import type { Project } from '../../shared/model/project';
import { listOf } from '../../shared/model/queries';

interface Known {
  readonly id: string;
  readonly name: string;
}

/** What a kind of thing goes by in the project: roles, teams, systems of the document, practices of the framework. */
export function knownNames(project: Project, kind: ReplaceKind): readonly Known[] {
  if (kind === 'role') return listOf(project.roles);
  if (kind === 'system') return listOf(project.systems);
  if (kind === 'practice') return packOf(project.pack).practices;
  if (kind === 'words') return [];
  const teams = Object.values(project.nodes).flatMap(({ team }) => team ?? []);
  return [...new Set(teams)].sort().map((name) => ({ id: name, name }));
}

/** What of it is used on a map, and so can be replaced. */
export function choicesOf(project: Project, kind: ReplaceKind): readonly { value: string; name: string }[] {
  const nodes = Object.values(project.nodes);
  const isUsed = (id: string): boolean =>
    nodes.some((node) => {
      if (kind === 'role') return node.role === id;
      if (kind === 'system') return Object.hasOwn(node.systems ?? {}, id);
      return kind !== 'practice' || Object.hasOwn(node.practices ?? {}, id);
    });
  return knownNames(project, kind)
    .filter(({ id }) => isUsed(id))
    .map(({ id, name }) => ({ value: id, name }));
}
