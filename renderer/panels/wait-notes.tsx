import { useId, useMemo } from 'react';
import { waitNotes } from '../../shared/figures/wait-notes';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import styles from './wait-notes.module.css';

/** What else is known of the wait of a step: load, dates, batches, counted items. Nothing where there is nothing to say. */
export function WaitNotes(props: { derived: Derived; id: string }): React.JSX.Element | null {
  const { graph, figures } = props.derived;
  const title = useId();
  const notes = useMemo(() => waitNotes(graph, figures, props.id), [graph, figures, props.id]);
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      <div id={title} className={styles.title}>
        {en.figureDetails.notes.title}
      </div>
      <ul aria-labelledby={title}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
