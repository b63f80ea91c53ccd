import { SquareDashed } from 'lucide';
import type { Activity } from '../../shared/catalogue/types';
import { iconNode } from '../../shared/drawing/icons';
import { Icon } from '../ui/icon';

import styles from './inspector.module.css';

/** The head of the inspector: icon of the activity, name, where it stands. */
export function NodeHead(props: {
  activity?: Activity | undefined;
  title: string;
  subtitle: string;
}): React.JSX.Element {
  const colour = props.activity ? `var(--${props.activity.ink})` : 'var(--text3)';
  return (
    <header className={styles.head}>
      <span
        className={styles.headIcon}
        style={{ color: colour, background: `color-mix(in oklab, ${colour} 15%, transparent)` }}
      >
        <Icon of={props.activity ? iconNode(props.activity.icon) : SquareDashed} size={17} />
      </span>
      <div className={styles.headText}>
        <h2 className={styles.headTitle}>{props.title}</h2>
        {props.subtitle !== '' && <p className={styles.headSubtitle}>{props.subtitle}</p>}
      </div>
    </header>
  );
}
