import { Handle, type NodeProps, Position } from '@xyflow/react';
import { Plus } from 'lucide';
import { memo, useState } from 'react';
import { renameNode } from '../../shared/commands/nodes';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import { useNodeMark } from '../arithmetic';
import { dispatch, useApp } from '../store';
import type { CanvasNode } from './canvas-node';
import styles from './canvas.module.css';
import { placeNext } from './placing';
import { Symbol } from './symbol';

/** The name of a node while it is being typed: Enter stores, Escape takes back, leaving stores. */
function NameEditor(props: { id: string; name: string }): React.JSX.Element {
  const [text, setText] = useState(props.name);
  const close = (): void => {
    useApp.setState({ renaming: null });
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(props.id)}"]`)?.focus();
  };
  const store = (): void => {
    if (text.trim() !== '' && text !== props.name) dispatch(renameNode({ id: props.id, name: text }));
  };
  return (
    <textarea
      className={`${styles.nameEditor ?? ''} nodrag nopan nowheel`}
      aria-label={en.canvas.nameOf}
      value={text}
      rows={2}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (useApp.getState().renaming !== props.id) return;
        store();
        useApp.setState({ renaming: null });
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          store();
          close();
        } else if (event.key === 'Escape') close();
        else if (event.key === 'Tab') {
          event.preventDefault();
          store();
          close();
          if (props.id !== '' && !event.shiftKey) placeNext(props.id, { kind: 'element', id: 'step' });
        }
      }}
    />
  );
}

function QuickConnect(props: { id: string }): React.JSX.Element {
  const item = { kind: 'element', id: 'step' } as const;
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.quick ?? ''} ${styles.quickRight ?? ''} nodrag`}
        aria-label={en.canvas.addNext}
        title={`${en.canvas.addNext} (Tab)`}
        onClick={(event) => {
          event.stopPropagation();
          placeNext(props.id, item);
        }}
      >
        <Icon of={Plus} size={12} weight={2.5} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.quick ?? ''} ${styles.quickBelow ?? ''} nodrag`}
        aria-label={en.canvas.addBelow}
        title={en.canvas.addBelow}
        onClick={(event) => {
          event.stopPropagation();
          placeNext(props.id, item, { isBelow: true });
        }}
      >
        <Icon of={Plus} size={12} weight={2.5} />
      </button>
    </>
  );
}

/** A node on the canvas: the drawing that exports use, with handles to connect it. */
export const NodeView = memo(function NodeView(props: NodeProps<CanvasNode>): React.JSX.Element {
  const { data, id, selected } = props;
  const isRenaming = useApp((state) => state.renaming === id);
  const mark = useNodeMark(id);
  const isAlone = useApp((state) => selected && state.selection.length === 1 && state.tool.kind === 'select');
  return (
    <div
      className={styles.node}
      data-type={data.type}
      data-value={data.value}
      data-badge={data.badge}
      data-selected={selected}
      data-clock={mark ?? undefined}
    >
      <svg width="100%" height="100%" className={styles.symbol} aria-hidden="true">
        <Symbol group={data.drawing} at={{ x: 0, y: 0 }} />
      </svg>
      {data.isTarget && (
        <>
          <Handle id="left" type="target" position={Position.Left} className={styles.handle} tabIndex={-1} />
          <Handle id="top" type="target" position={Position.Top} className={styles.handle} tabIndex={-1} />
        </>
      )}
      {data.isSource && (
        <>
          <Handle
            id="right"
            type="source"
            position={Position.Right}
            className={styles.handle}
            tabIndex={-1}
          />
          <Handle
            id="bottom"
            type="source"
            position={Position.Bottom}
            className={styles.handle}
            tabIndex={-1}
          />
        </>
      )}
      {isAlone && !isRenaming && data.isSource && <QuickConnect id={id} />}
      {isRenaming && <NameEditor id={id} name={data.name} />}
    </div>
  );
});
