import { useRef } from 'react';
import styles from './splitter.module.css';

interface SplitterProps {
  /** What is resized, for screen readers. */
  label: string;
  /** A vertical bar changes a width, a horizontal one a height. */
  direction: 'vertical' | 'horizontal';
  /** The panel lies after the bar (right or below), so that dragging back makes it larger. */
  isReversed?: boolean;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** A bar between two panels: drag it, or move it with the arrow keys. */
export function Splitter(props: SplitterProps): React.JSX.Element {
  const start = useRef<{ at: number; value: number } | null>(null);
  const sign = props.isReversed === true ? -1 : 1;
  const set = (value: number): void =>
    props.onChange(Math.round(Math.min(props.max, Math.max(props.min, value))));
  const place = (event: React.PointerEvent): number =>
    props.direction === 'vertical' ? event.clientX : event.clientY;
  const [less, more] =
    props.direction === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  return (
    <div
      role="separator"
      aria-label={props.label}
      aria-orientation={props.direction}
      aria-valuenow={props.value}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      tabIndex={0}
      className={props.direction === 'vertical' ? styles.vertical : styles.horizontal}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: place(event), value: props.value };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.value + sign * (place(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={(event) => {
        if (event.key === less) set(props.value - sign * 16);
        else if (event.key === more) set(props.value + sign * 16);
        else return;
        event.preventDefault();
      }}
    />
  );
}
