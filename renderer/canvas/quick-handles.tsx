import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import { addBeside, type Side } from './add-beside';
import styles from './canvas.module.css';

interface Dot {
  readonly id: string;
  readonly side: Side;
  readonly type: 'source' | 'target';
  readonly position: Position;
  readonly title: string;
}

const { quick } = en.canvas;

const dots: readonly Dot[] = [
  { id: 'left', side: 'left', type: 'target', position: Position.Left, title: quick.left },
  { id: 'top', side: 'up', type: 'target', position: Position.Top, title: quick.up },
  { id: 'right', side: 'right', type: 'source', position: Position.Right, title: quick.right },
  { id: 'bottom', side: 'down', type: 'source', position: Position.Bottom, title: quick.down },
];

/** The four dots of a node: dragged they draw a flow, clicked they add a connected step on that side. On a node that is selected alone those to the right and below are buttons with a plus. */
export function QuickHandles(props: {
  id: string;
  isSource: boolean;
  isTarget: boolean;
  hasPlus: boolean;
}): React.JSX.Element {
  return (
    <>
      {dots.map((dot) => {
        if (dot.type === 'source' ? !props.isSource : !props.isTarget) return null;
        const isPlus = props.hasPlus && (dot.side === 'right' || dot.side === 'down');
        return (
          <Handle
            key={dot.id}
            id={dot.id}
            type={dot.type}
            position={dot.position}
            isConnectableStart
            className={`${styles.handle ?? ''} ${isPlus ? (styles.plus ?? '') : ''}`}
            data-side={dot.side}
            tabIndex={-1}
            title={dot.title}
            onClick={(event) => {
              event.stopPropagation();
              addBeside(props.id, dot.side === 'up' && !props.isSource ? 'left' : dot.side);
            }}
          >
            {isPlus && <Icon of={Plus} size={12} weight={2.5} />}
          </Handle>
        );
      })}
    </>
  );
}
