import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Lane } from '../../shared/layout/types';
import styles from './canvas.module.css';
import { laneNames } from './lane-names';
import nameStyles from './lane-names.module.css';
import { laneWords, useLaneTarget } from './lane-target';

/** Where a lane lies in the window, as the canvas moves and zooms. */
function usePlaces(
  lanes: readonly Lane[],
): readonly { lane: Lane; style: { transform: string; height: number } }[] {
  const y = useStore((state) => state.transform[1]);
  const zoom = useStore((state) => state.transform[2]);
  return lanes.map((lane) => ({
    lane,
    style: { transform: `translateY(${String(y + lane.y * zoom)}px)`, height: lane.height * zoom },
  }));
}

/** The lanes behind the map: bands over the whole width; the one into which dragged steps would fall is marked. */
export function LaneBands(props: { lanes: readonly Lane[] }): React.JSX.Element | null {
  const places = usePlaces(props.lanes);
  const target = useLaneTarget((state) => state.lane);
  if (places.length === 0) return null;
  return (
    <div className={styles.lanes} aria-hidden="true">
      {places.map(({ lane, style }, index) => (
        <div
          key={lane.id}
          className={styles.lane}
          data-odd={index % 2 === 0}
          data-target={lane.id === target || undefined}
          style={style}
        >
          {lane.id === target && <span className={styles.laneWords}>{laneWords(lane)}</span>}
        </div>
      ))}
    </div>
  );
}

/** The names of the lanes in a strip that stays at the left, over whatever passes below. */
export function LaneNames(props: { lanes: readonly Lane[] }): React.JSX.Element | null {
  const places = usePlaces(props.lanes);
  const target = useLaneTarget((state) => state.lane);
  const zoom = useStore((state) => Math.floor(state.transform[2] * 50) / 50);
  const { isAcross, names, width } = useMemo(() => laneNames(props.lanes, zoom), [props.lanes, zoom]);
  if (places.length === 0) return null;
  return (
    <div
      className={styles.laneStrip}
      style={{ width }}
      data-across={isAcross || undefined}
      aria-hidden="true"
    >
      {places.map(({ lane, style }, index) => (
        <span
          key={lane.id}
          className={
            names[index]?.some((line) => line.full !== undefined)
              ? `${styles.laneName ?? ''} ${nameStyles.short ?? ''}`
              : styles.laneName
          }
          style={style}
          title={lane.name}
          data-lane-id={lane.id}
          data-target={lane.id === target || undefined}
        >
          <span className={isAcross ? nameStyles.across : styles.laneText}>
            {names[index]?.map((line) => (
              <span key={line.text}>{line.text}</span>
            ))}
          </span>
        </span>
      ))}
    </div>
  );
}
