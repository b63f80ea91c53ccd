import type { Group } from '../model/workshop';
import type { Position, Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { NodeType } from '../model/value-sets';
import { groupsText } from '../text/groups';
import { type MakingCommand, type PatchOf, type ProjectDraft, patchRecord } from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

const { label, refused } = groupsText.commands;

/** Nodes that can stand in a group: demand and value stay outside, remarks are no part of the flow. */
const groupable: readonly NodeType[] = ['step', 'decision', 'fork', 'join', 'control'];

/** Those of the nodes that can stand in a group. */
export function groupableNodes(project: Project, ids: readonly string[]): string[] {
  return ids.filter((id) => groupable.some((type) => type === lookUp(project.nodes, id)?.type));
}

/** The nodes of a group. */
export function membersOfGroup(project: Pick<Project, 'nodes'>, group: string): string[] {
  return Object.keys(project.nodes).filter((id) => lookUp(project.nodes, id)?.group === group);
}

/** Takes away the groups that have lost their last node, and what points to a group that is gone. */
export function dropEmptyGroups(draft: ProjectDraft): void {
  const used = new Set<string | undefined>();
  for (const node of Object.values(draft.nodes)) {
    if (node.group === undefined) continue;
    if (lookUp(draft.groups, node.group)?.map === node.map) used.add(node.group);
    else delete node.group;
  }
  for (const id of Object.keys(draft.groups)) if (!used.has(id)) delete draft.groups[id];
}

function refuseGrouping(project: Project, ids: readonly string[], map: string | undefined): string | null {
  const nodes = groupableNodes(project, ids);
  if (nodes.length === 0) return refused.nothing;
  return nodes.some((id) => lookUp(project.nodes, id)?.map !== map) ? refused.otherMap : null;
}

function join(draft: ProjectDraft, group: string, ids: readonly string[]): void {
  for (const id of ids) {
    const node = lookUp(draft.nodes, id);
    if (node && groupable.includes(node.type)) patchRecord(node, { group });
  }
  dropEmptyGroups(draft);
}

/** Puts nodes of one map together as a group; nodes that stood in another group leave it. */
export function addGroup(
  { ids, name }: { readonly ids: readonly string[]; readonly name: string },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  const mapOf = (project: Project): string | undefined =>
    groupableNodes(project, ids).flatMap((node) => lookUp(project.nodes, node)?.map ?? [])[0];
  return {
    name: 'group.add',
    label: label.add(name),
    made: [id],
    refuse: (project) => refuseGrouping(project, ids, mapOf(project)),
    apply(draft) {
      const map = mapOf(draft);
      if (map === undefined) return;
      draft.groups[id] = { name: name.trim(), map, order: orderAtEnd(Object.values(draft.groups)) };
      join(draft, id, ids);
    },
  };
}

function setGroup(id: string, patch: PatchOf<Group>, about: { name: string; label: string }): Command {
  return {
    ...about,
    refuse: (project) => (lookUp(project.groups, id) ? null : refused.gone),
    apply(draft) {
      const group = lookUp(draft.groups, id);
      if (group) patchRecord(group, patch);
    },
  };
}

/** Gives a group another name. */
export function renameGroup({ id, name }: { readonly id: string; readonly name: string }): Command {
  return setGroup(id, { name: name.trim() }, { name: 'group.rename', label: label.rename });
}

/** Folds a group into one block, or unfolds it. */
export function foldGroup({ id, isFolded }: { readonly id: string; readonly isFolded: boolean }): Command {
  const patch = { isFolded: isFolded ? true : undefined };
  return setGroup(id, patch, { name: 'group.fold', label: isFolded ? label.fold : label.unfold });
}

/** Puts the block of a folded group elsewhere; undefined lets the layout choose. */
export function placeBlock({
  id,
  position,
}: {
  readonly id: string;
  readonly position: Position | undefined;
}): Command {
  return setGroup(id, { position }, { name: 'group.place', label: label.place });
}

/** Takes a group apart; its nodes stay. */
export function dissolveGroup({ id }: { readonly id: string }): Command {
  return {
    name: 'group.dissolve',
    label: label.dissolve,
    refuse: (project) => (lookUp(project.groups, id) ? null : refused.gone),
    apply(draft) {
      delete draft.groups[id];
      dropEmptyGroups(draft);
    },
  };
}

/** Puts further nodes into a group. */
export function addToGroup({
  group,
  ids,
}: {
  readonly group: string;
  readonly ids: readonly string[];
}): Command {
  return {
    name: 'group.addNodes',
    label: label.addNodes,
    refuse(project) {
      const known = lookUp(project.groups, group);
      return known ? refuseGrouping(project, ids, known.map) : refused.gone;
    },
    apply: (draft) => join(draft, group, ids),
  };
}

/** Takes nodes out of their groups; a group without nodes is no more. */
export function removeFromGroup({ ids }: { readonly ids: readonly string[] }): Command {
  return {
    name: 'group.removeNodes',
    label: label.removeNodes,
    refuse: (project) =>
      ids.some((id) => lookUp(project.nodes, id)?.group !== undefined) ? null : refused.notInGroup,
    apply(draft) {
      for (const id of ids) {
        const node = lookUp(draft.nodes, id);
        if (node) patchRecord(node, { group: undefined });
      }
      dropEmptyGroups(draft);
    },
  };
}

/** Copies the groups of a map whose nodes were copied; `ids` leads from old ids, those of the groups too, to new ones. */
export function copyGroups(draft: ProjectDraft, to: string, ids: ReadonlyMap<string, string>): void {
  const copied = new Set(
    Object.values(draft.nodes).map((node) => (node.map === to ? node.group : undefined)),
  );
  for (const [old, group] of Object.entries(draft.groups)) {
    const own = ids.get(old);
    if (own === undefined || !copied.has(old)) continue;
    draft.groups[own] = { ...group, map: to, ...(group.position && { position: { ...group.position } }) };
  }
  for (const own of ids.values()) {
    const node = lookUp(draft.nodes, own);
    if (node?.group !== undefined && node.map === to) node.group = ids.get(node.group) ?? node.group;
  }
  dropEmptyGroups(draft);
}
