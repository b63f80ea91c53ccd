import type { Draft } from 'immer';
import type { MapNode, Position, Project } from '../model/project';
import { meanOf } from '../model/quantity';
import { isForward, lookUp } from '../model/queries';
import type { FlowKind, NodeType, Party } from '../model/value-sets';
import { en } from '../text/en';
import { definedFields, type MakingCommand, type PatchOf, type ProjectDraft, patchRecord } from './change';
import type { Command, MakeId } from './command';
import { orderAfter, orderAtEnd } from './order';
import { linkBurst, renameWithBurst } from './plan-links';

const { label, refused } = en.commands;

/** What a new node may be given; fields that are undefined are left out. */
export type NewNode = Pick<MapNode, 'map' | 'type'> & PatchOf<Omit<MapNode, 'map' | 'type'>>;

/** Fields of a node that an edit may change. */
export type NodePatch = PatchOf<Omit<MapNode, 'map'>>;

/** True where nodes of this type may have flows. */
export function takesFlow(type: NodeType): boolean {
  return type !== 'note' && type !== 'burst';
}

/** The nodes of one map of a draft, keyed by id, each a draft. */
export function nodesOfMap(draft: ProjectDraft, map: string): Record<string, Draft<MapNode>> {
  return Object.fromEntries(Object.entries(draft.nodes).filter(([, node]) => node.map === map));
}

/** Puts a node into a draft, after another one in the order of the model or at the end. */
export function putNode(draft: ProjectDraft, id: string, node: NewNode, after: string | null): void {
  const order = node.order ?? orderAfter(nodesOfMap(draft, node.map), after);
  draft.nodes[id] = definedFields({ ...node, name: node.name ?? '', order }) as Draft<MapNode>;
}

/** The kind of a flow that nobody chose: information to and from a control, rework back to an earlier node, else normal. */
export function usualKind(project: Project, from: string, to: string): FlowKind {
  const ends = [lookUp(project.nodes, from)?.type, lookUp(project.nodes, to)?.type];
  if (ends.includes('control')) return 'information';
  return leadsTo(project, to, from) ? 'rework' : 'normal';
}

/** True where items can come from one node to another (or stand there already) without rework or iteration. */
function leadsTo(project: Project, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const flow of Object.values(project.flows)) {
      if (flow.from === at && isForward(flow)) seen.add(flow.to);
    }
  }
  return false;
}

/** Adds a node that is not connected yet; a kaizen burst with the improvement that it stands for. */
export function addNode(node: NewNode, makeId: MakeId): MakingCommand {
  const id = makeId();
  const improvement = node.type === 'burst' ? makeId() : null;
  return {
    name: 'node.add',
    label: label.addNode(node.name ?? ''),
    made: [id],
    refuse: (project) => (lookUp(project.maps, node.map) ? null : refused.mapGone),
    apply(draft) {
      putNode(draft, id, node, null);
      if (improvement !== null) linkBurst(draft, id, improvement);
    },
  };
}

/** Adds a node and the flow to it from `after` on the same map. */
export function addNextStep(
  { after, ...node }: Omit<NewNode, 'map'> & { readonly after: string },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'node.addNext',
    label: label.addNextStep(node.name ?? ''),
    made: [id],
    refuse(project) {
      const source = lookUp(project.nodes, after);
      if (!source) return refused.nodeGone;
      if (source.type === 'end') return refused.outOfEnd;
      if (node.type === 'start') return refused.intoStart;
      return takesFlow(source.type) && takesFlow(node.type) ? null : refused.noFlowHere;
    },
    apply(draft) {
      const source = lookUp(draft.nodes, after);
      if (!source) return;
      const { map } = source;
      putNode(draft, id, { ...node, map }, after);
      const kind = usualKind(draft, after, id);
      const order = orderAtEnd(Object.values(draft.flows));
      draft.flows[makeId()] = { map, from: after, to: id, kind, order };
    },
  };
}

function refuseGone(project: Project, ids: readonly string[]): string | null {
  return ids.some((id) => lookUp(project.nodes, id)) ? null : refused.nodeGone;
}

/** Changes fields of one or several nodes; undefined deletes a field. Ids that are gone are passed over. */
export function setNode({ ids, patch }: { ids: readonly string[]; patch: NodePatch }): Command {
  return {
    name: 'node.set',
    label: label.setNode(ids.length),
    refuse: (project) =>
      patch.crew !== undefined && meanOf(patch.crew) === 0 ? en.units.nobody : refuseGone(project, ids),
    apply(draft) {
      for (const id of ids) {
        const node = lookUp(draft.nodes, id);
        if (!node) continue;
        patchRecord(node, patch);
        if (patch.name !== undefined) renameWithBurst(draft, id);
      }
    },
  };
}

/** Gives a node another name; a name of spaces is no name. */
export function renameNode({ id, name }: { id: string; name: string }): Command {
  return {
    ...setNode({ ids: [id], patch: { name: name.trim() } }),
    name: 'node.rename',
    label: label.renameNode,
  };
}

/** The lane that nodes are dragged into; undefined is the lane of nodes without one. */
export type LaneTarget =
  | { readonly field: 'role' | 'team' | 'activity'; readonly value: string | undefined }
  | { readonly field: 'party'; readonly value: Party | undefined };

const laneTypes: readonly NodeType[] = ['step', 'decision', 'control'];

/** Puts nodes at other places; a move into another lane also changes the field that the lane stands for (of steps, decisions and controls). */
export function moveNodes({
  moves,
  lane,
}: {
  moves: Readonly<Record<string, Position>>;
  lane?: LaneTarget;
}): Command {
  const count = Object.keys(moves).length;
  return {
    name: 'node.move',
    label: lane ? label.moveToLane(count) : label.moveNodes(count),
    refuse: (project) => refuseGone(project, Object.keys(moves)),
    apply(draft) {
      for (const [id, position] of Object.entries(moves)) {
        const node = lookUp(draft.nodes, id);
        if (!node) continue;
        patchRecord(node, { position });
        if (lane && laneTypes.includes(node.type)) patchRecord(node, { [lane.field]: lane.value });
      }
    },
  };
}
