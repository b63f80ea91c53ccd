import { useStore } from '@xyflow/react';
import { fitText, type Line, wrapText } from '../../shared/drawing/wrap-text';
import type { Lane } from '../../shared/layout/types';
import styles from './canvas.module.css';

const nameFace = { size: 10.5, weight: 600 } as const;
const lineHeight = 13;
/** A name takes three lines at most; the rest of it is in its tooltip. */
const mostLines = 3;

/** The name in lines that fit the height of its lane; a lane too low for its longest word gets one shortened line. */
function linesOf(name: string, height: number): readonly Line[] {
  const isWhole = name.split(' ').every((word) => fitText(word, height, nameFace).full === undefined);
  return isWhole ? wrapText(name, height, nameFace, mostLines) : [fitText(name, height, nameFace)];
}

/** The lanes behind the map: bands over the whole width, their names in a strip that stays at the left. */
export function LaneLayer(props: { lanes: readonly Lane[] }): React.JSX.Element | null {
  const y = useStore((state) => state.transform[1]);
  const zoom = useStore((state) => state.transform[2]);
  if (props.lanes.length === 0) return null;
  const names = props.lanes.map((lane) => linesOf(lane.name, lane.height * zoom - 8));
  const width = 9 + lineHeight * Math.max(1, ...names.map((lines) => lines.length));
  return (
    <div className={styles.lanes} aria-hidden="true">
      {props.lanes.map((lane, index) => (
        <div
          key={lane.id}
          className={styles.lane}
          data-odd={index % 2 === 0}
          style={{ transform: `translateY(${String(y + lane.y * zoom)}px)`, height: lane.height * zoom }}
        >
          <span className={styles.laneName} style={{ width }} title={lane.name}>
            {names[index]?.map((line) => (
              <span key={line.text}>{line.text}</span>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
