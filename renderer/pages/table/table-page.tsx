import { Landmark } from '../../ui/landmark';
import { StepTable } from './step-table';
import styles from './table.module.css';

/** The step table on the whole page. */
export function TablePage(): React.JSX.Element {
  return (
    <Landmark as="main" className={styles.page} data-pane="table">
      <StepTable isPage />
    </Landmark>
  );
}
