import type { Project } from '../model/project';
import { graphOf, isForward, lookUp, onlyExitOf } from '../model/queries';
import { en } from '../text/en';
import type { MakingCommand } from './change';
import type { MakeId } from './command';
import { insertOnFlow } from './insert';
import { addNextStep, type NewNode, nodesOfMap, putNode, takesFlow, usualKind } from './nodes';
import { orderAtEnd } from './order';

const { refused } = en.commands;

type Fields = Omit<NewNode, 'map'>;

function addStepAfter(project: Project, after: string, node: Fields, makeId: MakeId): MakingCommand {
  const graph = graphOf(project, lookUp(project.nodes, after)?.map ?? '');
  const exit = graph && onlyExitOf(graph, after);
  return exit ? insertOnFlow({ flow: exit.id, node }, makeId) : addNextStep({ ...node, after }, makeId);
}

/** Makes a node right before another one: what came forward to that one comes to the new node, which leads on to it. */
export function addStepBefore(
  { before, ...node }: Fields & { readonly before: string },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'node.addBefore',
    label: en.stepTable.label.addBefore,
    made: [id],
    refuse(project) {
      const target = lookUp(project.nodes, before);
      if (!target) return refused.nodeGone;
      if (target.type === 'start') return en.stepTable.noPlaceBefore;
      return takesFlow(target.type) && takesFlow(node.type) ? null : refused.noFlowHere;
    },
    apply(draft) {
      const target = lookUp(draft.nodes, before);
      if (!target) return;
      const { map, group } = target;
      const coming = Object.values(draft.flows)
        .filter((flow) => flow.to === before && isForward(flow))
        .sort((a, b) => a.order - b.order);
      const isInside = coming.some((flow) => lookUp(draft.nodes, flow.from)?.group === group);
      const earlier = Object.values(nodesOfMap(draft, map)).flatMap(({ order }) =>
        order < target.order ? [order] : [],
      );
      const order = (Math.max(target.order - 1, ...earlier) + target.order) / 2;
      putNode(draft, id, { ...node, map, order, group: isInside ? group : undefined }, null);
      const kind = usualKind(draft, id, before);
      for (const flow of coming) flow.to = id;
      const last = orderAtEnd(Object.values(draft.flows));
      draft.flows[makeId()] = { map, from: id, to: before, kind, order: last };
    },
  };
}

/** Makes a connected node beside another: before it where that is wished or nothing can follow it, else after it, between it and the next one where it has one exit. */
export function addStepBeside(
  project: Project,
  { beside, place, ...node }: Fields & { readonly beside: string; readonly place: 'before' | 'after' },
  makeId: MakeId,
): MakingCommand {
  return place === 'before' || lookUp(project.nodes, beside)?.type === 'end'
    ? addStepBefore({ ...node, before: beside }, makeId)
    : addStepAfter(project, beside, node, makeId);
}
