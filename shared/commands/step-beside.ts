import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import type { MakingCommand, ProjectDraft } from './change';
import type { MakeId } from './command';
import { insertOnFlow } from './insert';
import { addNextStep, type NewNode, putNode } from './nodes';
import { orderAtEnd } from './order';

const { refused } = en.commands;

/** Ids of the flows on which items go on out of a node, or come to it the first time. */
function forward(project: Project, node: string, end: 'from' | 'to'): string[] {
  return Object.entries(project.flows)
    .filter(([, flow]) => flow[end] === node && (flow.kind === 'normal' || flow.kind === 'escalation'))
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id]) => id);
}

/** A connected node after another: between it and the next one where it has one exit, else another way out of it. */
export function addStepAfter(
  project: Project,
  { after, ...node }: Omit<NewNode, 'map'> & { readonly after: string },
  makeId: MakeId,
): MakingCommand {
  const [exit, ...others] = forward(project, after, 'from');
  const type = lookUp(project.nodes, after)?.type;
  const splits = type === 'fork' || type === 'decision';
  return exit !== undefined && others.length === 0 && !splits
    ? insertOnFlow({ flow: exit, node }, makeId)
    : addNextStep({ ...node, after }, makeId);
}

function leadThrough(
  draft: ProjectDraft,
  entries: readonly string[],
  id: string,
  before: string,
  makeId: MakeId,
): void {
  const map = lookUp(draft.nodes, before)?.map;
  if (map === undefined) return;
  for (const entry of entries) {
    const flow = lookUp(draft.flows, entry);
    if (flow) flow.to = id;
  }
  const order = orderAtEnd(Object.values(draft.flows));
  draft.flows[makeId()] = { map, from: id, to: before, kind: 'normal', order };
}

/** A connected node before another: all that leads there the first time leads to it instead. */
export function addStepBefore(
  project: Project,
  { before, ...node }: Omit<NewNode, 'map'> & { readonly before: string },
  makeId: MakeId,
): MakingCommand {
  const entries = forward(project, before, 'to');
  const [entry, ...others] = entries;
  if (entry !== undefined && others.length === 0) return insertOnFlow({ flow: entry, node }, makeId);
  const id = makeId();
  return {
    name: 'node.addBefore',
    label: en.stepTable.label.addBefore,
    made: [id],
    refuse(now) {
      const target = lookUp(now.nodes, before);
      if (!target) return refused.nodeGone;
      const isEdge = target.type === 'start' || target.type === 'note' || target.type === 'burst';
      return isEdge ? en.stepTable.noPlaceBefore : null;
    },
    apply(draft) {
      const target = lookUp(draft.nodes, before);
      if (!target) return;
      const earlier = Object.values(draft.nodes).flatMap(({ map, order }) =>
        map === target.map && order < target.order ? [order] : [],
      );
      const order = (Math.max(target.order - 1, ...earlier) + target.order) / 2;
      putNode(draft, id, { ...node, map: target.map, order }, null);
      leadThrough(draft, entries, id, before, makeId);
    },
  };
}
