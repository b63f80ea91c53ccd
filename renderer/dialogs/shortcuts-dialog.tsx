import { Settings2 } from 'lucide';
import { useState } from 'react';
import { actionsText } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { type Action, type ActionGroup, keysText } from '../actions/action';
import { keysNow } from '../actions/keys-now';
import { actionsFor } from '../settings/shortcut-editor';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Dialog } from '../ui/dialog';
import { SearchField } from '../ui/search-field';
import styles from './dialogs.module.css';

const groups = Object.keys(actionsText.groups) as ActionGroup[];
const text = en.dialogs.shortcuts;

function Sheet(props: { found: readonly Action[] }): React.JSX.Element {
  const preferences = useApp((state) => state.preferences);
  return (
    <div className={styles.shortcuts}>
      {groups.map((group) => {
        const inside = props.found.filter((action) => action.group === group);
        if (inside.length === 0) return null;
        return (
          <section key={group}>
            <h3>{actionsText.groups[group]}</h3>
            <dl>
              {inside.map((action) => (
                <div key={action.id} className={styles.shortcut}>
                  <dt>{en.actions.titles[action.id]}</dt>
                  <dd>
                    {keysNow(action, preferences).map((keys) => (
                      <kbd key={keys}>{keysText(keys)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

/** Every shortcut as it holds now, searchable by command and by keys. */
export function ShortcutsDialog(): React.JSX.Element {
  const [filter, setFilter] = useState('');
  const [isAll, setAll] = useState(false);
  const preferences = useApp((state) => state.preferences);
  const found = actionsFor(filter, preferences.keys).filter(
    (action) => isAll || keysNow(action, preferences).length > 0,
  );
  return (
    <Dialog
      title={text.title}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={() => useApp.setState({ dialog: null })}
      buttons={
        <>
          <CheckField label={en.settings.keys.all} value={isAll} onChange={setAll} />
          <span className={styles.gap} />
          <Button
            icon={Settings2}
            onPress={() => useApp.setState({ dialog: { kind: 'settings', part: 'shortcuts' } })}
          >
            {en.settings.keys.settings}
          </Button>
        </>
      }
    >
      <SearchField
        className={styles.search}
        label={text.search}
        value={filter}
        autoFocus
        onChange={setFilter}
      />
      {found.length === 0 && <p className={styles.none}>{text.none}</p>}
      <Sheet found={found} />
    </Dialog>
  );
}
