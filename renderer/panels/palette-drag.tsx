import { useRef, useState } from 'react';
import { underPointer } from '../canvas/gestures';
import { placeByKey, placeItem, type Target } from '../canvas/placing';
import { viewControl } from '../canvas/viewport';
import { en } from '../../shared/text/en';
import type { PaletteItem } from '../app-state';
import { notify, useApp } from '../store';
import styles from './palette.module.css';

interface Ghost {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** How far the pointer moves before a press becomes a drag, pixels. */
const dragThreshold = 4;

function markTarget(x: number, y: number): void {
  for (const each of document.querySelectorAll('[data-drop-target]'))
    each.removeAttribute('data-drop-target');
  const { node, flow } = underPointer(x, y);
  const target =
    node === null
      ? flow === null
        ? null
        : document.querySelector(`[data-flow-id="${CSS.escape(flow)}"]`)
      : document.querySelector(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
  target?.setAttribute('data-drop-target', '');
}

/** What lies under the pointer on the canvas; null outside it. */
function targetAt(x: number, y: number): Target | null {
  const under = underPointer(x, y);
  const at = viewControl()?.pointAt(x, y);
  if (!under.isCanvas || !at) return null;
  if (under.node !== null) return { kind: 'node', id: under.node, at };
  return under.flow !== null ? { kind: 'flow', id: under.flow, at } : { kind: 'canvas', at };
}

type Grab<Item> = (item: Item, name: string) => React.ButtonHTMLAttributes<HTMLButtonElement>;

/** Drags palette items with any pointer; a click without a drag arms the item, a key places it at once. */
export function usePaletteDrag(): { grab: Grab<PaletteItem>; ghost: Ghost | null } {
  return useDragOut<PaletteItem>({
    drop: placeItem,
    press: (item, name, isKey) => {
      if (isKey) placeByKey(item);
      else {
        useApp.setState({ tool: { kind: 'place', item } });
        notify(en.canvas.placeHint(name));
      }
    },
  });
}

/** Drags things out of a list onto the canvas with any pointer; without a drag they are pressed. */
export function useDragOut<Item>(handlers: {
  readonly drop: (item: Item, target: Target) => void;
  readonly press: (item: Item, name: string, isKey: boolean) => void;
}): { grab: Grab<Item>; ghost: Ghost | null } {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const start = useRef<{ x: number; y: number; isDrag: boolean } | null>(null);
  const end = (): void => {
    setGhost(null);
    for (const each of document.querySelectorAll('[data-drop-target]'))
      each.removeAttribute('data-drop-target');
  };
  const grab: Grab<Item> = (item, name) => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, isDrag: false };
    },
    onPointerMove: (event) => {
      const from = start.current;
      if (!from) return;
      from.isDrag ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > dragThreshold;
      if (!from.isDrag) return;
      setGhost({ name, x: event.clientX, y: event.clientY });
      markTarget(event.clientX, event.clientY);
    },
    onPointerUp: (event) => {
      const target = start.current?.isDrag === true ? targetAt(event.clientX, event.clientY) : null;
      if (target) handlers.drop(item, target);
      end();
    },
    onPointerCancel: () => {
      start.current = null;
      end();
    },
    onClick: (event) => {
      const wasDrag = start.current?.isDrag === true;
      start.current = null;
      if (wasDrag) return;
      handlers.press(item, name, event.detail === 0);
    },
  });
  return { grab, ghost };
}

/** What follows the pointer while something is dragged out of the palette. */
export function PaletteDragGhost(props: { ghost: Ghost }): React.JSX.Element {
  const { name, x, y } = props.ghost;
  return (
    <div
      className={styles.ghost}
      style={{ transform: `translate(${String(x + 10)}px, ${String(y + 10)}px)` }}
    >
      {name}
    </div>
  );
}
