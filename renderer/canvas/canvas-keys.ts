import { useReactFlow } from '@xyflow/react';
import { useRef } from 'react';
import { gridSize } from '../../shared/layout/sizes';
import type { Position } from '../../shared/model/project';
import { derivedNow } from '../derive';
import { select, useApp } from '../store';
import { addBeside, type Side } from './add-beside';
import { commitMove, nudged } from './gestures';
import { leaveInside, lookInside } from './grouping';
import { hideGuides, showGuidesAt } from './guide-store';
import { goTo, neighbour, walk } from './keyboard-walk';
import { roomKey } from './room-tool';

interface Arrow extends Position {
  readonly side: Side;
}

const arrows: Readonly<Record<string, Arrow>> = {
  ArrowLeft: { x: -1, y: 0, side: 'left' },
  ArrowRight: { x: 1, y: 0, side: 'right' },
  ArrowUp: { x: 0, y: -1, side: 'up' },
  ArrowDown: { x: 0, y: 1, side: 'down' },
};

interface Keys {
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onKeyUp: (event: React.KeyboardEvent) => void;
  readonly onBlur: () => void;
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
function walkByArrow(arrow: Arrow, from: string | undefined): void {
  if (arrow.y === 0) {
    walk(arrow.x === 1 ? 1 : -1);
    return;
  }
  const next = from === undefined ? null : neighbour(from, arrow);
  if (next !== null) goTo(next);
}

function leaveOff(): void {
  const { tool, selection, inside } = useApp.getState();
  useApp.setState({ tool: { kind: 'select' }, notice: null });
  if (tool.kind !== 'select') return;
  if (selection.length === 0 && inside !== null) leaveInside();
  else select([]);
}

/** Opens what Enter opens: a block, or the name of a node. */
function open(id: string): void {
  if (derivedNow()?.shown.blocks.has(id) === true) lookInside(id);
  else useApp.setState({ renaming: id });
}

/** Keys with one meaning whatever the tool; true where the key was one of them. */
function plainKey(event: React.KeyboardEvent, only: string | undefined): boolean {
  const { target } = event;
  const focused = target instanceof HTMLElement ? target.dataset['id'] : undefined;
  const hasModifier = event.shiftKey || event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false;
  if (event.key === 'Tab' && !hasModifier && canHaveNext(only)) addBeside(only, 'right');
  else if (event.key === 'Enter' && only !== undefined && derivedNow()?.shown.graph.node.has(only) === true) {
    open(only);
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
      showGuidesAt(nudge.current.places);
    },
    end: () => {
      if (!nudge.current) return;
      const { places } = nudge.current;
      nudge.current = null;
      hideGuides();
      setDragged(new Map());
      commitMove(places);
    },
  };
}

/** Keys of the canvas: arrows nudge, with Alt they walk, with Ctrl they add; Tab adds, Enter renames, Escape leaves off. */
export function useCanvasKeys(setDragged: (places: ReadonlyMap<string, Position>) => void): Keys {
  const nudge = useNudge(setDragged);
  return {
    onKeyDown: (event) => {
      if (isField(event.target)) return;
      const { tool, selection } = useApp.getState();
      const arrow = arrows[event.key];
      const only = selection.length === 1 ? selection[0] : undefined;
      const isCtrl = event.ctrlKey || event.metaKey;
      if (tool.kind === 'room' && roomKey(event.key, arrow ?? null, event.shiftKey, setDragged)) {
        event.preventDefault();
        return;
      }
      if (arrow && isCtrl) {
        if (only === undefined || event.altKey) return;
        addBeside(only, arrow.side);
      } else if (arrow) {
        if (event.altKey) walkByArrow(arrow, only);
        else nudge.move(arrow, event.shiftKey);
      } else if (!plainKey(event, only)) return;
      event.preventDefault();
    },
    onKeyUp: (event) => {
      if (arrows[event.key]) nudge.end();
    },
    onBlur: nudge.end,
  };
}
