import type { Flow, Project } from '../model/project';
import { isForward, lookUp } from '../model/queries';
import type { NodeType } from '../model/value-sets';
import { en } from '../text/en';
import { patchRecord } from './change';
import type { Command } from './command';

const { move } = en.stepTable;

interface Swap {
  /** The one of the two that comes first now, and the one that will. */
  readonly first: string;
  readonly second: string;
  /** The flow between the two, those into the first one, and the one out of the second. */
  readonly between: string;
  readonly into: readonly string[];
  readonly onward: string | null;
}

type Entry = readonly [id: string, flow: Flow];

const movable: readonly NodeType[] = ['step', 'decision', 'control'];

/** The flows of a node as they matter for its place. */
function around(project: Project, node: string): { into: Entry[]; out: Entry[] } {
  const forward = Object.entries(project.flows).filter(
    ([, flow]) => isForward(flow) && flow.from !== flow.to,
  );
  return {
    into: forward.filter(([, { to }]) => to === node),
    out: forward.filter(([, { from }]) => from === node),
  };
}

function swapOf(project: Project, id: string, by: -1 | 1): Swap | string {
  const own = around(project, id);
  const [only, ...more] = by === -1 ? own.into : own.out;
  if (!only) return move.atEdge(by === -1);
  if (more.length > 0) return move.branches;
  const [between, { from: first, to: second }] = only;
  const types = [first, second].map((each) => lookUp(project.nodes, each)?.type);
  const isEdge = types.some((type) => type === 'start' || type === 'end');
  if (isEdge) return move.atEdge(by === -1);
  if (types.some((type) => type === undefined || !movable.includes(type))) return move.branches;
  const [before, after] = [around(project, first), around(project, second)];
  if (before.out.length !== 1 || after.into.length !== 1 || after.out.length > 1) return move.branches;
  const isLooped = Object.entries(project.flows).some(
    ([each, { from, to }]) =>
      each !== between && ((from === first && to === second) || (from === second && to === first)),
  );
  if (isLooped) return move.loop;
  return {
    first,
    second,
    between,
    into: before.into.map(([each]) => each),
    onward: after.out[0]?.[0] ?? null,
  };
}

/** Why a node cannot change places with the one before (-1) or after it (1) in the flow, or null. */
export function refuseMove(project: Project, { id, by }: { id: string; by: -1 | 1 }): string | null {
  const node = lookUp(project.nodes, id);
  if (!node) return en.commands.refused.nodeGone;
  if (!movable.includes(node.type)) return move.notAStep;
  const swap = swapOf(project, id, by);
  return typeof swap === 'string' ? swap : null;
}

/** Lets a node change places with the one before (-1) or after it (1) in the flow; shares stay with the node that they leave. */
export function moveStep({ id, by }: { id: string; by: -1 | 1 }): Command {
  return {
    name: 'node.moveInFlow',
    label: en.stepTable.label.moveStep,
    refuse: (project) => refuseMove(project, { id, by }),
    apply(draft) {
      const swap = swapOf(draft, id, by);
      if (typeof swap === 'string') return;
      const { first, second, into, onward } = swap;
      const [a, b] = [lookUp(draft.nodes, first), lookUp(draft.nodes, second)];
      const between = lookUp(draft.flows, swap.between);
      const last = onward === null ? undefined : lookUp(draft.flows, onward);
      if (!a || !b || !between) return;
      [a.order, b.order] = [b.order, a.order];
      const [there, here] = [a.position, b.position];
      patchRecord(a, { position: here && { ...here } });
      patchRecord(b, { position: there && { ...there } });
      for (const flow of into.map((each) => lookUp(draft.flows, each))) if (flow) flow.to = second;
      if (last) {
        between.to = last.to;
        last.to = first;
      } else [between.from, between.to] = [second, first];
    },
  };
}
