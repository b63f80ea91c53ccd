import type { System } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { type PatchOf, patchRecord } from './change';
import type { Command } from './command';

const { label, refused } = en.commands;

/** Says who sees a system; undefined takes it back. */
export function setSystem({ id, patch }: { id: string; patch: PatchOf<Pick<System, 'isPrivate'>> }): Command {
  return {
    name: 'system.set',
    label: label.setSystem,
    refuse: (project) => (lookUp(project.systems, id) ? null : refused.systemGone),
    apply(draft) {
      const system = lookUp(draft.systems, id);
      if (system) patchRecord(system, patch);
    },
  };
}
