import { freeze, type Patch } from 'immer';

type Step = string | number;

function copyOf(value: object): Record<Step, unknown> {
  return (Array.isArray(value) ? value.slice() : { ...value }) as Record<Step, unknown>;
}

/** Where an id such as `toString` was added and deleted in one command, immer takes what every object inherits for the value before. */
const isInherited = (patch: Patch): boolean => typeof patch.value === 'function';

function applyOne(base: object, path: readonly Step[], patch: Patch): object {
  const [key, ...rest] = path;
  if (key === undefined) return patch.value as object;
  const copy = copyOf(base);
  if (rest.length > 0) {
    const child = Object.hasOwn(copy, key) ? copy[key] : undefined;
    if (typeof child !== 'object' || child === null) return base;
    copy[key] = applyOne(child, rest, patch);
  } else if (patch.op === 'remove' || isInherited(patch)) delete copy[key];
  else copy[key] = freeze(patch.value, true);
  return Object.freeze(copy);
}

/** A frozen copy of `base` with the patches applied in turn. immer's own function refuses ids such as `constructor`, which are harmless here. */
export function applyPatches<T extends object>(base: T, patches: readonly Patch[]): T {
  return patches.reduce<object>((state, patch) => applyOne(state, patch.path, patch), base) as T;
}
