import { useRef, useState } from 'react';
import type { Thread } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { isOver, moves, pointIn } from './grid-place';
import { change } from './plan-actions';
import styles from './plan.module.css';

interface Moved {
  readonly x: number;
  readonly y: number;
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
  const from = useRef<Moved | null>(null);
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
      style={moved ? { transform: `translate(${String(moved.x)}px, ${String(moved.y)}px)` } : undefined}
      onClick={() => {
        if (!wasDragged.current) onChoose(isChosen ? null : id);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
        wasDragged.current = false;
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
        wasDragged.current ||= Math.hypot(by.x, by.y) > 4;
        if (wasDragged.current) setMoved(by);
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
