import { en } from '../../shared/text/en';
import { importUi } from '../../shared/text/import-ui';
import { bridge } from '../bridge';
import { notify, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './import.module.css';

/** Says that a file of another tool is being read, and ends that on request. */
export function ReadingDialog({ name }: { name: string }): React.JSX.Element {
  const stop = (): void => {
    useApp.setState({ dialog: null });
    void bridge.call['import:stop']();
    notify(importUi.stopped(name));
  };
  return (
    <Dialog
      title={importUi.reading(name)}
      description={importUi.readingHint}
      closeLabel={en.dialogs.cancel}
      startsAtMainButton
      onClose={stop}
      buttons={<Button onPress={stop}>{en.dialogs.cancel}</Button>}
    >
      <progress className={styles.reading} aria-label={importUi.reading(name)} />
    </Dialog>
  );
}
