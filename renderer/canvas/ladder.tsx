import { useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { drawLadder } from '../../shared/drawing/draw-ladder';
import type { Group } from '../../shared/drawing/display-list';
import type { Box } from '../../shared/layout/types';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import styles from './canvas.module.css';
import { drawingContext } from './shown';
import { Symbol } from './symbol';

const Drawn = memo(function Drawn(props: { group: Group | null }): React.JSX.Element | null {
  return props.group && <Symbol group={props.group} at={{ x: 0, y: 0 }} />;
});

/** The timeline under the map: its columns stay under the steps while the canvas moves and zooms. */
export function Ladder(): React.JSX.Element {
  const derived = useDerived();
  const x = useStore((state) => state.transform[0]);
  const zoom = useStore((state) => state.transform[2]);
  const group = useMemo(() => {
    if (!derived) return null;
    // Only places along the flow grow with the zoom, so that the writing keeps its size.
    const boxes = new Map<string, Box>();
    for (const [id, box] of derived.layout.boxes)
      boxes.set(id, { ...box, x: box.x * zoom, width: box.width * zoom });
    return drawLadder(drawingContext(derived), boxes);
  }, [derived, zoom]);
  return (
    <section className={styles.ladder} aria-label={en.canvas.ladder}>
      <svg width="100%" height="100%" aria-hidden="true">
        <g transform={`translate(${String(x)} 0)`}>
          <Drawn group={group} />
        </g>
      </svg>
      <div className={styles.ladderAxis} aria-hidden="true">
        <span>{en.canvas.wait}</span>
        <span>{en.canvas.work}</span>
        <span>{en.canvas.share}</span>
      </div>
    </section>
  );
}
