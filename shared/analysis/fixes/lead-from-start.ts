import { connect } from '../../commands/flows';
import { headOf } from './complete-map';
import { type Choose, type Fix, graphFor, nodesMeant } from './fix';

/** Draws a flow from a start that leads nowhere to the first step; null where the map has none, or where the start leads on. */
export function leadFromStart(which: Choose = nodesMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    const from = which(context).find((id) => graph?.node.get(id)?.type === 'start');
    const to = graph && headOf(graph);
    if (from === undefined || !to || graph.out.has(from)) return null;
    return connect({ from, to, kind: 'normal' }, context.makeId);
  };
}
