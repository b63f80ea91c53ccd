import { freeze, type Patch } from 'immer';

type Step = string | number;
type Copy = Record<Step, unknown>;

function copyOf(value: object): Copy {
  return (Array.isArray(value) ? value.slice() : { ...value }) as Copy;
}

/** Where an id such as `toString` was added and deleted in one command, immer takes what every object inherits for the value before. */
const isInherited = (patch: Patch): boolean => typeof patch.value === 'function';

/** Copies each object once, however many patches change it: a table of thousands of rows is not copied for each of them. */
class Copies {
  readonly #own = new Set<object>();

  of(value: object): Copy {
    if (this.#own.has(value)) return value as Copy;
    const copy = copyOf(value);
    this.#own.add(copy);
    return copy;
  }

  freeze(): void {
    for (const copy of this.#own) Object.freeze(copy);
  }
}

function applyOne(base: object, path: readonly Step[], patch: Patch, copies: Copies): object {
  const [key, ...rest] = path;
  if (key === undefined) return patch.value as object;
  if (rest.length > 0) {
    const child = Object.hasOwn(base, key) ? (base as Copy)[key] : undefined;
    if (typeof child !== 'object' || child === null) return base;
    const copy = copies.of(base);
    copy[key] = applyOne(child, rest, patch, copies);
    return copy;
  }
  const copy = copies.of(base);
  if (patch.op === 'remove' || isInherited(patch)) delete copy[key];
  else copy[key] = freeze(patch.value, true);
  return copy;
}

/** Says whether a patch means something in the state that those before it left. */
type Fits = (state: object, patch: Patch) => boolean;

/** The same as `applyPatches`; null where one of the patches does not fit the state that those before it left. */
export function applyFitting<T extends object>(base: T, patches: readonly Patch[], fits: Fits): T | null {
  const copies = new Copies();
  let state: object = base;
  for (const patch of patches) {
    if (!fits(state, patch)) return null;
    state = applyOne(state, patch.path, patch, copies);
  }
  copies.freeze();
  return state as T;
}

/** A frozen copy of `base` with the patches applied in turn. immer's own function refuses ids such as `constructor`, which are harmless here. */
export function applyPatches<T extends object>(base: T, patches: readonly Patch[]): T {
  return applyFitting(base, patches, () => true) ?? base;
}
