import type { Command } from './command';

/** Several commands as one gesture: one entry of the history, named after the first; refused where any of them is. */
export function together<First extends Command>(first: First, ...others: readonly Command[]): First {
  return {
    ...first,
    refuse(project) {
      for (const command of [first, ...others]) {
        const sentence = command.refuse(project);
        if (sentence !== null) return sentence;
      }
      return null;
    },
    apply(draft) {
      first.apply(draft);
      for (const command of others) command.apply(draft);
    },
  };
}
