import { structureOf } from '../figures/compute-figures';
import type { MapGraph } from '../model/queries';
import { type Way, wayWithMost, type WayNetwork } from './way-with-most';

/** A way of one item from demand to value without rework: ids of its steps, and of the approvals among them. */
export interface ApprovalWay {
  readonly steps: readonly string[];
  readonly approvals: readonly string[];
}

function networkOf(graph: MapGraph): WayNetwork {
  const { network, blocks } = structureOf(graph);
  const idOf = (at: number): string => network.nodes[at]?.id ?? '';
  const onward = graph.nodes.map(({ id }) => {
    const exits = (graph.out.get(id) ?? []).filter(
      (flow) => flow.kind !== 'rework' && flow.kind !== 'iteration' && flow.share?.likely !== 0,
    );
    return [id, exits] as const;
  });
  return {
    nodes: graph.nodes,
    exits: new Map(onward),
    joinOf: new Map(blocks.blocks.map(({ fork, join }) => [idOf(fork), idOf(join)])),
  };
}

const named = ({ steps, picked }: Way): ApprovalWay => ({ steps, approvals: picked });

/** The way that meets the most approvals: counted with the known kinds of work, and with every unknown kind as an approval. */
export function wayWithMostApprovals(graph: MapGraph): { certain: ApprovalWay; possible: ApprovalWay } {
  const network = networkOf(graph);
  const kindOf = (id: string): string | undefined => graph.node.get(id)?.kind;
  return {
    certain: named(wayWithMost(network, (id) => kindOf(id) === 'approval')),
    possible: named(wayWithMost(network, (id) => (kindOf(id) ?? 'approval') === 'approval')),
  };
}
