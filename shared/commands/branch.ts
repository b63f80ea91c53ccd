import type { Flow, MapNode, Position, Project } from '../model/project';
import { isForward, lookUp } from '../model/queries';
import { searchText } from '../text/search';
import type { MakingCommand, ProjectDraft } from './change';
import type { MakeId } from './command';
import { byOrder, orderAtEnd } from './order';

const text = searchText.branch;

/** Demand, value and joins are shared by branches: none of them is part of one. */
function canStandInside(node: MapNode | undefined): boolean {
  return node !== undefined && !['start', 'end', 'join', 'note', 'burst', 'control'].includes(node.type);
}

/** Where a branch begins: the node itself, or the one that a flow leads to where no other way does. */
function headOf(project: Project, id: string): string | null {
  const flow = lookUp(project.flows, id);
  const head = flow ? flow.to : id;
  if (!canStandInside(lookUp(project.nodes, head))) return null;
  if (flow === undefined) return head;
  const isOnlyWay = Object.entries(project.flows).every(
    ([other, each]) => other === id || each.to !== head || !isForward(each),
  );
  return isForward(flow) && isOnlyWay ? head : null;
}

/** The nodes of the branch that begins at a node or with a flow: all that items can reach only through it, up to the next join, value or way in from elsewhere. Empty where there is none. */
export function branchOf(project: Project, id: string): readonly string[] {
  const head = headOf(project, id);
  if (head === null) return [];
  const flows = Object.values(project.flows).filter(isForward);
  const branch = new Set([head]);
  for (let size = 0; size < branch.size; ) {
    size = branch.size;
    for (const { from, to } of flows) {
      if (!branch.has(from) || branch.has(to) || !canStandInside(lookUp(project.nodes, to))) continue;
      const ways = flows.filter((flow) => flow.to === to);
      if (ways.every((flow) => branch.has(flow.from))) branch.add(to);
    }
  }
  return [...branch];
}

interface Branch {
  readonly ids: ReadonlyMap<string, string>;
  readonly head: string;
  readonly by: Position;
}

function copyNodes(draft: ProjectDraft, { ids, by }: Branch): void {
  const rows = [...ids].flatMap(([id, own]) => {
    const node = lookUp(draft.nodes, id);
    return node ? [{ own, node: { ...node } }] : [];
  });
  const [first] = rows;
  if (!first) return;
  const onMap = Object.values(draft.nodes).filter(({ map }) => map === first.node.map);
  let order = orderAtEnd(onMap);
  for (const { own, node } of rows.sort((a, b) => a.node.order - b.node.order)) {
    const { copiedFrom: _source, position, ...rest } = node;
    const place = position && { position: { x: position.x + by.x, y: position.y + by.y } };
    draft.nodes[own] = { ...rest, ...place, order: order++ };
  }
}

/** Flows inside the branch and out of it; of those into it only the ones that bring items to its head. */
function isCopied(flow: Flow, { ids, head }: Branch): boolean {
  if (ids.has(flow.from)) return true;
  return flow.to === head && (isForward(flow) || flow.kind === 'information');
}

/** Nobody knows yet how many items take which of two ways: both shares are blank, but at a fork, where all items take both. */
function blankShares(draft: ProjectDraft, ways: readonly string[]): void {
  for (const id of ways) {
    const flow = lookUp(draft.flows, id);
    if (flow) delete flow.share;
  }
}

function copyFlows(draft: ProjectDraft, branch: Branch, makeId: MakeId): void {
  let order = orderAtEnd(Object.values(draft.flows));
  const ways: string[] = [];
  for (const [id, flow] of Object.entries(draft.flows).sort(byOrder)) {
    if (!isCopied(flow, branch)) continue;
    const own = makeId();
    const [from, to] = [branch.ids.get(flow.from) ?? flow.from, branch.ids.get(flow.to) ?? flow.to];
    draft.flows[own] = { ...flow, from, to, order: order++ };
    const isWayIn = from === flow.from && flow.kind !== 'information';
    if (isWayIn && lookUp(draft.nodes, from)?.type !== 'fork') ways.push(id, own);
  }
  blankShares(draft, ways);
}

/** Copies the branch that begins at a node or with a flow, with the ways into it and out of it; `by` moves what has a place of its own. Shares of the ways in become blank. */
export function duplicateBranch(
  { project, id, by }: { project: Project; id: string; by: Position },
  makeId: MakeId,
): MakingCommand {
  const nodes = branchOf(project, id);
  const [head = ''] = nodes;
  const branch: Branch = { ids: new Map(nodes.map((node) => [node, makeId()])), head, by };
  return {
    name: 'branch.duplicate',
    label: text.duplicate,
    made: [...branch.ids.values()],
    refuse: (now) => {
      const ways = Object.values(now.flows).some((flow) => flow.to === head && isForward(flow));
      return nodes.length > 0 && lookUp(now.nodes, head) && ways ? null : text.refused;
    },
    apply(draft) {
      copyNodes(draft, branch);
      copyFlows(draft, branch, makeId);
    },
  };
}
