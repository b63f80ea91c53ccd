import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import styles from './canvas.module.css';

/** Says how to begin while the map has no step. */
export function EmptyHint(): React.JSX.Element | null {
  const derived = useDerived();
  if (!derived || derived.graph.nodes.some((node) => node.type === 'step')) return null;
  return (
    <p className={styles.emptyHint}>
      <strong>{en.canvas.emptyTitle}</strong>
      {en.canvas.emptyHint}
    </p>
  );
}
