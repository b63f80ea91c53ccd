import { useEffect, useRef } from 'react';
import { Landmark } from '../../ui/landmark';
import { StepTable } from './step-table';
import styles from './table.module.css';

/** The step table on the whole page. */
export function TablePage(): React.JSX.Element {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus goes along where what had it vanished with the page before; not away from the rail.
    if (document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus();
  }, []);
  return (
    <Landmark as="main" className={styles.page} data-pane="table">
      <div ref={page} className={styles.page}>
        <StepTable isPage />
      </div>
    </Landmark>
  );
}
