import { History, TriangleAlert } from 'lucide';
import { useEffect, useState } from 'react';
import { en } from '../../shared/text/en';
import { save } from '../document/save';
import { bareName, shownName } from '../document/shown-name';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import styles from './history.module.css';
import { VersionDetails } from './version-details';
import { VersionList } from './version-list';
import { goBackBy, leaveVersions, listVersions, useVersions } from './versions-state';

const text = en.history;

function close(): void {
  useApp.setState({ dialog: null });
}

function openSettings(): void {
  useApp.setState({ dialog: { kind: 'settings', part: 'versions' } });
}

/** Why there is nothing to look at, and what can be done about it. */
function Empty(): React.JSX.Element {
  const hasFile = useApp((state) => state.document !== null);
  const isOn = useApp((state) => state.preferences.keepsVersions);
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon}>
        <Icon of={History} size={32} weight={1.25} />
      </span>
      <p>{!isOn ? text.empty.offNone : hasFile ? text.empty.none : text.empty.never}</p>
      {isOn ? (
        <Button
          kind="primary"
          onPress={() => {
            close();
            void save();
          }}
        >
          {text.empty.save}
        </Button>
      ) : (
        <Button kind="primary" onPress={openSettings}>
          {text.empty.settings}
        </Button>
      )}
    </div>
  );
}

/** Why it is not known what there is to look at, and another try. */
function NotRead(props: { sentence: string }): React.JSX.Element {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon}>
        <Icon of={TriangleAlert} size={32} weight={1.25} />
      </span>
      <p role="alert">{props.sentence}</p>
      <Button kind="primary" onPress={() => void listVersions()}>
        {text.again}
      </Button>
    </div>
  );
}

function Remarks(): React.JSX.Element | null {
  const isRebuilt = useVersions((state) => state.isRebuilt);
  const isOn = useApp((state) => state.preferences.keepsVersions);
  if (!isRebuilt && isOn) return null;
  return (
    <div className={styles.remark} role="status">
      {isRebuilt && <p>{text.rebuilt}</p>}
      {!isOn && <p>{text.empty.off}</p>}
    </div>
  );
}

/** Versions that are kept under another name of the work, and the way back from those. */
function OtherName(): React.JSX.Element | null {
  const { back, earlier } = useVersions();
  if (back === 0 && earlier === null) return null;
  return (
    <div className={styles.otherName}>
      {earlier !== null && <p>{text.earlier(bareName(earlier))}</p>}
      {earlier !== null && <Button onPress={() => void goBackBy(1)}>{text.showEarlier}</Button>}
      {back > 0 && <Button onPress={() => void goBackBy(-back)}>{text.backTo(shownName())}</Button>}
    </div>
  );
}

/** The versions of the open file: a list by days, the chosen one beside what the window shows now. */
export function VersionsView(): React.JSX.Element {
  const { versions, trouble, chosen, name } = useVersions();
  const isOn = useApp((state) => state.preferences.keepsVersions);
  useEffect(() => {
    void listVersions();
    return leaveVersions;
  }, []);
  const [isLate] = useState(versions === null);
  const shown = versions?.find(({ version }) => version === chosen);
  return (
    <Dialog
      title={text.title(name === null ? shownName() : bareName(name))}
      description={isOn ? text.where : text.whereOff}
      closeLabel={en.dialogs.close}
      width={versions?.length === 0 ? 'middle' : 'full'}
      onClose={close}
    >
      {versions === null && <p className={styles.empty}>{text.loading}</p>}
      {versions?.length === 0 && (trouble === null ? <Empty /> : <NotRead sentence={trouble} />)}
      {versions && versions.length > 0 && (
        <div className={styles.view}>
          <div className={styles.side}>
            <Remarks />
            <VersionList versions={versions} isLate={isLate} />
            <OtherName />
          </div>
          {shown && <VersionDetails key={shown.version} version={shown} />}
        </div>
      )}
    </Dialog>
  );
}
