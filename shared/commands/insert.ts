import type { Position, Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { NodeType } from '../model/value-sets';
import { en } from '../text/en';
import { type MakingCommand, type ProjectDraft, patchRecord } from './change';
import type { Command, MakeId } from './command';
import { type NewNode, putNode } from './nodes';
import { orderAfter } from './order';

const { label, refused } = en.commands;
const between: readonly NodeType[] = ['step', 'decision', 'fork', 'join', 'control'];

function refuseInsert(project: Project, flow: string, type: NodeType | undefined): string | null {
  if (!lookUp(project.flows, flow)) return refused.flowGone;
  if (type === undefined) return refused.nodeGone;
  return between.includes(type) ? null : refused.notBetween;
}

/** Ends a flow at `node` and leads on from there: the share stays on the first half; an escalation is over after it, other kinds go on. */
function splitFlow(draft: ProjectDraft, flowId: string, node: string, makeId: MakeId): void {
  const flow = lookUp(draft.flows, flowId);
  if (!flow) return;
  const kind = flow.kind === 'escalation' ? 'normal' : flow.kind;
  const order = orderAfter(draft.flows, flowId);
  draft.flows[makeId()] = { map: flow.map, from: node, to: flow.to, kind, order };
  const own = lookUp(draft.nodes, node);
  const group = lookUp(draft.nodes, flow.from)?.group;
  if (own && group !== undefined && lookUp(draft.nodes, flow.to)?.group === group) own.group = group;
  flow.to = node;
}

/** Makes a node in the middle of a flow. */
export function insertOnFlow(
  { flow, node }: { flow: string; node: Omit<NewNode, 'map'> },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'node.insert',
    label: label.insertOnFlow(node.name ?? ''),
    made: [id],
    refuse: (project) => refuseInsert(project, flow, node.type),
    apply(draft) {
      const split = lookUp(draft.flows, flow);
      if (!split) return;
      putNode(draft, id, { ...node, map: split.map }, split.from);
      splitFlow(draft, flow, id, makeId);
    },
  };
}

/** Puts a node of the map that has no flows yet into the middle of a flow. */
export function insertExistingOnFlow(
  { flow, node, position }: { flow: string; node: string; position?: Position },
  makeId: MakeId,
): Command {
  return {
    name: 'node.insertExisting',
    label: label.insertOnFlow(''),
    refuse(project) {
      const sentence = refuseInsert(project, flow, lookUp(project.nodes, node)?.type);
      if (sentence !== null) return sentence;
      if (lookUp(project.flows, flow)?.map !== lookUp(project.nodes, node)?.map) return refused.otherMap;
      const isConnected = Object.values(project.flows).some(({ from, to }) => from === node || to === node);
      return isConnected ? refused.alreadyInFlow : null;
    },
    apply(draft) {
      const moved = lookUp(draft.nodes, node);
      if (moved && position) patchRecord(moved, { position });
      splitFlow(draft, flow, node, makeId);
    },
  };
}
