/** A binary heap of states by key. */
export class Heap {
  private readonly keys: number[] = [];
  private readonly states: number[] = [];

  clear(): void {
    this.keys.length = 0;
    this.states.length = 0;
  }

  push(key: number, state: number): void {
    const { keys, states } = this;
    let at = keys.length;
    keys.push(key);
    states.push(state);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = keys[up] as number;
      if (above <= key) break;
      keys[at] = above;
      states[at] = states[up] as number;
      at = up;
    }
    keys[at] = key;
    states[at] = state;
  }

  /** The state with the least key, or -1. */
  pop(): number {
    const { keys, states } = this;
    const first = states[0];
    const key = keys.pop();
    const state = states.pop();
    if (first === undefined || key === undefined || state === undefined) return -1;
    const count = keys.length;
    if (count === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && (keys[child + 1] as number) < (keys[child] as number)) child += 1;
      if ((keys[child] as number) >= key) break;
      keys[at] = keys[child] as number;
      states[at] = states[child] as number;
      at = child;
    }
    keys[at] = key;
    states[at] = state;
    return first;
  }
}
