import type { Flow, Project } from '../model/project';
import type { Quantity } from '../model/quantity';
import { quantityText } from '../model/quantity-text';
import { lookUp } from '../model/queries';
import type { FlowKind } from '../model/value-sets';
import { en } from '../text/en';
import { forgetJudgements } from './analysis';
import { type MakingCommand, type PatchOf, type ProjectDraft, patchRecord } from './change';
import type { Command, MakeId } from './command';
import { takesFlow, usualKind } from './nodes';
import { orderAtEnd } from './order';
import { forgetInPlan } from './plan-links';
import { keepComplete } from './shares';

const { label, refused } = en.commands;

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
}

/** Why two nodes cannot be joined by a flow of that kind, or null; `self` is a flow that may be one of its own twins. */
function refuseEnds(project: Project, { from, to, kind }: Ends, self?: string): string | null {
  const source = lookUp(project.nodes, from);
  const target = lookUp(project.nodes, to);
  if (!source || !target) return refused.nodeGone;
  if (source.map !== target.map) return refused.otherMap;
  if (!takesFlow(source.type) || !takesFlow(target.type)) return refused.noFlowHere;
  if (kind !== 'information') {
    if (target.type === 'start') return refused.intoStart;
    if (source.type === 'end') return refused.outOfEnd;
  }
  if (from === to && kind !== 'rework' && kind !== 'iteration') return refused.ontoItself;
  const isTaken = Object.entries(project.flows).some(
    ([id, flow]) => id !== self && flow.from === from && flow.to === to && flow.kind === kind,
  );
  return isTaken ? refused.alreadyConnected : null;
}

/** Joins two nodes; without a kind it is rework back to an earlier node, information to and from a control, else normal. */
export function connect(
  { from, to, kind }: { from: string; to: string; kind?: FlowKind },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'flow.connect',
    label: label.connect,
    made: [id],
    refuse: (project) => refuseEnds(project, { from, to, kind: kind ?? usualKind(project, from, to) }),
    apply(draft) {
      const map = lookUp(draft.nodes, from)?.map;
      if (map === undefined) return;
      const order = orderAtEnd(Object.values(draft.flows));
      draft.flows[id] = { map, from, to, kind: kind ?? usualKind(draft, from, to), order };
    },
  };
}

/** Fields of a flow that an edit may change; its ends are changed by `reconnect`. */
export type FlowPatch = PatchOf<Omit<Flow, 'map' | 'from' | 'to'>>;

/** What an edit is called: a share alone is said, as it is typed. */
function labelOf(patch: FlowPatch, count: number): string {
  const isShare = count === 1 && Object.keys(patch).join() === 'share';
  const { share } = en.inspector.fields;
  return isShare ? label.setValue(share, quantityText('share', patch.share)) : label.setFlow(count);
}

/** Changes fields of one or several flows; undefined deletes a field. Ids that are gone are passed over. */
export function setFlow({ ids, patch }: { ids: readonly string[]; patch: FlowPatch }): Command {
  return {
    name: 'flow.set',
    label: labelOf(patch, ids.length),
    refuse(project) {
      const flows = ids.flatMap((id) => {
        const flow = lookUp(project.flows, id);
        return flow ? [{ id, flow }] : [];
      });
      if (flows.length === 0) return refused.flowGone;
      const { kind } = patch;
      if (kind === undefined) return null;
      for (const { id, flow } of flows) {
        const sentence = flow.kind === kind ? null : refuseEnds(project, { ...flow, kind }, id);
        if (sentence !== null) return sentence;
      }
      return null;
    },
    apply(draft) {
      for (const id of ids) {
        const flow = lookUp(draft.flows, id);
        if (flow) patchRecord(flow, patch);
      }
    },
  };
}

/** Leads a flow from or to another node. */
export function reconnect({ id, from, to }: { id: string; from?: string; to?: string }): Command {
  return {
    name: 'flow.reconnect',
    label: label.reconnect,
    refuse(project) {
      const flow = lookUp(project.flows, id);
      if (!flow) return refused.flowGone;
      return refuseEnds(project, { from: from ?? flow.from, to: to ?? flow.to, kind: flow.kind }, id);
    },
    apply(draft) {
      const flow = lookUp(draft.flows, id);
      if (flow) patchRecord(flow, { from: from ?? flow.from, to: to ?? flow.to });
    },
  };
}

/** Takes flows out of a draft, with what was judged and planned about them. */
export function dropFlows(draft: ProjectDraft, ids: readonly string[]): void {
  for (const id of ids) if (lookUp(draft.flows, id)) delete draft.flows[id];
  const gone = new Set(ids);
  forgetJudgements(draft, gone);
  forgetInPlan(draft, gone);
}

/** Deletes flows; shares that added up to the whole are rescaled so that they still do. */
export function deleteFlows({ ids }: { ids: readonly string[] }): Command {
  return {
    name: 'flow.delete',
    label: label.deleteFlows(ids.length),
    refuse: (project) => (ids.some((id) => lookUp(project.flows, id)) ? null : refused.flowGone),
    apply(draft) {
      const complete = keepComplete(draft);
      dropFlows(draft, ids);
      complete();
    },
  };
}

/** Sets the shares of several flows at once; undefined makes a share blank. */
export function setShares({ shares }: { shares: Readonly<Record<string, Quantity | undefined>> }): Command {
  return {
    name: 'flow.setShares',
    label: label.setShares,
    refuse: (project) =>
      Object.keys(shares).some((id) => lookUp(project.flows, id)) ? null : refused.flowGone,
    apply(draft) {
      for (const [id, share] of Object.entries(shares)) {
        const flow = lookUp(draft.flows, id);
        if (flow) patchRecord(flow, { share });
      }
    },
  };
}
