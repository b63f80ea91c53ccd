import { structureOf } from '../../figures/compute-figures';
import { lookUp, type MapGraph } from '../../model/queries';
import { fixesText } from '../../text/fixes';
import { type JoinPlace, placeOfJoin, putJoin, reachFrom } from './complete-map';
import { type Choose, type Fix, graphFor, nodesMeant } from './fix';
import { isReturn, leadElsewhere, onNodes, putFlow } from './rewire';

/** Where a branch that nothing waits for can be led: the join of its fork, or a new one. */
type Place =
  | { readonly join: string; readonly tails: readonly string[]; readonly ends: readonly string[] }
  | JoinPlace;

/** Where the branch that holds a node can meet the others; null where it holds up the item already, or where they can meet nowhere. */
function meetingOf(graph: MapGraph, id: string): Place | null {
  const { network, blocks } = structureOf(graph);
  const at = network.nodes.findIndex((node) => node.id === id);
  const number = blocks.list.findIndex(
    ({ fork, join }, each) => fork !== null && join === null && blocks.members[each]?.includes(at) === true,
  );
  const fork = blocks.list[number]?.fork;
  if (fork === undefined || fork === null) return null;
  const idOf = (node: number): string => network.nodes[node]?.id ?? '';
  const join = blocks.blockAt.get(fork)?.join;
  if (join === undefined) {
    const meetsOthers = [...reachFrom(graph, [idOf(fork)])].some(
      (each) => graph.node.get(each)?.type === 'join',
    );
    return meetsOthers ? null : placeOfJoin(graph, idOf(fork));
  }
  const members = (blocks.members[number] ?? []).map(idOf);
  const onward = (node: string) => (graph.out.get(node) ?? []).filter((flow) => !isReturn(flow));
  return {
    join: idOf(join),
    tails: members.filter((each) => graph.node.get(each)?.type !== 'end' && onward(each).length === 0),
    ends: members
      .flatMap(onward)
      .filter((flow) => graph.node.get(flow.to)?.type === 'end')
      .map((flow) => flow.id),
  };
}

/** Leads a branch that ends on its own to where the other branches of its fork meet; null where that is not possible. */
export function joinBranch(which: Choose = nodesMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    const [id] = which(context);
    const place = graph && id !== undefined ? meetingOf(graph, id) : null;
    if (place === null || id === undefined) return null;
    const { map, makeId } = context;
    return onNodes({ name: 'fix.joinBranch', label: fixesText.label.addJoin, nodes: [id] }, (draft) => {
      if (!('join' in place)) return putJoin(draft, map, place, makeId);
      const left = new Set(place.ends.flatMap((flow) => lookUp(draft.flows, flow)?.to ?? []));
      for (const flow of place.ends) leadElsewhere(draft, flow, { to: place.join }, makeId);
      for (const tail of place.tails)
        putFlow(draft, { map, from: tail, to: place.join, kind: 'normal' }, makeId);
      for (const end of left)
        if (!Object.values(draft.flows).some((flow) => flow.from === end || flow.to === end))
          delete draft.nodes[end];
    });
  };
}
