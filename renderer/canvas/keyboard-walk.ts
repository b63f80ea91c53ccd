import type { Flow, Position } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { derivedNow } from '../derive';
import { select, useApp } from '../store';
import { centreOf } from './gestures';
import { viewControl } from './viewport';

/** The nearest node from a node in a direction: ahead first, then straight; null where there is none. */
export function neighbour(from: string, direction: Position): string | null {
  const derived = derivedNow();
  const start = derived?.layout.boxes.get(from);
  if (!derived || !start) return null;
  const origin = centreOf(start);
  let best: { id: string; cost: number } | null = null;
  for (const [id, box] of derived.layout.boxes) {
    const dx = centreOf(box).x - origin.x;
    const dy = centreOf(box).y - origin.y;
    const ahead = dx * direction.x + dy * direction.y;
    const cost = ahead + 2 * (Math.abs(dx * direction.y) + Math.abs(dy * direction.x));
    if (id !== from && ahead > 4 && (!best || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? null;
}

/** Selects a node, brings it into view, gives it the focus and says its name. */
export function goTo(id: string): void {
  select([id]);
  viewControl()?.reveal(id);
  requestAnimationFrame(() => viewControl()?.focus(id));
  announce(en.canvas.selectedNode(derivedNow()?.shown.graph.node.get(id)?.name ?? ''));
}

/** Goes to the next or the previous node along the flow; to the first node where none is selected. */
export function walk(direction: 1 | -1): void {
  const derived = derivedNow()?.shown;
  if (!derived) return;
  const [current] = useApp.getState().selection;
  const selected = derived.graph.flows.find((each) => each.id === current);
  if (selected) {
    goTo(direction === 1 ? selected.to : selected.from);
    return;
  }
  if (current === undefined || !derived.graph.node.has(current)) {
    const [first] = derived.graph.nodes;
    if (first) goTo(first.id);
    return;
  }
  const flows = (direction === 1 ? derived.graph.out : derived.graph.in).get(current) ?? [];
  const next = flows.find((flow) => flow.kind === 'normal') ?? flows[0];
  if (next) goTo(direction === 1 ? next.to : next.from);
}

/** The node whose flows are walked through, while one of them is selected. */
let flowsOf: string | null = null;

/** The flows of the selected node, those out of it first; of the node that was walked before where a flow is selected. */
function flowsInTurn(): { node: string; flows: readonly WithId<Flow>[]; at: number } | null {
  const graph = derivedNow()?.shown.graph;
  const [selected] = useApp.getState().selection;
  if (!graph || selected === undefined) return null;
  const flow = graph.flows.find((each) => each.id === selected);
  const node = flow ? (flow.to === flowsOf ? flow.to : flow.from) : selected;
  const flows = [...(graph.out.get(node) ?? []), ...(graph.in.get(node) ?? [])];
  return { node, flows, at: flows.findIndex((each) => each.id === selected) };
}

/** True where the selection has flows to walk through. */
export function hasFlows(): boolean {
  return (flowsInTurn()?.flows.length ?? 0) > 0;
}

/** Selects the next flow of the selected node, round and round, and says where it leads. */
export function walkFlows(): void {
  const turn = flowsInTurn();
  const next = turn?.flows[(turn.at + 1) % turn.flows.length];
  if (!turn || !next) return;
  flowsOf = turn.node;
  const name = (id: string): string => derivedNow()?.shown.graph.node.get(id)?.name ?? '';
  select([next.id]);
  viewControl()?.reveal(next.id);
  viewControl()?.focusCanvas();
  announce(en.canvas.selectedNode(en.drawingSentences.flow(name(next.from), name(next.to))));
}
