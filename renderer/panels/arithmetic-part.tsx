import { useId } from 'react';
import styles from './arithmetic.module.css';

/** A part of the panel with its heading. */
export function Part(props: { title: string; children: React.ReactNode }): React.JSX.Element {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.partTitle}>
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}
