import type { ProjectDraft } from '../../commands/change';
import type { MakeId } from '../../commands/command';
import type { FlowAt } from '../../commands/shares';
import type { Flow, MapNode, Project } from '../../model/project';
import { lookUp } from '../../model/queries';
import type { FlowKind } from '../../model/value-sets';
import { passInputsOn } from './pass-on';
import {
  deleteNode,
  entrancesOf,
  exitsOf,
  isForward,
  isReturn,
  putFlow,
  shareField,
  sharesOf,
} from './rewire';

const leadsOn = ({ flow }: FlowAt): boolean => flow.kind !== 'rework' && flow.from !== flow.to;

/** True where everything that leads to a step has somewhere else to go once the step is gone. */
export function canRemove(project: Project, step: string): boolean {
  if (exitsOf(project, step).some(leadsOn)) return true;
  return entrancesOf(project, step).every(
    ({ flow }) =>
      flow.from === step ||
      exitsOf(project, flow.from).some((exit) => isForward(exit) && exit.flow.to !== step),
  );
}

/** A node after which items cannot choose: a choice between ways needs a node of its own there. */
const cannotChoose = (node: MapNode | undefined): boolean =>
  node?.type === 'fork' || node?.type === 'start' || node?.type === 'join';

function kindOf(draft: ProjectDraft, before: Flow, after: Flow): FlowKind {
  if (lookUp(draft.nodes, after.to)?.type === 'end')
    return before.kind === 'escalation' ? 'escalation' : 'normal';
  if (isReturn(before)) return before.kind;
  if (after.kind === 'iteration') return 'iteration';
  if (before.from === after.to) return 'rework';
  return before.kind === 'normal' ? after.kind : before.kind;
}

/** What is left of a step whose exits are still a choice: the choice. */
function toDecision(draft: ProjectDraft, id: string): void {
  const node = lookUp(draft.nodes, id);
  if (!node) return;
  const { map, name, order, position, copiedFrom, role, team, activity, detached } = { ...node };
  draft.nodes[id] = {
    map,
    name,
    order,
    type: 'decision',
    ...(position && { position }),
    ...(copiedFrom !== undefined && { copiedFrom }),
    ...(role !== undefined && { role }),
    ...(team !== undefined && { team }),
    ...(activity !== undefined && { activity }),
    ...(detached !== undefined && { detached }),
  };
}

/** A branch that nobody waits for stays one when its first step goes. */
function passDetached(draft: ProjectDraft, step: string, exits: readonly FlowAt[]): void {
  const next = lookUp(draft.nodes, exits[0]?.flow.to);
  const isOnly = exits.length === 1 && entrancesOf(draft, exits[0]?.flow.to ?? '').length === 1;
  if (isOnly && next?.type === 'step' && lookUp(draft.nodes, step)?.detached) next.detached = true;
}

/** One flow for each way through the step that is gone. */
function joinUp(
  draft: ProjectDraft,
  before: readonly (FlowAt & { readonly part: number | null })[],
  after: readonly (FlowAt & { readonly part: number | null })[],
  makeId: MakeId,
): void {
  for (const one of before)
    for (const other of after) {
      // What went back to the step that is gone now starts the next one again: its reason lay in the step that is gone.
      const isAgain = isReturn(one.flow) && one.flow.from === other.flow.to;
      const label = isAgain ? undefined : (one.flow.label ?? other.flow.label);
      const multiplied = one.part === null || other.part === null ? null : one.part * other.part;
      const kept = one.flow.share ? { share: one.flow.share } : {};
      putFlow(
        draft,
        {
          map: one.flow.map,
          from: one.flow.from,
          to: other.flow.to,
          kind: kindOf(draft, one.flow, other.flow),
          ...(after.length === 1 ? kept : shareField(multiplied)),
          ...(label !== undefined && { label }),
        },
        makeId,
      );
    }
}

/** Exits that are left alone need no share; exits that lost some are scaled to the whole again. */
function completeAgain(draft: ProjectDraft, from: string): void {
  const exits = exitsOf(draft, from);
  const [only] = exits;
  if (exits.length === 1 && only && draft.flows[only.id]) delete draft.flows[only.id]?.share;
  if (exits.length < 2 || exits.some(({ flow }) => flow.share === undefined)) return;
  const shares = sharesOf(exits);
  const sum = [...shares.values()].reduce<number>((total, share) => total + (share ?? 0), 0);
  if (!(sum > 0) || Math.abs(sum - 1) < 1e-9) return;
  for (const { id } of exits) {
    const flow = draft.flows[id];
    if (flow) Object.assign(flow, shareField((shares.get(id) ?? 0) / sum));
  }
}

const plain = ({ id, flow }: FlowAt): FlowAt => ({ id, flow: { ...flow } });

/**
 * Takes a step out. What led to it leads to what followed, shares multiplied. Returns that the step itself caused go
 * with it; returns from further on now lead to what followed, since their cause stands elsewhere. Where a choice would
 * be left to a fork, a join or a start, a decision takes the place of the step.
 */
export function takeOut(draft: ProjectDraft, step: string, makeId: MakeId): void {
  const all = exitsOf(draft, step);
  const after = all.filter(leadsOn).map(plain);
  const shares = sharesOf(all);
  const sum = after.reduce((total, { id }) => total + (shares.get(id) ?? Number.NaN), 0);
  const before = entrancesOf(draft, step)
    .filter(({ flow }) => flow.from !== step)
    .map(plain)
    .map((at) => ({ ...at, part: sharesOf(exitsOf(draft, at.flow.from)).get(at.id) ?? null }));
  if (after.length > 1 && before.some(({ flow }) => cannotChoose(lookUp(draft.nodes, flow.from)))) {
    for (const { id, flow } of all)
      if (flow.kind === 'rework' || flow.from === flow.to) delete draft.flows[id];
    toDecision(draft, step);
    completeAgain(draft, step);
    return;
  }
  if (before.some(({ flow }) => lookUp(draft.nodes, flow.from)?.type === 'fork'))
    passDetached(draft, step, after);
  passInputsOn(draft, step);
  deleteNode(draft, step);
  const parts = after.map((at) => {
    const share = shares.get(at.id) ?? null;
    return { ...at, part: share === null || !(sum > 0) ? null : share / sum };
  });
  joinUp(draft, before, parts, makeId);
  if (after.length === 0) for (const { flow } of before) completeAgain(draft, flow.from);
}
