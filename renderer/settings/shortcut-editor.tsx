import { RotateCcw } from 'lucide';
import { useState } from 'react';
import { searchNames } from '../../shared/capture/search-names';
import { actionsText } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { type Action, type ActionGroup, keysText } from '../actions/action';
import { chosenKeys } from '../actions/keys-now';
import { allActions } from '../actions/registry';
import { announce } from '../announce';
import { prefer, useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { SearchField } from '../ui/search-field';
import styles from './settings.module.css';
import { ShortcutRow } from './shortcut-row';

const text = en.settings.keys;
const groups = Object.keys(actionsText.groups) as ActionGroup[];

/** The actions whose name or keys fit a text, in the order of the menus. */
export function actionsFor(typed: string, own: Readonly<Record<string, string[]>>): readonly Action[] {
  const named = searchNames(
    allActions.map((action) => ({ id: action.id, name: en.actions.titles[action.id] })),
    typed,
  );
  const ids = new Set(named.map(({ entry }) => entry.id));
  const plain = (keys: string): string => keys.toLowerCase().replaceAll(/[\s+]/g, '');
  const wanted = plain(typed);
  return allActions.filter(
    (action) =>
      ids.has(action.id) ||
      (wanted !== '' && chosenKeys(action, own).some((keys) => plain(keysText(keys)).includes(wanted))),
  );
}

function resetAll(): void {
  prefer({ keys: {} });
  announce(text.allReset);
}

/** Every command with its shortcuts, which can be changed here. */
export function ShortcutEditor(): React.JSX.Element {
  const [filter, setFilter] = useState('');
  const { keys: own, letters } = useApp((state) => state.preferences);
  const found = actionsFor(filter, own);
  return (
    <>
      <div className={styles.part}>
        <CheckField label={en.settings.letters} value={letters} onChange={(on) => prefer({ letters: on })} />
        <p className={styles.hint}>{en.settings.lettersHint}</p>
      </div>
      <div className={styles.searchRow}>
        <SearchField className={styles.search} label={text.search} value={filter} onChange={setFilter} />
        <Button icon={RotateCcw} isDisabled={Object.keys(own).length === 0} onPress={resetAll}>
          {text.resetAll}
        </Button>
      </div>
      {found.length === 0 && <p className={styles.hint}>{text.none}</p>}
      {groups.map((group) => {
        const inside = found.filter((action) => action.group === group);
        if (inside.length === 0) return null;
        return (
          <section key={group}>
            <h4 className={styles.groupTitle}>{actionsText.groups[group]}</h4>
            <ul>
              {inside.map((action) => (
                <ShortcutRow key={action.id} action={action} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
