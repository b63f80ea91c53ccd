import styles from './a3.module.css';

/** A numbered part of the sheet. */
export function Part(props: { number: number; title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <section className={styles.part} aria-label={props.title}>
      <h3>
        <span className={styles.number}>{props.number}</span>
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}

/** What a part lacks, with the way to where it is added. */
export function Missing(props: { text: string; go: string; onGo: () => void }): React.JSX.Element {
  return (
    <p className={styles.missing}>
      {props.text}{' '}
      <button type="button" className={styles.link} onClick={props.onGo}>
        {props.go}
      </button>
    </p>
  );
}
