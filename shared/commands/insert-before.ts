import { lookUp } from '../model/queries';
import { en } from '../text/en';
import type { MakingCommand } from './change';
import type { MakeId } from './command';
import { type NewNode, putNode, takesFlow, usualKind } from './nodes';
import { orderAtEnd } from './order';

const { label, refused } = en.commands;

/** Makes a node right before another one: what came forward to that one comes to the new node, which leads on to it. */
export function insertBefore(
  { before, ...node }: Omit<NewNode, 'map'> & { readonly before: string },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'node.insertBefore',
    label: label.insertOnFlow(node.name ?? ''),
    made: [id],
    refuse(project) {
      const target = lookUp(project.nodes, before);
      if (!target) return refused.nodeGone;
      if (target.type === 'start') return refused.intoStart;
      return takesFlow(target.type) && takesFlow(node.type) ? null : refused.noFlowHere;
    },
    apply(draft) {
      const target = lookUp(draft.nodes, before);
      if (!target) return;
      const { map, group } = target;
      const coming = Object.values(draft.flows).filter(
        (flow) => flow.to === before && (flow.kind === 'normal' || flow.kind === 'escalation'),
      );
      const after = [...coming].sort((a, b) => a.order - b.order)[0]?.from ?? null;
      const isInside = coming.some((flow) => lookUp(draft.nodes, flow.from)?.group === group);
      putNode(draft, id, { ...node, map, group: isInside ? group : undefined }, after);
      if (after === null) {
        const made = lookUp(draft.nodes, id);
        if (made) made.order = target.order - 0.5;
      }
      for (const flow of coming) flow.to = id;
      const order = orderAtEnd(Object.values(draft.flows));
      draft.flows[makeId()] = { map, from: id, to: before, kind: usualKind(draft, id, before), order };
    },
  };
}
