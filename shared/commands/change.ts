import type { Draft } from 'immer';
import type { Project } from '../model/project';
import type { Command } from './command';

/** A command that makes records: the ids by which the caller finds them afterwards, nodes only where a command makes nodes. */
export interface MakingCommand extends Command {
  readonly made: readonly string[];
}

/** A project inside a command. */
export type ProjectDraft = Draft<Project>;

/** Changed fields of a record: undefined deletes a field. */
export type PatchOf<T> = { readonly [K in keyof T]?: T[K] | undefined };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** True where two plain values have the same content. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** Names of the fields in which two records differ. */
export function differingFields(a: object, b: object): string[] {
  const [x, y] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...x.keys(), ...y.keys()])].filter((key) => !sameValue(x.get(key), y.get(key)));
}

/** Writes the changed fields into a record of a draft; fields of equal content are left alone, undefined deletes. */
export function patchRecord<T extends object>(row: T, patch: PatchOf<T>): void {
  const fields = row as Record<string, unknown>;
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) {
      if (Object.hasOwn(fields, key)) delete fields[key];
    } else if (!Object.hasOwn(fields, key) || !sameValue(fields[key], value)) {
      fields[key] = value;
    }
  }
}

/** A patch whose name, where it has one, stands without outer spaces. */
export function withTrimmedName<T extends { readonly name?: string | undefined }>(patch: T): T {
  return patch.name === undefined ? patch : { ...patch, name: patch.name.trim() };
}

/** The fields of a patch that have a value, as a record. */
export function definedFields<T extends object>(fields: T): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

/** Names are compared without outer spaces and without case. */
export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** A name that is not taken: with a number behind it where it is. */
export function numbered(name: string, isTaken: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? name : `${name} ${String(count)}`;
    if (!isTaken(wanted)) return wanted;
  }
}
