import type { Draft } from 'immer';
import type { MapNode } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import type { ProjectDraft } from './change';
import type { Command, MakeId } from './command';
import { ensureNamed, idByName } from './names';

const { label, refused } = en.commands;

type SetField = 'practices' | 'systems' | 'inputs' | 'outputs';

function addMember(node: Draft<MapNode>, field: SetField, member: string): void {
  const members = node[field] ?? {};
  if (Object.hasOwn(members, member)) return;
  node[field] = { ...members, [member]: Math.max(0, ...Object.values(members)) + 1 };
}

function removeMember(node: Draft<MapNode>, field: SetField, member: string): void {
  const members = node[field];
  if (!members || !Object.hasOwn(members, member)) return;
  const { [member]: _removed, ...left } = members;
  if (Object.keys(left).length === 0) delete node[field];
  else node[field] = left;
}

function onNodes(
  ids: readonly string[],
  change: (node: Draft<MapNode>) => void,
): Pick<Command, 'refuse' | 'apply'> {
  return {
    refuse: (project) => (ids.some((id) => lookUp(project.nodes, id)) ? null : refused.nodeGone),
    apply(draft) {
      for (const id of ids) {
        const node = lookUp(draft.nodes, id);
        if (node) change(node);
      }
    },
  };
}

/** Lets nodes use a practice, by its id in the pack. */
export function addPractice({ ids, practice }: { ids: readonly string[]; practice: string }): Command {
  return {
    name: 'node.addPractice',
    label: label.addPractice,
    ...onNodes(ids, (node) => addMember(node, 'practices', practice)),
  };
}

/** Ends the use of a practice. */
export function removePractice({ ids, practice }: { ids: readonly string[]; practice: string }): Command {
  return {
    name: 'node.removePractice',
    label: label.removePractice,
    ...onNodes(ids, (node) => removeMember(node, 'practices', practice)),
  };
}

const tableOf = { systems: 'systems', inputs: 'artefacts', outputs: 'artefacts' } as const;

/** What to toggle: a system, an input or an output by its name. */
export interface Toggle {
  readonly ids: readonly string[];
  readonly field: keyof typeof tableOf;
  readonly name: string;
}

function everyNodeHas(draft: ProjectDraft, { ids, field }: Toggle, member: string): boolean {
  return ids.every((id) => {
    const node = lookUp(draft.nodes, id);
    return !node || Object.hasOwn(node[field] ?? {}, member);
  });
}

/** Adds a system, input or output to nodes (made where it is new), or takes it away where all of them have it. */
export function toggleMember(toggle: Toggle, makeId: MakeId): Command {
  const table = tableOf[toggle.field];
  return {
    name: 'node.toggleMember',
    label: label.toggleMember[toggle.field],
    refuse(project) {
      if (toggle.name.trim() === '') return refused.noName;
      return toggle.ids.some((id) => lookUp(project.nodes, id)) ? null : refused.nodeGone;
    },
    apply(draft) {
      const known = idByName(draft[table], toggle.name);
      const isRemoval = known !== undefined && everyNodeHas(draft, toggle, known);
      const member = ensureNamed(draft, table, toggle.name, makeId);
      for (const id of toggle.ids) {
        const node = lookUp(draft.nodes, id);
        if (node) (isRemoval ? removeMember : addMember)(node, toggle.field, member);
      }
    },
  };
}
