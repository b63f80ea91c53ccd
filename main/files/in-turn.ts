/** Runs tasks of the same key one after the other, in the order of the calls; a failed task does not stop the next. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Makes a set of queues, one for each key; an empty queue takes no memory. */
export function createQueues(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(task);
    const tail = run.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await run;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
