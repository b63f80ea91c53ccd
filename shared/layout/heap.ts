/** A binary heap of states by key. */
export class Heap {
  private keys = new Float64Array(1024);
  private states = new Int32Array(1024);
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length);
    const states = new Int32Array(2 * this.keys.length);
    keys.set(this.keys);
    states.set(this.states);
    this.keys = keys;
    this.states = states;
  }

  push(key: number, state: number): void {
    if (this.count === this.keys.length) this.grow();
    const { keys, states } = this;
    let at = this.count;
    this.count += 1;
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
    if (this.count === 0) return -1;
    const { keys, states } = this;
    const first = states[0] as number;
    this.count -= 1;
    const { count } = this;
    if (count === 0) return first;
    const key = keys[count] as number;
    const state = states[count] as number;
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
