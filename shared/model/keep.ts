/** What was computed of something that never changes, under names; forgotten together with it. */
interface Kept<Of, T> {
  /** Undefined where nothing is kept. */
  readonly get: (of: Of, name: string) => T | undefined;
  readonly set: (of: Of, name: string, value: T) => void;
  /** What is kept, made now where nothing is. */
  readonly once: (of: Of, name: string, make: () => T) => T;
}

/** Keeps what is computed of a state of a project, or of another object that never changes: a later state is another object. */
export function keep<Of extends object, T extends NonNullable<unknown> | null>(): Kept<Of, T> {
  const all = new WeakMap<Of, Map<string, T>>();
  const set = (of: Of, name: string, value: T): void => {
    const known = all.get(of);
    if (known) known.set(name, value);
    else all.set(of, new Map([[name, value]]));
  };
  return {
    get: (of, name) => all.get(of)?.get(name),
    set,
    once(of, name, make) {
      const known = all.get(of)?.get(name);
      if (known !== undefined) return known;
      const made = make();
      set(of, name, made);
      return made;
    },
  };
}
