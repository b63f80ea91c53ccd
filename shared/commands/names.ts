import { listOf, lookUp } from '../model/queries';
import { en } from '../text/en';
import { type ProjectDraft, patchRecord, sameName } from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

/** Tables whose rows people know by name. */
export type NamedTable = 'roles' | 'systems' | 'artefacts' | 'partners';

/** The id of the row of that name, or undefined. */
export function idByName(
  table: Record<string, { name: string; order: number }>,
  name: string,
): string | undefined {
  return listOf(table).find((row) => sameName(row.name, name))?.id;
}

/** The id of the row of that name, which is made where there is none. */
export function ensureNamed(draft: ProjectDraft, table: NamedTable, name: string, makeId: MakeId): string {
  const rows = draft[table];
  const known = idByName(rows, name);
  if (known !== undefined) return known;
  const id = makeId();
  rows[id] = { name: name.trim(), order: orderAtEnd(Object.values(rows)) };
  return id;
}

function assign(
  field: 'role' | 'partner',
  table: NamedTable,
  { ids, name }: { ids: readonly string[]; name: string },
  makeId: MakeId,
): Omit<Command, 'name' | 'label'> {
  return {
    refuse: (project) => (ids.some((id) => lookUp(project.nodes, id)) ? null : en.commands.refused.nodeGone),
    apply(draft) {
      const value = name.trim() === '' ? undefined : ensureNamed(draft, table, name, makeId);
      for (const id of ids) {
        const node = lookUp(draft.nodes, id);
        if (node) patchRecord(node, { [field]: value });
      }
    },
  };
}

/** Gives nodes the role of that name, which is made where it is new; an empty name clears the field. */
export function assignRole(what: { ids: readonly string[]; name: string }, makeId: MakeId): Command {
  return {
    name: 'node.assignRole',
    label: en.commands.label.assignRole,
    ...assign('role', 'roles', what, makeId),
  };
}

/** Gives nodes the partner of that name, which is made where it is new; an empty name clears the field. */
export function assignPartner(what: { ids: readonly string[]; name: string }, makeId: MakeId): Command {
  return {
    name: 'node.assignPartner',
    label: en.commands.label.assignPartner,
    ...assign('partner', 'partners', what, makeId),
  };
}
