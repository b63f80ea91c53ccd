import { useState } from 'react';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { notify, prefer, useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import styles from './settings.module.css';

const text = en.history.settings;

async function removeAll(): Promise<void> {
  const isDone = await bridge.call['history:forget-all']();
  notify(isDone ? text.removed : text.notRemoved, isDone ? 'plain' : 'bad');
}

/** Asks in the place of the button before everything goes. */
function Question(props: { onEnd: () => void }): React.JSX.Element {
  return (
    <div className={styles.part} role="group" aria-label={text.question}>
      <p>{text.removeText}</p>
      <div className={styles.row}>
        <Button onPress={props.onEnd}>{text.keepThem}</Button>
        <Button
          kind="danger"
          onPress={() => {
            props.onEnd();
            void removeAll();
          }}
        >
          {text.removeNow}
        </Button>
      </div>
    </div>
  );
}

/** Whether versions are kept on this computer, and the way to delete them. */
export function VersionsPart(): React.JSX.Element {
  const keeps = useApp((state) => state.preferences.keepsVersions);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <div className={styles.part}>
        <CheckField label={text.keep} value={keeps} onChange={(on) => prefer({ keepsVersions: on })} />
        <p className={styles.hint}>{text.keepHint}</p>
      </div>
      {isAsking ? (
        <Question onEnd={() => setAsking(false)} />
      ) : (
        <div className={styles.part}>
          <Button onPress={() => setAsking(true)}>{text.remove}</Button>
          <p className={styles.hint}>{text.removeHint}</p>
        </div>
      )}
    </>
  );
}
