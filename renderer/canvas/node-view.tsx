import type { NodeProps } from '@xyflow/react';
import { Layers2 } from 'lucide';
import { memo, use } from 'react';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import { useNodeMark } from '../arithmetic';
import { useApp } from '../store';
import type { CanvasNode } from './canvas-node';
import styles from './canvas.module.css';
import { setFolded } from './grouping';
import { NameEditor } from './name-editor';
import { PlainContext } from './plain-zoom';
import { QuickHandles } from './quick-handles';
import { Symbol } from './symbol';

/** The button on a block that shows its steps again. */
function UnfoldButton(props: { id: string; name: string }): React.JSX.Element {
  const label = en.groups.unfold(props.name || en.groups.untitled);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.unfold ?? ''} nodrag`}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        setFolded(props.id, false);
      }}
    >
      <Icon of={Layers2} size={13} />
    </button>
  );
}

/** A node on the canvas: the drawing that exports use, with handles to connect it. */
export const NodeView = memo(function NodeView(props: NodeProps<CanvasNode>): React.JSX.Element {
  const { data, id, selected } = props;
  const isRenaming = useApp((state) => state.renaming === id);
  const mark = useNodeMark(id);
  const isPlain = use(PlainContext);
  const isAlone = useApp((state) => selected && state.selection.length === 1 && state.tool.kind === 'select');
  return (
    <div
      className={styles.node}
      data-type={data.type}
      data-block={data.isBlock}
      data-value={data.value}
      data-badge={data.badge}
      data-selected={selected}
      data-clock={mark ?? undefined}
    >
      {!(isPlain && data.type === 'step') && (
        <svg width="100%" height="100%" className={styles.symbol} aria-hidden="true">
          <Symbol group={data.drawing} at={{ x: 0, y: 0 }} />
        </svg>
      )}
      {!isPlain && (
        <QuickHandles
          id={id}
          isSource={data.isSource}
          isTarget={data.isTarget}
          hasPlus={isAlone && !isRenaming}
        />
      )}
      {data.isBlock && <UnfoldButton id={id} name={data.name} />}
      {isRenaming && (
        <NameEditor id={id} name={data.name} rows={2} hasNext={data.isSource && !data.isBlock} />
      )}
    </div>
  );
});
