import { forgetJudgements } from '../../commands/analysis';
import type { ProjectDraft } from '../../commands/change';
import type { Command, MakeId } from '../../commands/command';
import { orderAtEnd } from '../../commands/order';
import { carriedFrom, type FlowAt, knownShares } from '../../commands/shares';
import type { Flow, Project } from '../../model/project';
import { meanOf, type Quantity } from '../../model/quantity';
import { lookUp } from '../../model/queries';
import { en } from '../../text/en';

/** True for flows that lead back on purpose or because of a fault. */
export const isReturn = ({ kind }: Flow): boolean => kind === 'rework' || kind === 'iteration';

/** True for flows that lead on. */
export const isForward = ({ flow }: FlowAt): boolean => !isReturn(flow) && flow.from !== flow.to;

/** Flows that carry items into a node; flows whose other end is gone are left out. */
export function entrancesOf(project: Project, node: string): FlowAt[] {
  return Object.entries(project.flows)
    .filter(([, flow]) => flow.to === node && flow.kind !== 'information' && lookUp(project.nodes, flow.from))
    .map(([id, flow]) => ({ id, flow }));
}

/** Flows that carry items out of a node, in their order; flows whose other end is gone are left out. */
export function exitsOf(project: Project, node: string): FlowAt[] {
  return carriedFrom(project, node)
    .filter(({ flow }) => lookUp(project.nodes, flow.to))
    .sort((a, b) => a.flow.order - b.flow.order || (a.id < b.id ? -1 : 1));
}

/** The mean share of each exit: a single blank is the remainder, several blanks are unknown (null). */
export function sharesOf(exits: readonly FlowAt[]): Map<string, number | null> {
  const known = knownShares(exits);
  const isOneBlank = exits.filter(({ flow }) => flow.share === undefined).length === 1;
  const stated = exits.reduce((sum, { flow }) => sum + (flow.share ? meanOf(flow.share) : 0), 0);
  return new Map(
    exits.map(({ id, flow }) => {
      if (flow.share) return [id, meanOf(flow.share)];
      if (isOneBlank && exits.length > 1) return [id, Math.max(0, 1 - stated)];
      const share = known.get(id);
      return [id, share ? meanOf(share) : null];
    }),
  );
}

const part = (share: number): Quantity => ({ likely: Math.min(1, Math.max(0, share)) });

/** A share as a field of a flow: nothing where it is unknown. */
export function shareField(share: number | null): { share?: Quantity } {
  return share === null ? {} : { share: part(share) };
}

/** Adds a flow; where the same two are joined by one of that kind already, the two become one with both shares. */
export function putFlow(draft: ProjectDraft, flow: Omit<Flow, 'order'>, makeId: MakeId): void {
  const twin = Object.values(draft.flows).find(
    (other) => other.from === flow.from && other.to === flow.to && other.kind === flow.kind,
  );
  if (!twin) {
    draft.flows[makeId()] = { ...flow, order: orderAtEnd(Object.values(draft.flows)) };
    return;
  }
  if (twin.share && flow.share) twin.share = part(meanOf(twin.share) + meanOf(flow.share));
  else delete twin.share;
}

/** Leads a flow from or to other nodes; it joins a flow of that kind that is there already. */
export function leadElsewhere(
  draft: ProjectDraft,
  id: string,
  ends: { readonly from?: string; readonly to?: string; readonly share?: number | null },
  makeId: MakeId,
): void {
  const flow = lookUp(draft.flows, id);
  if (!flow) return;
  const { share: before, ...rest } = { ...flow };
  const from = ends.from ?? flow.from;
  const to = ends.to ?? flow.to;
  const share = ends.share === undefined ? (before ? { share: before } : {}) : shareField(ends.share);
  const twin = Object.entries(draft.flows).some(
    ([other, each]) => other !== id && each.from === from && each.to === to && each.kind === flow.kind,
  );
  if (twin) {
    delete draft.flows[id];
    putFlow(draft, { ...rest, from, to, ...share }, makeId);
    return;
  }
  flow.from = from;
  flow.to = to;
  if ('share' in share) flow.share = share.share;
  else delete flow.share;
}

/** Takes a node away with every flow that touches it, and the references to it. */
export function deleteNode(draft: ProjectDraft, node: string, heir?: string): void {
  const gone = new Set([node]);
  for (const [id, flow] of Object.entries(draft.flows))
    if (flow.from === node || flow.to === node) {
      gone.add(id);
      delete draft.flows[id];
    }
  delete draft.nodes[node];
  forgetJudgements(draft, gone);
  for (const improvement of Object.values(draft.improvements)) {
    if (improvement.node !== node) continue;
    if (heir === undefined) delete improvement.node;
    else improvement.node = heir;
  }
}

/** A command on nodes that must be there. */
export function onNodes(
  {
    name,
    label,
    nodes,
  }: { readonly name: string; readonly label: string; readonly nodes: readonly string[] },
  apply: (draft: ProjectDraft) => void,
): Command {
  return {
    name,
    label,
    refuse: (project) =>
      nodes.every((id) => lookUp(project.nodes, id)) ? null : en.commands.refused.nodeGone,
    apply,
  };
}
