import { useStore } from '@xyflow/react';
import { fitText, type Line, wrapText } from '../../shared/drawing/wrap-text';
import type { Lane } from '../../shared/layout/types';
import styles from './canvas.module.css';
import { laneWords, useLaneTarget } from './lane-target';

const nameFace = { size: 10.5, weight: 600 } as const;
const lineHeight = 13;
/** A name takes three lines at most; the rest of it is in its tooltip. */
const mostLines = 3;

/** The name in lines that fit the height of its lane; a lane too low for its longest word gets one shortened line. */
function linesOf(name: string, height: number): readonly Line[] {
  const isWhole = name.split(' ').every((word) => fitText(word, height, nameFace).full === undefined);
  return isWhole ? wrapText(name, height, nameFace, mostLines) : [fitText(name, height, nameFace)];
}

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
  if (places.length === 0) return null;
  const names = places.map(({ lane, style }) => linesOf(lane.name, style.height - 8));
  const width = 9 + lineHeight * Math.max(1, ...names.map((lines) => lines.length));
  return (
    <div className={styles.laneStrip} style={{ width }} aria-hidden="true">
      {places.map(({ lane, style }, index) => (
        <span
          key={lane.id}
          className={styles.laneName}
          style={style}
          title={lane.name}
          data-lane-id={lane.id}
          data-target={lane.id === target || undefined}
        >
          <span className={styles.laneText}>
            {names[index]?.map((line) => (
              <span key={line.text}>{line.text}</span>
            ))}
          </span>
        </span>
      ))}
    </div>
  );
}
