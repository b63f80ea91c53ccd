import type { Box, MapLayout } from '../../shared/layout/types';
import styles from '../search/find-bar.module.css';
import { hitsNow, useFindView } from '../search/find-view';
import { useApp } from '../store';
import { OnMap } from './on-map';

/** How far a mark stands off what it marks, pixels at 100 %. */
const gap = 5;

function boxOf(layout: MapLayout, id: string): Box | undefined {
  const label = layout.routes.get(id)?.label;
  return layout.boxes.get(id) ?? (label && { x: label.x - 30, y: label.y - 10, width: 60, height: 20 });
}

/** Frames round everything on the map that was found. */
export function FoundMarks(props: { layout: MapLayout }): React.JSX.Element | null {
  const isFinding = useApp((state) => state.isFinding);
  const { at } = useFindView((state) => state);
  if (!isFinding) return null;
  return (
    <OnMap>
      {hitsNow().map(({ id }) => {
        const box = boxOf(props.layout, id);
        return box ? (
          <div
            key={id}
            className={styles.mark}
            data-now={id === at}
            style={{
              left: box.x - gap,
              top: box.y - gap,
              width: box.width + 2 * gap,
              height: box.height + 2 * gap,
            }}
          />
        ) : null;
      })}
    </OnMap>
  );
}
