import { useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide';
import { en } from '../../shared/text/en';
import { shownKeys } from '../actions/registry';
import type { MapLayout } from '../../shared/layout/types';
import { useDerived } from '../derive';
import { prefer, useApp } from '../store';
import { IconButton } from '../ui/button';
import styles from './canvas.module.css';
import { Minimap } from './minimap';
import { viewControl } from './viewport';

/** The small map, shown while some of the map lies outside the window. */
export function Overview(props: { layout: MapLayout }): React.JSX.Element | null {
  const derived = useDerived();
  const { x, y, width, height } = props.layout.bounds;
  const isAllSeen = useStore(({ transform: [left, top, zoom], ...size }) => {
    const isWide = x * zoom + left >= 0 && (x + width) * zoom + left <= size.width;
    return isWide && y * zoom + top >= 0 && (y + height) * zoom + top <= size.height;
  });
  return isAllSeen || !derived ? null : <Minimap graph={derived.graph} layout={props.layout} />;
}

/** Zoom buttons at the lower left of the canvas. */
export function ZoomTools(): React.JSX.Element {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const isShown = useApp((state) => state.preferences.minimap);
  const { titles } = en.actions;
  return (
    <div className={styles.zoom} data-zoom-tools role="toolbar" aria-label={en.canvas.zoomTools}>
      <IconButton
        icon={Minus}
        label={titles['view.zoomOut']}
        size={14}
        onPress={() => viewControl()?.zoomBy(1 / 1.2)}
      />
      <output className={styles.zoomText} aria-live="off">
        {en.canvas.zoom(percent)}
      </output>
      <IconButton
        icon={Plus}
        label={titles['view.zoomIn']}
        size={14}
        onPress={() => viewControl()?.zoomBy(1.2)}
      />
      <span className={styles.zoomLine} />
      <IconButton
        icon={Maximize}
        label={titles['view.fit']}
        keys={shownKeys('view.fit')}
        size={14}
        onPress={() => viewControl()?.fit()}
      />
      <IconButton
        icon={MapIcon}
        label={titles['view.minimap']}
        size={14}
        isPressed={isShown}
        onPress={() => prefer({ minimap: !isShown })}
      />
    </div>
  );
}
