import { ShieldAlert, ShieldCheck } from 'lucide';
import { en } from '../../shared/text/en';
import { save } from '../document/save';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import styles from './dialogs.module.css';

const text = en.saveTrouble;

/** Why a file was not saved, where the work is now, and the ways on: again, or under another name. */
export function SaveFailedDialog(props: { sentence: string; again: (() => void) | null }): React.JSX.Element {
  const { again } = props;
  const isKept = useApp((state) => state.isWorkKept && state.hasProfile);
  const close = (): void => useApp.setState({ dialog: null });
  const answer = (go: () => void) => () => {
    close();
    go();
  };
  return (
    <Dialog
      title={en.dialogs.saveFailed}
      description={props.sentence}
      closeLabel={text.later}
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{text.later}</Button>
          {again && <Button onPress={answer(again)}>{text.again}</Button>}
          <Button kind="primary" onPress={answer(() => void save({ as: true }))}>
            {text.elsewhere}
          </Button>
        </>
      }
    >
      <p className={styles.safety} data-kept={isKept}>
        <Icon of={isKept ? ShieldCheck : ShieldAlert} size={16} />
        {isKept ? text.safe : text.onlyHere}
      </p>
    </Dialog>
  );
}
