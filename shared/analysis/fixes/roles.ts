import type { Command } from '../../commands/command';
import { addRole, type RolePatch } from '../../commands/roles';
import { setNode } from '../../commands/nodes';
import { together } from '../../commands/together';
import { sameName } from '../../commands/change';
import { lookUp } from '../../model/queries';
import { fixesText } from '../../text/fixes';
import type { FixContext } from '../rule';
import { graphFor } from './fix';

/**
 * A role of a future state that other maps use as well gets a twin with the change, for the steps of this map alone:
 * otherwise a wish would change the figures of the current state. Null where the role may be changed itself.
 */
export function setRoleHere(context: FixContext, id: string, patch: RolePatch): Command | null {
  const { project, map, makeId } = context;
  const graph = graphFor(context);
  const role = lookUp(project.roles, id);
  if (graph?.map.state !== 'future' || !role) return null;
  const isShared = Object.values(project.nodes).some((node) => node.role === id && node.map !== map);
  if (!isShared) return null;
  const taken = Object.values(project.roles).map((each) => each.name);
  let name = fixesText.roleIn(role.name, graph.map.name);
  for (let count = 2; taken.some((each) => sameName(each, name)); count += 1)
    name = fixesText.roleIn(role.name, `${graph.map.name} ${String(count)}`);
  const { name: _name, order: _order, ...fields } = role;
  const twin = addRole({ name, fields: { ...fields, ...patch, name } }, makeId);
  const steps = graph.nodes.filter((node) => node.role === id).map((node) => node.id);
  return together(twin, setNode({ ids: steps, patch: { role: twin.made[0] } }));
}
