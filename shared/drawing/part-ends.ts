import type { MapGraph } from '../model/queries';

/** Where a flow meets a folded group: at a step that work enters by, or at one that it leaves by. */
export type PartSide = 'entry' | 'exit';

/** The steps by which work enters or leaves a part of a map, in the order of the map: those with flows from or to outside, else those where the part itself begins or ends. */
export function endsOfPart(graph: MapGraph, members: ReadonlySet<string>, side: PartSide): string[] {
  const nodes = graph.nodes.filter(({ id, type }) => members.has(id) && type !== 'note' && type !== 'burst');
  const flows = graph.flows.filter(({ kind }) => kind === 'normal' || kind === 'escalation');
  const [own, other] = side === 'entry' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const crossing = nodes.filter(({ id }) =>
    flows.some((flow) => flow[own] === id && !members.has(flow[other])),
  );
  if (crossing.length > 0) return crossing.map(({ id }) => id);
  const loose = nodes.filter(({ id }) => !flows.some((flow) => flow[own] === id));
  return (loose.length > 0 ? loose : nodes).map(({ id }) => id);
}
