import { connect, reconnect } from '../../shared/commands/flows';
import type { Position } from '../../shared/model/project';
import { lookUp } from '../../shared/model/queries';
import { derivedNow } from '../derive';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { dispatch, select, useApp } from '../store';
import { endOf, endsOf } from './block-ends';
import { viewControl } from './viewport';
import { centreOf } from './gestures';

const words = en.canvas.connect;

/** A node that a flow can lead to. */
export interface ConnectTarget {
  readonly id: string;
  readonly name: string;
}

/** The nodes that a flow from a node can lead to, in the order of the stream, and each entry of a folded group that has several; those whose name begins with the text first. */
export function connectTargets(from: string, text: string): ConnectTarget[] {
  const shown = derivedNow()?.shown;
  if (!shown) return [];
  const wanted = text.trim().toLowerCase();
  const found = shown.graph.nodes.filter((node) => {
    const takesFlow = node.type !== 'note' && node.type !== 'burst' && node.type !== 'start';
    return node.id !== from && takesFlow;
  });
  const begins = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found
    .flatMap(({ id, name }): ConnectTarget[] => {
      const entries = endsOf(id, 'entry');
      if (entries.length < 2) return [{ id, name }];
      return entries.map((entry) => ({
        id: entry,
        name: words.inBlock(shown.whole.node.get(entry)?.name ?? '', name),
      }));
    })
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => (wanted === '' ? 0 : begins(a.name) - begins(b.name)));
}

/** The nearest target from a node in a direction: ahead first, then straight; null where there is none. */
export function targetBeside(
  at: string,
  direction: Position,
  targets: readonly ConnectTarget[],
): string | null {
  const boxes = derivedNow()?.layout.boxes;
  const start = boxes?.get(at);
  if (!boxes || !start) return null;
  const origin = centreOf(start);
  let best: { id: string; cost: number } | null = null;
  for (const { id } of targets) {
    const box = boxes.get(id);
    if (!box || id === at) continue;
    const dx = centreOf(box).x - origin.x;
    const dy = centreOf(box).y - origin.y;
    const ahead = dx * direction.x + dy * direction.y;
    const cost = ahead + 2 * (Math.abs(dx * direction.y) + Math.abs(dy * direction.x));
    if (ahead > 4 && (!best || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? null;
}

/** Makes the flow that was aimed at a node, or leads an existing flow to it; the target then has the focus. */
export function endConnecting(to: string | null): void {
  const { tool } = useApp.getState();
  if (tool.kind !== 'connect' || tool.from === null) return;
  const { from, flow } = tool;
  useApp.setState({ tool: { kind: 'select' }, notice: null });
  if (to !== null && flow !== undefined) {
    if (dispatch(reconnect({ id: flow, to: endOf(to, 'entry') })) === null) select([flow]);
  } else if (to !== null) {
    const command = connect({ from: endOf(from, 'exit'), to: endOf(to, 'entry') }, makeId);
    if (dispatch(command) === null) select([...command.made]);
  } else select([flow ?? from]);
  const isFlow =
    lookUp(useApp.getState().history.project.flows, useApp.getState().selection[0]) !== undefined;
  requestAnimationFrame(() => {
    if (to === null && isFlow) viewControl()?.focusCanvas();
    else viewControl()?.focus(to ?? from);
  });
}
