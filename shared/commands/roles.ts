import type { Project, Role } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { forgetJudgements } from './analysis';
import { definedFields, type MakingCommand, type PatchOf, patchRecord, withTrimmedName } from './change';
import type { Command, MakeId } from './command';
import { idByName } from './names';
import { orderAtEnd } from './order';
import { forgetInPlan } from './plan-links';

const { label, refused } = en.commands;

/** Changed fields of a role: undefined deletes a field. */
export type RolePatch = PatchOf<Role>;

function refuseName(project: Project, name: string, self?: string): string | null {
  if (name.trim() === '') return refused.noName;
  const taken = idByName(project.roles, name);
  return taken === undefined || taken === self ? null : refused.roleExists(name.trim());
}

/** Adds a role; its name must be new. */
export function addRole(
  { name, fields = {} }: { name: string; fields?: RolePatch },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'role.add',
    label: label.addRole(name),
    made: [id],
    refuse: (project) => refuseName(project, name),
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.roles));
      draft.roles[id] = definedFields({ ...fields, name: name.trim(), order }) as Role;
    },
  };
}

/** Changes a role: its name, how many people, their availability, their rate. */
export function setRole({ id, patch }: { id: string; patch: RolePatch }): Command {
  return {
    name: 'role.set',
    label: label.setRole,
    refuse(project) {
      if (!lookUp(project.roles, id)) return refused.roleGone;
      return patch.name === undefined ? null : refuseName(project, patch.name, id);
    },
    apply(draft) {
      const role = lookUp(draft.roles, id);
      if (role) patchRecord(role, withTrimmedName(patch));
    },
  };
}

/** Deletes a role; steps that had it have none. */
export function deleteRole({ id }: { id: string }): Command {
  return {
    name: 'role.delete',
    label: label.deleteRole,
    refuse: (project) => (lookUp(project.roles, id) ? null : refused.roleGone),
    apply(draft) {
      delete draft.roles[id];
      for (const node of Object.values(draft.nodes)) if (node.role === id) delete node.role;
      const gone = new Set([id]);
      forgetJudgements(draft, gone);
      forgetInPlan(draft, gone);
    },
  };
}
