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

function OneHandle(props: { node: string; dot: Dot; isPlus: boolean; isSource: boolean }): React.JSX.Element {
  const { node, dot, isPlus, isSource } = props;
  return (
    <Handle
      id={isPlus ? `${dot.id}-plus` : dot.id}
      type={dot.type}
      position={dot.position}
      className={`${styles.handle ?? ''} ${isPlus ? (styles.plus ?? '') : ''}`}
      data-side={dot.side}
      tabIndex={-1}
      title={dot.title}
      onClick={(event) => {
        event.stopPropagation();
        addBeside(node, dot.side === 'up' && !isSource ? 'left' : dot.side);
      }}
    >
      {isPlus && <Icon of={Plus} size={12} weight={2.5} />}
    </Handle>
  );
}

/** The four dots of a node: dragged they draw a flow, clicked they add a connected step on that side. A node that is selected alone has buttons with a plus beside those to the right and below. */
export function QuickHandles(props: {
  id: string;
  isSource: boolean;
  isTarget: boolean;
  hasPlus: boolean;
}): React.JSX.Element {
  const { id, isSource, isTarget, hasPlus } = props;
  const shown = dots.filter((dot) => (dot.type === 'source' ? isSource : isTarget));
  const plus = hasPlus ? shown.filter((dot) => dot.type === 'source') : [];
  return (
    <>
      {shown.map((dot) => (
        <OneHandle key={dot.id} node={id} dot={dot} isPlus={false} isSource={isSource} />
      ))}
      {plus.map((dot) => (
        <OneHandle key={`${dot.id}-plus`} node={id} dot={dot} isPlus isSource={isSource} />
      ))}
    </>
  );
}
