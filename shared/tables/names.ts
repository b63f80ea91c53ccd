import type { Named, Project, Role } from '../model/project';
import { idPattern } from '../model/schema-tools';
import type { MakeId } from '../commands/command';

/** Gives out ids for the things that a table calls by name: one id per name, the table's own id where it is allowed. */
export interface NameTables {
  readonly roles: Record<string, Role>;
  readonly systems: Record<string, Named>;
  readonly artefacts: Record<string, Named>;
  readonly partners: Record<string, Named>;
}

/** The wanted id where the file format allows it and nobody has it, else a new one. */
export function idFor(wanted: string, taken: Readonly<Record<string, unknown>>, makeId: MakeId): string {
  return idPattern.test(wanted) && !Object.hasOwn(taken, wanted) ? wanted : makeId();
}

/** Tables without entries. */
export function noNames(): NameTables {
  return { roles: {}, systems: {}, artefacts: {}, partners: {} };
}

/** The id of the thing of that name, which is added where it is new. */
export function idOfName(table: Record<string, Named | Role>, name: string, makeId: MakeId): string {
  const known = Object.entries(table).find(([, row]) => row.name === name);
  if (known !== undefined) return known[0];
  const id = makeId();
  table[id] = { name, order: Object.keys(table).length + 1 };
  return id;
}

/** The id of the role of that id or name, which is added where it is new. */
export function idOfRole(tables: NameTables, text: string, makeId: MakeId): string {
  return Object.hasOwn(tables.roles, text) ? text : idOfName(tables.roles, text, makeId);
}

/** The name of a thing, or its id where it is gone. */
export function nameOf(table: Project['systems'] | Project['roles'], id: string): string {
  return Object.hasOwn(table, id) ? (table[id]?.name ?? id) : id;
}
