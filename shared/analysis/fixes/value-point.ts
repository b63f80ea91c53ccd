import { isForward, exitsOf } from './rewire';
import { graphFor, type Choose } from './fix';

/** Where value is there: the nodes that follow the steps before the value point, those first that most flows lead to. */
export const valuePoint: Choose = (context) => {
  const graph = graphFor(context);
  const entries = new Map<string, number>();
  for (const node of graph?.nodes ?? []) {
    if (node.afterValue === true) continue;
    for (const exit of exitsOf(context.project, node.id)) {
      const to = graph?.node.get(exit.flow.to);
      if (!isForward(exit) || !to || !(to.type === 'end' || to.afterValue === true)) continue;
      entries.set(to.id, (entries.get(to.id) ?? 0) + 1);
    }
  }
  return [...entries].sort(([, a], [, b]) => b - a).map(([id]) => id);
};
