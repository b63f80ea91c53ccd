import { useReactFlow } from '@xyflow/react';
import { useRef } from 'react';
import { gridSize } from '../../shared/layout/sizes';
import type { Position } from '../../shared/model/project';
import { derivedNow } from '../derive';
import { select, useApp } from '../store';
import { commitMove, nudged } from './gestures';
import { aimFlow, goTo, neighbour, walk } from './keyboard-walk';
import { placeNext } from './placing';

const directions: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Keys {
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onKeyUp: (event: React.KeyboardEvent) => void;
}

function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role=menu], [role=toolbar]') !== null
  );
}

function canHaveNext(id: string | undefined): id is string {
  const type = id === undefined ? undefined : derivedNow()?.graph.node.get(id)?.type;
  return type !== undefined && type !== 'end' && type !== 'note' && type !== 'burst';
}

/** Arrows with Alt walk: along the flow to the sides, to the nearest node up and down. */
function walkByArrow(key: string, direction: Position, from: string | undefined): void {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    walk(key === 'ArrowRight' ? 1 : -1);
    return;
  }
  const next = from === undefined ? null : neighbour(from, direction);
  if (next !== null) goTo(next);
}

function leaveOff(): void {
  const { tool } = useApp.getState();
  useApp.setState({ tool: { kind: 'select' }, notice: null });
  if (tool.kind === 'select') select([]);
}

/** Keys with one meaning whatever the tool; true where the key was one of them. */
function plainKey(event: React.KeyboardEvent, only: string | undefined): boolean {
  const { target } = event;
  const focused = target instanceof HTMLElement ? target.dataset['id'] : undefined;
  const hasModifier = event.shiftKey || event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false;
  if (event.key === 'Tab' && !hasModifier && canHaveNext(only)) {
    placeNext(only, { kind: 'element', id: 'step' });
  } else if (event.key === 'Enter' && only !== undefined && derivedNow()?.graph.node.has(only) === true) {
    useApp.setState({ renaming: only });
  } else if (event.key === 'Escape') {
    leaveOff();
  } else if (focused !== undefined && (event.key === ' ' || (event.key === 'Enter' && only === undefined))) {
    select([focused]);
  } else return false;
  return true;
}

/** Nudges with the arrow keys: the nodes follow at once, the document learns of it when the key goes up. */
function useNudge(setDragged: (places: ReadonlyMap<string, Position>) => void): {
  move: (direction: Position, isFar: boolean) => void;
  end: () => void;
} {
  const canvas = useReactFlow();
  const nudge = useRef<{ by: Position; places: Map<string, Position> } | null>(null);
  return {
    move: (direction, isFar) => {
      const { selection } = useApp.getState();
      const length = gridSize * (isFar ? 10 : 1);
      if (selection.length === 0) {
        const { x, y, zoom } = canvas.getViewport();
        void canvas.setViewport({ x: x - direction.x * length * 5, y: y - direction.y * length * 5, zoom });
        return;
      }
      const by = nudge.current?.by ?? { x: 0, y: 0 };
      const next = { x: by.x + direction.x * length, y: by.y + direction.y * length };
      nudge.current = { by: next, places: nudged(selection, next) };
      setDragged(nudge.current.places);
    },
    end: () => {
      if (!nudge.current) return;
      const { places } = nudge.current;
      nudge.current = null;
      setDragged(new Map());
      commitMove(places);
    },
  };
}

/** Keys of the canvas that no menu lists: arrows nudge or walk, Tab adds, Enter renames, Escape leaves off. */
export function useCanvasKeys(setDragged: (places: ReadonlyMap<string, Position>) => void): Keys {
  const nudge = useNudge(setDragged);
  return {
    onKeyDown: (event) => {
      if (isField(event.target)) return;
      const { tool, selection } = useApp.getState();
      const direction = directions[event.key];
      const only = selection.length === 1 ? selection[0] : undefined;
      if (tool.kind === 'connect' && tool.from !== null && (direction || event.key === 'Enter')) {
        aimFlow(tool.from, direction ?? null);
      } else if (direction && !event.ctrlKey && !event.metaKey) {
        if (event.altKey) walkByArrow(event.key, direction, only);
        else nudge.move(direction, event.shiftKey);
      } else if (!plainKey(event, only)) return;
      event.preventDefault();
    },
    onKeyUp: (event) => {
      if (directions[event.key]) nudge.end();
    },
  };
}
