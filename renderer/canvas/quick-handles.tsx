import { Handle } from '@xyflow/react';
import { Plus } from 'lucide';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import { addBeside } from './add-beside';
import styles from './canvas.module.css';
import { type Dot, dotsFor, plusOf } from './handle-places';

const { quick } = en.canvas;

function OneHandle(props: { node: string; dot: Dot; isPlus: boolean; isSource: boolean }): React.JSX.Element {
  const { node, dot, isPlus, isSource } = props;
  return (
    <Handle
      id={isPlus ? plusOf(dot) : dot.id}
      type={dot.type}
      position={dot.position}
      className={`${styles.handle ?? ''} ${isPlus ? (styles.plus ?? '') : ''}`}
      data-side={dot.side}
      tabIndex={-1}
      title={quick[dot.side]}
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
  const shown = dotsFor({ isSource, isTarget });
  const plus = hasPlus ? shown.filter((dot) => dot.type === 'source') : [];
  return (
    <>
      {shown.map((dot) => (
        <OneHandle key={dot.id} node={id} dot={dot} isPlus={false} isSource={isSource} />
      ))}
      {plus.map((dot) => (
        <OneHandle key={plusOf(dot)} node={id} dot={dot} isPlus isSource={isSource} />
      ))}
    </>
  );
}
