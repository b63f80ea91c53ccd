import { useReactFlow } from '@xyflow/react';
import { useRef } from 'react';
import { gridSize } from '../../shared/layout/sizes';
import type { Position } from '../../shared/model/project';
import { announce } from '../announce';
import { en } from '../../shared/text/en';
import { derivedNow } from '../derive';
import { notify, select, useApp } from '../store';
import { centreOf, commitMove, connectNodes, nudged } from './gestures';
import { placeNext } from './placing';
import { viewControl } from './viewport';

const steps: Record<string, Position> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The nearest node from a node in a direction: ahead first, then straight. */
function neighbour(from: string, direction: Position): string | null {
  const derived = derivedNow();
  const start = derived?.layout.boxes.get(from);
  if (!derived || !start) return null;
  const origin = centreOf(start);
  let best: { id: string; cost: number } | null = null;
  for (const node of derived.graph.nodes) {
    const box = derived.layout.boxes.get(node.id);
    if (!box || node.id === from) continue;
    const dx = centreOf(box).x - origin.x;
    const dy = centreOf(box).y - origin.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    const cost = ahead + 2 * aside;
    if (ahead > 4 && (!best || cost < best.cost)) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}

/** Selects a node, brings it into view, gives it the focus and says its name. */
export function goTo(id: string): void {
  select([id]);
  viewControl()?.show([id]);
  requestAnimationFrame(() => viewControl()?.focus(id));
  const name = derivedNow()?.graph.node.get(id)?.name ?? '';
  announce(en.canvas.selectedNode(name));
}

/** The next or previous node along the flow. */
export function walk(direction: 1 | -1): void {
  const derived = derivedNow();
  const [current] = useApp.getState().selection;
  if (!derived) return;
  const first = derived.graph.nodes[0]?.id;
  if (current === undefined || !derived.graph.node.has(current)) {
    if (first !== undefined) goTo(first);
    return;
  }
  const flows = (direction === 1 ? derived.graph.out : derived.graph.in).get(current) ?? [];
  const next = flows.find((flow) => flow.kind === 'normal') ?? flows[0];
  if (next) goTo(direction === 1 ? next.to : next.from);
}

function sayTarget(id: string): void {
  const text = en.canvas.connectKeyHint(derivedNow()?.graph.node.get(id)?.name ?? '');
  notify(text);
  viewControl()?.show([id]);
}

interface Keys {
  onKeyDown: (event: React.KeyboardEvent) => void;
  onKeyUp: (event: React.KeyboardEvent) => void;
}

/** What an arrow does while a flow is drawn by keyboard: it chooses the target, which is the selection. */
function aim(event: React.KeyboardEvent, from: string): void {
  const current = useApp.getState().selection[0] ?? from;
  const direction = steps[event.key];
  if (direction) {
    const next = neighbour(current, direction);
    if (next !== null) {
      select([next]);
      sayTarget(next);
    }
  } else if (event.key === 'Enter') {
    useApp.setState({ tool: { kind: 'select' }, notice: null });
    if (current !== from) connectNodes(from, current);
    requestAnimationFrame(() => viewControl()?.focus(current === from ? from : current));
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role=menu], [role=toolbar]') !== null;
}

/** Keys of the canvas that no menu lists: arrows nudge or walk, Tab adds, Enter renames, Escape leaves off. */
export function useCanvasKeys(setDragged: (places: ReadonlyMap<string, Position>) => void): Keys {
  const flow = useReactFlow();
  const nudge = useRef<{ by: Position; places: Map<string, Position> } | null>(null);
  const move = (event: React.KeyboardEvent, direction: Position): void => {
    const { selection } = useApp.getState();
    const length = gridSize * (event.shiftKey ? 10 : 1);
    if (selection.length === 0) {
      const view = flow.getViewport();
      void flow.setViewport({ ...view, x: view.x - direction.x * length * 5, y: view.y - direction.y * length * 5 });
      return;
    }
    const by = nudge.current?.by ?? { x: 0, y: 0 };
    const next = { x: by.x + direction.x * length, y: by.y + direction.y * length };
    nudge.current = { by: next, places: nudged(selection, next) };
    setDragged(nudge.current.places);
  };
  return {
    onKeyDown: (event) => {
      if (isField(event.target)) return;
      const { tool, selection } = useApp.getState();
      if (tool.kind === 'connect' && tool.from !== null) aim(event, tool.from);
      if (event.isPropagationStopped()) return;
      const direction = steps[event.key];
      const [only] = selection;
      if (direction && !event.ctrlKey && !event.metaKey) {
        if (!event.altKey) move(event, direction);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') walk(event.key === 'ArrowRight' ? 1 : -1);
        else {
          const next = only === undefined ? null : neighbour(only, direction);
          if (next !== null) goTo(next);
        }
      } else if (event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && selection.length === 1 && only !== undefined && canHaveNext(only)) {
        placeNext(only, { kind: 'element', id: 'step' });
      } else if (event.key === 'Enter' && selection.length === 1 && only !== undefined) {
        useApp.setState({ renaming: only });
      } else if (event.key === 'Escape') {
        useApp.setState({ tool: { kind: 'select' }, notice: null });
        if (tool.kind === 'select') select([]);
      } else if (event.key === ' ' && event.target instanceof HTMLElement && event.target.dataset['id'] !== undefined) {
        select([event.target.dataset['id']]);
      } else return;
      event.preventDefault();
    },
    onKeyUp: (event) => {
      if (!steps[event.key] || !nudge.current) return;
      const { places } = nudge.current;
      nudge.current = null;
      setDragged(new Map());
      commitMove(places);
    },
  };
}

function canHaveNext(id: string): boolean {
  const type = derivedNow()?.graph.node.get(id)?.type;
  return type !== undefined && type !== 'end' && type !== 'note' && type !== 'burst';
}
