import type { MapGraph } from '../model/queries';

/** A way of one item from demand to value without rework: ids of its steps, and of the approvals among them. */
export interface ApprovalWay {
  readonly steps: readonly string[];
  readonly approvals: readonly string[];
}

const none: ApprovalWay = { steps: [], approvals: [] };

const together = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Of the ways out of a choice, the one with the most approvals; of a fork, all branches together. */
function combine(isFork: boolean, ways: readonly ApprovalWay[]): ApprovalWay {
  if (!isFork)
    return ways.reduce(
      (best, way) => (way.approvals.length > best.approvals.length ? way : best),
      ways[0] ?? none,
    );
  return ways.reduce(
    (all, way) => ({
      steps: together(all.steps, way.steps),
      approvals: together(all.approvals, way.approvals),
    }),
    none,
  );
}

function bestWay(graph: MapGraph, isApproval: (id: string) => boolean): ApprovalWay {
  const ways = new Map<string, ApprovalWay>();
  const from = (id: string): ApprovalWay => {
    const known = ways.get(id);
    if (known !== undefined) return known;
    // A node that is met again on its own way adds nothing: an item does not go round without rework.
    ways.set(id, none);
    const type = graph.node.get(id)?.type;
    const exits = (graph.out.get(id) ?? []).filter(
      (flow) => flow.kind !== 'rework' && flow.kind !== 'iteration' && flow.share?.likely !== 0,
    );
    const onwards = combine(
      type === 'fork',
      exits.map((flow) => from(flow.to)),
    );
    const way =
      type === 'step'
        ? {
            steps: [id, ...onwards.steps],
            approvals: isApproval(id) ? [id, ...onwards.approvals] : onwards.approvals,
          }
        : onwards;
    ways.set(id, way);
    return way;
  };
  const starts = graph.nodes.filter((node) => node.type === 'start');
  return combine(
    false,
    starts.map((start) => from(start.id)),
  );
}

/** The way that meets the most approvals: counted with the known kinds of work, and with every unknown kind as an approval. */
export function wayWithMostApprovals(graph: MapGraph): { certain: ApprovalWay; possible: ApprovalWay } {
  const kindOf = (id: string): string | undefined => graph.node.get(id)?.kind;
  return {
    certain: bestWay(graph, (id) => kindOf(id) === 'approval'),
    possible: bestWay(graph, (id) => (kindOf(id) ?? 'approval') === 'approval'),
  };
}
