import { connect } from '../../commands/flows';
import { type Choose, type Fix, graphFor, nodesMeant } from './fix';

/** Draws a flow from the last node meant to the value; null where the map has none, or the flow is there. */
export function leadToEnd(which: Choose = nodesMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    const from = which(context).at(-1);
    const end = graph?.nodes.find(({ type }) => type === 'end')?.id;
    if (from === undefined || end === undefined || graph?.node.has(from) !== true) return null;
    if (graph.out.get(from)?.some((flow) => flow.to === end) === true) return null;
    return connect({ from, to: end, kind: 'normal' }, context.makeId);
  };
}
