import { useRef, useState } from 'react';
import type { Thread } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { isOver, moves, pointIn } from './grid-place';
import { change } from './plan-actions';
import styles from './plan.module.css';

/** Where a dragged chip lies in the window, pixels: the list that it comes from would cut it off. */
interface Moved {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Where a drag began, and where the chip lay then, pixels of the window. */
interface Began {
  readonly x: number;
  readonly y: number;
  readonly box: DOMRect;
}

/** An idea that has no place yet: dragged onto the grid, chosen to click its place, or put into the middle by an arrow key. */
export function GridChip(props: {
  thread: Thread;
  field: React.RefObject<HTMLDivElement | null>;
  isChosen: boolean;
  onChoose: (id: string | null) => void;
}): React.JSX.Element {
  const { field, isChosen, onChoose } = props;
  const { id, name } = props.thread.improvement;
  const [moved, setMoved] = useState<Moved | null>(null);
  const from = useRef<Began | null>(null);
  const wasDragged = useRef(false);
  const leave = (): void => {
    from.current = null;
    setMoved(null);
  };
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={isChosen}
      aria-label={en.plan.grid.place(name)}
      data-chosen={isChosen}
      data-dragged={moved !== null}
      style={moved ?? undefined}
      onClick={() => {
        if (!wasDragged.current) onChoose(isChosen ? null : id);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const box = event.currentTarget.getBoundingClientRect();
        from.current = { x: event.clientX, y: event.clientY, box };
        wasDragged.current = false;
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const { x, y, box } = from.current;
        const by = { x: event.clientX - x, y: event.clientY - y };
        wasDragged.current ||= Math.hypot(by.x, by.y) > 4;
        if (wasDragged.current) setMoved({ left: box.left + by.x, top: box.top + by.y, width: box.width });
      }}
      onPointerUp={(event) => {
        if (wasDragged.current && field.current && isOver(field.current, event)) {
          change(id, pointIn(field.current, event));
          onChoose(null);
        }
        leave();
      }}
      onPointerCancel={leave}
      onKeyDown={(event) => {
        wasDragged.current = false;
        if (!moves[event.key]) return;
        event.preventDefault();
        change(id, { effort: 0.5, impact: 0.5 });
        onChoose(id);
      }}
    >
      {name || en.plan.unnamed}
    </button>
  );
}
