import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One file operation as the shim logged it; `to` is the new name of a rename or link. */
export interface Operation {
  readonly number: number;
  readonly name: string;
  readonly path: string;
  readonly to: string;
  readonly fate: string;
}

/** The operations since the shim was last armed with this order. */
export function operationsSince(log: string, order: string): readonly Operation[] {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const start = lines.lastIndexOf(`0\tarm\t${order}\t\t`);
  const operations = lines.slice(start + 1).map((line) => {
    const [number = '0', name = '', path = '', to = '', fate = ''] = line.split('\t');
    return { number: Number(number), name, path, to, fate };
  });
  const end = operations.findIndex(({ name }) => name === 'arm');
  return end === -1 ? operations : operations.slice(0, end);
}

/** What a file may hold after a power cut: all of the old version, all of the new one, or neither. */
export type AfterCut = 'old' | 'new' | 'damaged';

/**
 * Everything that a target may hold when the power fails after these operations, if the disk keeps of what was not
 * flushed whatever does most harm: bytes of a file count from its own flush on, names from the flush of the folder on.
 */
export function afterPowerCut(operations: readonly Operation[], target: string): ReadonlySet<AfterCut> {
  const flushed = new Map<string, boolean>();
  let durable: AfterCut = 'old';
  let pending: AfterCut | null = null;
  for (const { name, path, to } of operations) {
    if (/^p?write/.test(name)) flushed.set(path, false);
    if (name === 'fsync' || name === 'fdatasync') flushed.set(path, true);
    if (/^write|^pwrite|^ftruncate/.test(name) && path === target) pending = 'damaged';
    if (/^(rename|link)/.test(name) && to === target)
      pending = flushed.get(path) === true ? 'new' : 'damaged';
    if (name === 'fsync' && path === dirname(target) && pending !== null) {
      durable = pending;
      pending = null;
    }
  }
  return new Set(pending === null ? [durable] : [durable, pending]);
}
