import { definedFields, type ProjectDraft } from '../../commands/change';
import type { MakeId } from '../../commands/command';
import { type NewNode, putNode } from '../../commands/nodes';
import type { FlowAt } from '../../commands/shares';
import type { MapNode, Project } from '../../model/project';
import { lookUp } from '../../model/queries';
import { placeBetween } from './places';
import { entrancesOf, exitsOf, isForward, leadElsewhere, putFlow, shareField, sharesOf } from './rewire';

/** A step that a fix adds: its name and whatever else is known of it. */
export type NewStep = Omit<NewNode, 'map' | 'type' | 'order' | 'position'>;

/** A new step with the role and the team of the one beside it where nothing else is said. */
function fieldsLike(beside: MapNode | undefined, step: NewStep): NewStep {
  const isOwn = step.role !== undefined || step.team !== undefined || step.party !== undefined;
  if (isOwn || beside?.type !== 'step') return step;
  return { role: beside.role, team: beside.team, party: beside.party, ...step };
}

/** True where a step may stand right before a node. */
export function canStandBefore(project: Project, id: string): boolean {
  const type = lookUp(project.nodes, id)?.type;
  const isPlace = type === 'step' || type === 'decision' || type === 'fork' || type === 'end';
  return isPlace && entrancesOf(project, id).some(isForward);
}

/** True where a step may stand right after a node. */
export function canStandAfter(project: Project, id: string): boolean {
  const type = lookUp(project.nodes, id)?.type;
  const isPlace = type === 'step' || type === 'decision' || type === 'join' || type === 'start';
  return isPlace && exitsOf(project, id).some(isForward);
}

/** Puts a step before a node: everything that led on to the node leads to the step, returns stay as they are. */
export function putBefore(draft: ProjectDraft, id: string, step: NewStep, makeId: MakeId): void {
  const node = lookUp(draft.nodes, id);
  const into = entrancesOf(draft, id).filter(isForward);
  const [first] = into;
  if (!node || !first) return;
  const added = makeId();
  const spot = placeBetween(draft, first.flow.from, id, 'step');
  const like = fieldsLike(node.type === 'step' ? node : lookUp(draft.nodes, first.flow.from), step);
  putNode(draft, added, { ...definedFields(like), map: node.map, type: 'step', ...spot }, first.flow.from);
  for (const flow of into) leadElsewhere(draft, flow.id, { to: added }, makeId);
  putFlow(draft, { map: node.map, from: added, to: id, kind: 'normal' }, makeId);
}

/** The shares of some exits among themselves; null where one is unknown. */
function amongThemselves(
  exits: readonly FlowAt[],
  shares: ReadonlyMap<string, number | null>,
): number | null {
  return exits.reduce<number | null>((sum, { id }) => {
    const share = shares.get(id) ?? null;
    return sum === null || share === null ? null : sum + share;
  }, 0);
}

/** Puts a step after a node: everything that led on from the node leads on from the step, returns stay as they are. */
export function putAfter(draft: ProjectDraft, id: string, step: NewStep, makeId: MakeId): void {
  const node = lookUp(draft.nodes, id);
  const all = exitsOf(draft, id);
  const onward = all.filter(isForward);
  const [first] = onward;
  if (!node || !first) return;
  const shares = sharesOf(all);
  const sum = amongThemselves(onward, shares);
  const added = makeId();
  const spot = placeBetween(draft, id, first.flow.to, 'step');
  putNode(
    draft,
    added,
    { ...definedFields(fieldsLike(node, step)), map: node.map, type: 'step', ...spot },
    id,
  );
  for (const flow of onward) {
    const share = shares.get(flow.id) ?? null;
    const scaled = onward.length === 1 || sum === null || share === null || !(sum > 0) ? null : share / sum;
    leadElsewhere(draft, flow.id, { from: added, share: scaled }, makeId);
  }
  const own = all.length === onward.length ? null : sum;
  putFlow(draft, { map: node.map, from: id, to: added, kind: 'normal', ...shareField(own) }, makeId);
}

/** The exit that items usually take on from a step. */
function usualExit(project: Project, step: string): FlowAt | undefined {
  const exits = exitsOf(project, step);
  const shares = sharesOf(exits);
  const onward = exits.filter(isForward);
  const normal = onward.filter(({ flow }) => flow.kind === 'normal');
  const size = ({ id }: FlowAt): number => shares.get(id) ?? 0;
  return [...(normal.length > 0 ? normal : onward)].sort(
    (a, b) => size(b) - size(a) || a.flow.order - b.flow.order,
  )[0];
}

/** Where items go that need not pass a step, or null where nothing leads on from it or to it. */
export function wayPast(project: Project, step: string): string | null {
  const exit = usualExit(project, step);
  return exit && entrancesOf(project, step).some(isForward) ? exit.flow.to : null;
}

/** What a way past a step is: the share of items that take it, the words on it, the question that divides them. */
export interface Way {
  readonly share: number;
  readonly label: string;
  readonly question: string;
}

/** Leads a part of the items past a step: from the choice before it where there is one, else from a new one. */
export function leadPast(draft: ProjectDraft, step: string, way: Way, makeId: MakeId): void {
  const node = lookUp(draft.nodes, step);
  const target = wayPast(draft, step);
  const into = entrancesOf(draft, step).filter(isForward);
  const [first] = into;
  if (!node || target === null || !first) return;
  const { map } = node;
  const known = into.length === 1 ? (sharesOf(exitsOf(draft, first.flow.from)).get(first.id) ?? null) : null;
  const isChoice = lookUp(draft.nodes, first.flow.from)?.type === 'decision';
  if (known !== null && isChoice && first.flow.from !== target) {
    const { from } = first.flow;
    leadElsewhere(draft, first.id, { share: known * (1 - way.share) }, makeId);
    const past = { map, from, to: target, kind: 'normal' as const, label: way.label };
    putFlow(draft, { ...past, ...shareField(known * way.share) }, makeId);
    return;
  }
  const choice = makeId();
  const spot = placeBetween(draft, first.flow.from, step, 'decision');
  putNode(draft, choice, { map, type: 'decision', name: way.question, ...spot }, first.flow.from);
  for (const flow of into) leadElsewhere(draft, flow.id, { to: choice }, makeId);
  putFlow(draft, { map, from: choice, to: step, kind: 'normal', ...shareField(1 - way.share) }, makeId);
  const past = { map, from: choice, to: target, kind: 'normal' as const, label: way.label };
  putFlow(draft, { ...past, ...shareField(way.share) }, makeId);
}
