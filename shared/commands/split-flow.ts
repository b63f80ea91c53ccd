import { lookUp } from '../model/queries';
import type { ProjectDraft } from './change';
import type { MakeId } from './command';
import { orderAfter } from './order';

/** What is put into a flow: its nodes in order, items come in at the first of `ends` and leave at the last. */
interface Between {
  readonly nodes: readonly string[];
  readonly ends: readonly [entry: string, exit: string];
}

/** Leads a flow through nodes: the share stays on the first half; an escalation is over after it, other kinds go on. Nodes inside a flow of one group stand in that group. */
export function splitFlow(
  draft: ProjectDraft,
  id: string,
  { nodes, ends: [entry, exit] }: Between,
  makeId: MakeId,
): void {
  const flow = lookUp(draft.flows, id);
  if (!flow) return;
  const kind = flow.kind === 'escalation' ? 'normal' : flow.kind;
  const order = orderAfter(draft.flows, id);
  draft.flows[makeId()] = { map: flow.map, from: exit, to: flow.to, kind, order };
  const group = lookUp(draft.nodes, flow.from)?.group;
  if (group !== undefined && lookUp(draft.nodes, flow.to)?.group === group)
    for (const each of nodes) {
      const node = lookUp(draft.nodes, each);
      if (node) node.group = group;
    }
  flow.to = entry;
}
