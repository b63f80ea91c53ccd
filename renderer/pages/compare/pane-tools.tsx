import { Maximize, Minus, Plus } from 'lucide';
import { compareText as words } from '../../../shared/text/compare';
import { IconButton } from '../../ui/button';
import styles from './compare.module.css';
import type { SyncedView } from './use-synced-view';

/** Zoom of the drawings. */
export function PaneTools(props: { synced: SyncedView }): React.JSX.Element {
  const { synced } = props;
  return (
    <div className={styles.tools} role="toolbar" aria-label={words.pane.tools}>
      <IconButton icon={Minus} size={14} label={words.pane.zoomOut} onPress={() => synced.zoomBy(1 / 1.2)} />
      <output className={styles.zoom} aria-live="off">
        {words.pane.zoom(Math.round(synced.view.scale * 100))}
      </output>
      <IconButton icon={Plus} size={14} label={words.pane.zoomIn} onPress={() => synced.zoomBy(1.2)} />
      <IconButton icon={Maximize} size={14} label={words.pane.fit} onPress={synced.fit} />
    </div>
  );
}
