import type { Position, Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { NodeType } from '../model/value-sets';
import { en } from '../text/en';
import { type MakingCommand, patchRecord } from './change';
import type { Command, MakeId } from './command';
import { type NewNode, putNode } from './nodes';
import { splitFlow } from './split-flow';

const { label, refused } = en.commands;
const between: readonly NodeType[] = ['step', 'decision', 'fork', 'join', 'control'];

function refuseInsert(project: Project, flow: string, type: NodeType | undefined): string | null {
  if (!lookUp(project.flows, flow)) return refused.flowGone;
  if (type === undefined) return refused.nodeGone;
  return between.includes(type) ? null : refused.notBetween;
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
      splitFlow(draft, flow, { nodes: [id], ends: [id, id] }, makeId);
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
      splitFlow(draft, flow, { nodes: [node], ends: [node, node] }, makeId);
    },
  };
}
