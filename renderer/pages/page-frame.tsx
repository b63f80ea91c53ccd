import { Landmark } from '../ui/landmark';
import styles from './page-frame.module.css';

/** A page that is read from top to bottom: a heading with what belongs to it, and a body that scrolls. */
export function PageFrame(props: {
  title: string;
  /** One sentence under the title. */
  lead?: string | undefined;
  /** Stands at the end of the heading. */
  aside?: React.ReactNode;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <Landmark as="main" className={styles.page} data-pane="page" aria-label={props.title}>
      <header className={styles.head}>
        <div className={styles.heading}>
          <h1 className={styles.title}>{props.title}</h1>
          {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
        </div>
        {props.aside}
      </header>
      <div className={styles.body}>
        <div className={styles.sheet}>{props.children}</div>
      </div>
    </Landmark>
  );
}
