import type { ProjectDraft } from '../../commands/change';
import type { MakeId } from '../../commands/command';
import { putNode } from '../../commands/nodes';
import type { Project } from '../../model/project';
import { lookUp } from '../../model/queries';
import { onlyFlowBetween } from './merge-steps';
import { placeBeside } from './places';
import { entrancesOf, exitsOf, isReturn, leadElsewhere, putFlow } from './rewire';

/** True where two steps follow each other so closely that they can be done at the same time: nothing leaves or enters between them but returns into the second. */
export function canParallelise(project: Project, first: string, second: string): boolean {
  if (onlyFlowBetween(project, first, second) === null) return false;
  const [a, b] = [lookUp(project.nodes, first), lookUp(project.nodes, second)];
  const isPlain = exitsOf(project, first).every(({ flow }) => flow.to === first || flow.to === second);
  return (
    isPlain &&
    a?.afterValue === b?.afterValue &&
    exitsOf(project, second).some(({ flow }) => flow.to !== second)
  );
}

/**
 * Puts two steps that follow each other between a fork and a join. What the second decided is decided after the join,
 * by a decision where there is more than one way; who had to do one of them again now does both.
 */
export function forkAndJoin(draft: ProjectDraft, first: string, second: string, makeId: MakeId): void {
  const a = lookUp(draft.nodes, first);
  const between = onlyFlowBetween(draft, first, second);
  if (!a || between === null) return;
  const { map } = a;
  const [fork, join] = [makeId(), makeId()];
  const exits = exitsOf(draft, second).filter(({ flow }) => flow.to !== second);
  const before = entrancesOf(draft, first)[0]?.flow.from ?? null;
  putNode(draft, fork, { map, type: 'fork', ...placeBeside(draft, first, 'left', 'fork') }, before);
  putNode(draft, join, { map, type: 'join', ...placeBeside(draft, second, 'right', 'join') }, second);
  const moved = placeBeside(draft, first, 'below', 'step').position;
  const other = lookUp(draft.nodes, second);
  if (moved && other) other.position = moved;
  let last = join;
  if (exits.length > 1) {
    last = makeId();
    const spot = placeBeside(draft, join, 'right', 'decision');
    putNode(draft, last, { map, type: 'decision', name: '', ...spot }, join);
    putFlow(draft, { map, from: join, to: last, kind: 'normal' }, makeId);
  }
  delete draft.flows[between];
  const into = [...entrancesOf(draft, first), ...entrancesOf(draft, second)];
  for (const { id, flow } of into)
    if (flow.from !== flow.to && flow.from !== second) leadElsewhere(draft, id, { to: fork }, makeId);
  for (const { id, flow } of exits)
    leadElsewhere(
      draft,
      id,
      { from: last, ...(isReturn(flow) && flow.to === first && { to: fork }) },
      makeId,
    );
  const selves = exitsOf(draft, second).filter(({ flow }) => flow.to === second);
  scaleOut(draft, last, selves.length > 0);
  for (const at of [first, second]) {
    putFlow(draft, { map, from: fork, to: at, kind: 'normal' }, makeId);
    putFlow(draft, { map, from: at, to: join, kind: 'normal' }, makeId);
  }
}

/** What an own return of the second step took from its exits is theirs again after the join. */
function scaleOut(draft: ProjectDraft, node: string, isNeeded: boolean): void {
  const exits = exitsOf(draft, node);
  const stated = exits.reduce((sum, { flow }) => sum + (flow.share?.likely ?? 0), 0);
  if (!isNeeded || exits.some(({ flow }) => flow.share === undefined) || !(stated > 0)) return;
  for (const { id } of exits) {
    const flow = draft.flows[id];
    if (flow?.share) flow.share = { likely: Math.min(1, flow.share.likely / stated) };
  }
}
