import type { Flow } from '../model/project';
import type { Quantity } from '../model/quantity';
import { lookUp } from '../model/queries';
import { handOnCopies } from './copies';
import { en } from '../text/en';
import { forgetJudgements } from './analysis';
import type { ProjectDraft } from './change';
import type { Command, MakeId } from './command';
import { byOrder, orderAtEnd } from './order';
import { burstsAmong, forgetInPlan } from './plan-links';
import { dropEmptyGroups } from './groups';
import { forgetInRoom } from './room-links';
import { forgetSteps } from './value-items';
import { carriedFrom, type FlowAt, keepComplete, knownShares, product, scaled } from './shares';

const goesOn = ({ flow }: FlowAt): boolean => flow.kind !== 'rework' && flow.from !== flow.to;

/** Shares of the flows that go on from a node, rescaled to the whole; null where unknown. */
function onwardShares(draft: ProjectDraft, node: string): Map<string, Quantity | null> {
  const flows = carriedFrom(draft, node);
  const shares = knownShares(flows);
  const onward = flows.filter(goesOn);
  const sum = onward.reduce((total, { id }) => total + (shares.get(id)?.likely ?? Number.NaN), 0);
  const whole = (share: Quantity | null): Quantity | null =>
    share === null || !(sum > 0) ? null : scaled(share, 1 / sum);
  if (onward.length === 1) return new Map(onward.map(({ id }) => [id, { likely: 1 }]));
  return new Map(onward.map(({ id }) => [id, whole(shares.get(id) ?? null)]));
}

/** The share of a flow that replaces two: undefined is a blank. */
function joinedShare(
  before: FlowAt,
  beforeShare: Quantity | null,
  after: FlowAt,
  afterShare: Quantity | null,
): Quantity | undefined {
  if (afterShare?.likely === 1) return before.flow.share;
  if (beforeShare?.likely === 1)
    return after.flow.share === undefined ? undefined : (afterShare ?? undefined);
  return beforeShare && afterShare ? product(beforeShare, afterShare) : undefined;
}

function mergeInto(existing: Flow, share: Quantity | undefined): void {
  if (existing.share === undefined) return;
  if (share === undefined) delete existing.share;
  else existing.share = { likely: Math.min(1, existing.share.likely + share.likely) };
}

function putFlow(draft: ProjectDraft, flow: Flow, makeId: MakeId): void {
  const [twin] = carriedFrom(draft, flow.from).filter((other) => other.flow.to === flow.to);
  if (twin) mergeInto(twin.flow, flow.share);
  else draft.flows[makeId()] = flow;
}

function joined(draft: ProjectDraft, before: FlowAt, after: FlowAt, share: Quantity | undefined): Flow {
  const label = before.flow.label ?? after.flow.label;
  return {
    map: before.flow.map,
    from: before.flow.from,
    to: after.flow.to,
    kind: before.flow.kind === 'normal' ? after.flow.kind : before.flow.kind,
    order: orderAtEnd(Object.values(draft.flows)),
    ...(share === undefined ? {} : { share }),
    ...(label === undefined ? {} : { label }),
  };
}

/** Takes a node out and joins the ones before it to the ones after it. */
function takeOut(draft: ProjectDraft, node: string, makeId: MakeId): void {
  const plain = (at: FlowAt): FlowAt => ({ id: at.id, flow: { ...at.flow } });
  const after = carriedFrom(draft, node).filter(goesOn).map(plain);
  const afterShares = onwardShares(draft, node);
  const before = Object.entries(draft.flows)
    .filter(([, flow]) => flow.to === node && flow.kind !== 'information')
    .sort(byOrder)
    .map(([id, flow]) => ({ id, flow }))
    .filter(goesOn)
    .map(plain);
  const beforeShares = new Map(
    before.map(({ id, flow }) => [id, knownShares(carriedFrom(draft, flow.from)).get(id) ?? null]),
  );
  for (const [id, flow] of Object.entries(draft.flows)) {
    if (flow.from === node || flow.to === node) delete draft.flows[id];
  }
  delete draft.nodes[node];
  for (const one of before) {
    for (const other of after) {
      if (one.flow.from === other.flow.to) continue;
      const share = joinedShare(
        one,
        beforeShares.get(one.id) ?? null,
        other,
        afterShares.get(other.id) ?? null,
      );
      putFlow(draft, joined(draft, one, other, share), makeId);
    }
  }
}

/** Deletes nodes and heals the flows: nodes before are joined to nodes after, shares are multiplied, rework is dropped. */
export function deleteNodes({ ids }: { ids: readonly string[] }, makeId: MakeId): Command {
  return {
    name: 'node.delete',
    label: en.commands.label.deleteNodes(ids.length),
    refuse: (project) => (ids.some((id) => lookUp(project.nodes, id)) ? null : en.commands.refused.nodeGone),
    apply(draft) {
      const complete = keepComplete(draft);
      const before = Object.keys(draft.flows);
      const bursts = burstsAmong(draft, ids);
      handOnCopies(draft, new Set(ids));
      for (const id of ids) if (lookUp(draft.nodes, id)) takeOut(draft, id, makeId);
      complete();
      dropEmptyGroups(draft);
      const gone = new Set([...ids, ...before.filter((id) => !lookUp(draft.flows, id))]);
      forgetJudgements(draft, gone);
      forgetSteps(draft, new Set(ids));
      forgetInRoom(draft, new Set(ids.filter((id) => !lookUp(draft.nodes, id))));
      forgetInPlan(draft, gone, bursts);
    },
  };
}
