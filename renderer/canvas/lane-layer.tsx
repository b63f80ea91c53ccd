import { useStore } from '@xyflow/react';
import type { Lane } from '../../shared/layout/types';
import styles from './canvas.module.css';

/** The lanes behind the map: bands over the whole width, their names in a strip that stays at the left. */
export function LaneLayer(props: { lanes: readonly Lane[] }): React.JSX.Element | null {
  const y = useStore((state) => state.transform[1]);
  const zoom = useStore((state) => state.transform[2]);
  if (props.lanes.length === 0) return null;
  return (
    <div className={styles.lanes} aria-hidden="true">
      {props.lanes.map((lane, index) => (
        <div
          key={lane.id}
          className={styles.lane}
          data-odd={index % 2 === 0}
          style={{ transform: `translateY(${String(y + lane.y * zoom)}px)`, height: lane.height * zoom }}
        >
          <span className={styles.laneName}>
            <span>{lane.name}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
