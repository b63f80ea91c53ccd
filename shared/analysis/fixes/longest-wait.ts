import { computeFigures } from '../../figures/compute-figures';
import { type Choose, graphFor } from './fix';

/** The step whose wait holds the customer up most: visits x wait, on the way that fixes the clock, before the value point; none where no wait is known or all were agreed on. */
export const longestWait: Choose = (context) => {
  const graph = graphFor(context);
  if (graph === null) return [];
  const waits = computeFigures(graph).contributions.flatMap(({ node, visits, wait, isRequired, onPath }) =>
    onPath && !isRequired && graph.node.get(node)?.afterValue !== true && (wait ?? 0) > 0
      ? [{ id: node, minutes: (visits ?? 1) * (wait ?? 0) }]
      : [],
  );
  const [longest] = waits.sort((a, b) => b.minutes - a.minutes);
  return longest && longest.minutes > 0 ? [longest.id] : [];
};
