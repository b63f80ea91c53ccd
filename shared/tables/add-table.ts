import { type MakingCommand, type ProjectDraft, patchRecord } from '../commands/change';
import { clipOf, pasteNodes } from '../commands/clipboard';
import type { MakeId } from '../commands/command';
import { orderAtEnd } from '../commands/order';
import type { MapNode, Project } from '../model/project';
import { graphOf, isForward, lookUp, type MapGraph, type WithId } from '../model/queries';
import { en } from '../text/en';

/** A table that was read, and where its steps go. */
export interface AddTable {
  readonly project: Project;
  readonly mapId: string;
  /** The project that was made of the table. */
  readonly table: { readonly project: Project; readonly mapId: string };
  /** The node after which the steps come; null where the map has none to come after. */
  readonly after: string | null;
}

interface Plan {
  readonly graph: MapGraph;
  readonly target: MapGraph;
  /** Nodes of the table that stand for nodes of the map. */
  readonly same: ReadonlyMap<string, string>;
  readonly added: readonly WithId<MapNode>[];
  readonly hasSteps: boolean;
}

const works = ({ type }: MapNode): boolean =>
  type !== 'start' && type !== 'end' && type !== 'note' && type !== 'burst';

const firstOf = (graph: MapGraph, type: 'start' | 'end'): WithId<MapNode> | undefined =>
  graph.nodes.find((node) => node.type === type);

/** Where items go on after the place at which the table comes; null where they go nowhere. */
function wayOn({ target, hasSteps }: Plan, after: string): { flow: string | null; to: string } | null {
  const exits = (target.out.get(after) ?? []).filter(isForward);
  const [exit] = exits;
  const type = target.node.get(after)?.type;
  if (exit && exits.length === 1 && type !== 'fork' && type !== 'decision')
    return { flow: exit.id, to: exit.to };
  const end = firstOf(target, 'end');
  const isLoose = end !== undefined && (target.in.get(end.id) ?? []).length === 0;
  return end && exits.length === 0 && (isLoose || !hasSteps) ? { flow: null, to: end.id } : null;
}

/** The start and the end of the table are those of the map: what leads from the start comes after the chosen node. */
function planOf({ project, mapId, table, after }: AddTable): Plan | null {
  const graph = graphOf(table.project, table.mapId);
  const target = graphOf(project, mapId);
  if (!graph || !target) return null;
  const hasSteps = target.nodes.some(works);
  const plan: Plan = { graph, target, same: new Map(), added: graph.nodes, hasSteps };
  if (after === null) return plan;
  const [start, end] = [firstOf(graph, 'start'), firstOf(graph, 'end')];
  const same = new Map<string, string>();
  const onward = wayOn(plan, after);
  if (start) same.set(start.id, after);
  if (end && onward) same.set(end.id, onward.to);
  const dropped = new Set([start?.id, end?.id]);
  return { ...plan, same, added: graph.nodes.filter(({ id }) => !dropped.has(id)) };
}

/** Orders right after a node, before whatever comes next. */
function ordersAfter(nodes: readonly MapNode[], after: number, count: number): number[] {
  const next = Math.min(...nodes.map(({ order }) => order).filter((order) => order > after));
  const room = Number.isFinite(next) ? next - after : count + 1;
  return Array.from({ length: count }, (_, index) => after + (room * (index + 1)) / (count + 1));
}

function connect(draft: ProjectDraft, plan: Plan, ids: ReadonlyMap<string, string>, makeId: MakeId): void {
  let order = orderAtEnd(Object.values(draft.flows));
  for (const { id: _id, ...flow } of plan.graph.flows) {
    if (ids.has(flow.from) && ids.has(flow.to)) continue;
    const from = ids.get(flow.from) ?? plan.same.get(flow.from);
    const to = ids.get(flow.to) ?? plan.same.get(flow.to);
    if (from === undefined || to === undefined) continue;
    draft.flows[makeId()] = { ...flow, map: plan.target.id, from, to, order: order++ };
  }
}

/** An empty map takes over what the table says of demand and value. */
function takeEnds(draft: ProjectDraft, { graph, target, same, hasSteps }: Plan): void {
  if (hasSteps) return;
  for (const type of ['start', 'end'] as const) {
    const own = firstOf(graph, type);
    const there = own && lookUp(draft.nodes, same.get(own.id));
    if (!own || there?.type !== type || there.map !== target.id) continue;
    const { id: _id, map: _map, order: _order, position: _position, role: _role, ...fields } = own;
    patchRecord(there, fields);
  }
}

function refuseAdd({ added }: Plan, after: string | null): (project: Project) => string | null {
  const { refused } = en.commands;
  return (project) => {
    if (added.length === 0) return refused.nothingToPaste;
    const node = after === null ? null : lookUp(project.nodes, after);
    if (node === undefined) return refused.nodeGone;
    return node?.type === 'end' ? refused.outOfEnd : null;
  };
}

/** Adds the steps of a table to a map, connected as the table says, between a node and the next one; null where a map is gone. */
export function addTable(what: AddTable, makeId: MakeId): MakingCommand | null {
  const plan = planOf(what);
  if (!plan) return null;
  const { target, graph, added } = plan;
  const clip = clipOf(
    what.table.project,
    added.map(({ id }) => id),
  );
  const paste = pasteNodes({ map: target.id, clip, by: { x: 0, y: 0 } }, makeId);
  const ids = new Map(Object.keys(clip.nodes).map((id, index) => [id, paste.made[index] ?? id]));
  const after = what.after === null ? null : (target.node.get(what.after)?.order ?? null);
  const orders = after === null ? [] : ordersAfter(target.nodes, after, added.length);
  const onward = what.after === null ? null : wayOn(plan, what.after);
  return {
    name: 'table.add',
    label: en.stepTable.label.addTable(graph.nodes.filter(({ type }) => type === 'step').length),
    made: added.map(({ id }) => ids.get(id) ?? id),
    refuse: refuseAdd(plan, what.after),
    apply(draft) {
      paste.apply(draft);
      for (const [index, { id }] of added.entries()) {
        const node = lookUp(draft.nodes, ids.get(id));
        const order = orders[index];
        if (node && order !== undefined) node.order = order;
      }
      if (onward?.flow !== null && onward?.flow !== undefined) delete draft.flows[onward.flow];
      connect(draft, plan, ids, makeId);
      takeEnds(draft, plan);
    },
  };
}
