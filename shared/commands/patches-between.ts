import type { Patch } from 'immer';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIn(holder: Plain, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function collect(before: Plain, after: Plain, path: readonly string[], found: Patch[]): void {
  for (const key of Object.keys(after)) {
    const [was, now] = [valueIn(before, key), after[key]];
    if (now === was || now === undefined) continue;
    const at = [...path, key];
    if (isPlain(was) && isPlain(now)) collect(was, now, at, found);
    else found.push({ op: was === undefined ? 'add' : 'replace', path: at, value: now });
  }
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && valueIn(after, key) === undefined)
      found.push({ op: 'remove', path: [...path, key] });
  }
}

/** The patches that turn one state of a document into another, whichever way it came about. What both share is not looked into, so that a small change of a large document is found quickly. */
export function patchesBetween(before: object, after: object): readonly Patch[] {
  const found: Patch[] = [];
  collect({ ...before }, { ...after }, [], found);
  return found;
}
