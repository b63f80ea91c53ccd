import { useState } from 'react';
import { actionsText } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { type ActionGroup, keysText } from '../actions/action';
import { allActions } from '../actions/registry';
import { useApp } from '../store';
import { Dialog } from '../ui/dialog';
import styles from './dialogs.module.css';

const groups = Object.keys(actionsText.groups) as ActionGroup[];

/** Every shortcut, searchable. */
export function ShortcutsDialog(): React.JSX.Element {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const found = allActions.filter(
    (action) => action.keys !== undefined && en.actions.titles[action.id].toLowerCase().includes(wanted),
  );
  const text = en.dialogs.shortcuts;
  return (
    <Dialog
      title={text.title}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={() => useApp.setState({ dialog: null })}
    >
      <input
        type="search"
        className={styles.search}
        aria-label={text.search}
        placeholder={text.search}
        value={filter}
        autoFocus
        onChange={(event) => setFilter(event.target.value)}
      />
      {found.length === 0 && <p className={styles.none}>{text.none}</p>}
      <div className={styles.shortcuts}>
        {groups.map((group) => {
          const inside = found.filter((action) => action.group === group);
          if (inside.length === 0) return null;
          return (
            <section key={group}>
              <h3>{actionsText.groups[group]}</h3>
              <dl>
                {inside.map((action) => (
                  <div key={action.id} className={styles.shortcut}>
                    <dt>{en.actions.titles[action.id]}</dt>
                    <dd>
                      {action.keys?.map((keys) => (
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
    </Dialog>
  );
}
