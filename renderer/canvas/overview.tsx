import { MiniMap, useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide';
import { en } from '../../shared/text/en';
import type { Box } from '../../shared/layout/types';
import { lookUp } from '../../shared/model/queries';
import { prefer, useApp } from '../store';
import { IconButton } from '../ui/button';
import styles from './canvas.module.css';
import type { CanvasNode } from './canvas-node';
import { viewControl } from './viewport';

function colourOf(node: CanvasNode): string {
  const found = lookUp(useApp.getState().history.project.nodes, node.id);
  switch (found?.value) {
    case 'VA':
      return 'var(--va)';
    case 'NNVA':
      return 'var(--nnva)';
    case 'NVA':
      return 'var(--nva)';
    default:
      return 'var(--borderStrong)';
  }
}

/** A small map of the whole map, shown while some of it lies outside the window; dragging in it moves the view. */
export function Overview(props: { bounds: Box }): React.JSX.Element | null {
  const { x, y, width, height } = props.bounds;
  const isAllSeen = useStore(({ transform: [left, top, zoom], ...size }) => {
    const isWide = x * zoom + left >= 0 && (x + width) * zoom + left <= size.width;
    return isWide && y * zoom + top >= 0 && (y + height) * zoom + top <= size.height;
  });
  if (isAllSeen) return null;
  return (
    <MiniMap<CanvasNode>
      className={styles.overview ?? ''}
      nodeColor={colourOf}
      nodeBorderRadius={8}
      maskColor="color-mix(in oklab, var(--sunken) 70%, transparent)"
      bgColor="var(--raised)"
      pannable
      zoomable
      ariaLabel={en.canvas.minimap}
    />
  );
}

/** Zoom buttons at the lower left of the canvas. */
export function ZoomTools(): React.JSX.Element {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const isShown = useApp((state) => state.preferences.minimap);
  const { titles } = en.actions;
  return (
    <div className={styles.zoom} role="toolbar" aria-label={en.canvas.zoomTools}>
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
        keys="Shift 1"
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
