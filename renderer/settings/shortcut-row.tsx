import { Plus, RotateCcw, X } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'react';
import { en } from '../../shared/text/en';
import { type Action, keysText } from '../actions/action';
import { isKeptForMoving, isSingleCharacter } from '../actions/keymap';
import { chosenKeys, fixedKeys, holderOf, takeKeys, withKeys } from '../actions/keys-now';
import { allActions } from '../actions/registry';
import { announce } from '../announce';
import { prefer, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import styles from './settings.module.css';
import { useRecorder } from './use-recorder';

const text = en.settings.keys;

interface Clash {
  readonly keys: string;
  readonly holder: Action;
}

/** Gives keys to an action, beside those that it has; whoever had them gives them up. */
function giveKeys(action: Action, keys: string): void {
  const { keys: own } = useApp.getState().preferences;
  const wanted = [...chosenKeys(action, own), keys].slice(-5);
  prefer({ keys: takeKeys(own, allActions, { action, keys: wanted }) });
  announce(text.saved(en.actions.titles[action.id], keysText(keys)));
}

function Chip(props: { action: Action; keys: string }): React.JSX.Element {
  const { action, keys } = props;
  const letters = useApp((state) => state.preferences.letters);
  const isOff = !letters && isSingleCharacter(keys);
  const shown = keysText(keys);
  const name = en.actions.titles[action.id];
  const remove = (): void => {
    const { keys: own } = useApp.getState().preferences;
    const left = chosenKeys(action, own).filter((each) => each !== keys);
    prefer({ keys: withKeys(own, action, left) });
    announce(text.removed(name));
  };
  return (
    <span className={styles.chip} data-off={isOff}>
      <kbd>{shown}</kbd>
      {isOff && <span className={styles.offNote}>{text.off}</span>}
      {!fixedKeys.has(action.id) && (
        <IconButton icon={X} size={12} label={text.remove(shown, name)} onPress={remove} />
      )}
    </span>
  );
}

function Recorder(props: { onKeys: (keys: string | null) => void }): React.JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  useRecorder(true, props.onKeys);
  useEffect(() => {
    box.current?.focus();
    announce(text.pressHint);
  }, []);
  return (
    <span ref={box} className={styles.recorder} tabIndex={-1}>
      {text.press}
    </span>
  );
}

function ClashQuestion(props: { clash: Clash; onTake: () => void; onLeave: () => void }): React.JSX.Element {
  const { keys, holder } = props.clash;
  return (
    <div className={styles.clash} role="alert">
      <span>{text.taken(keysText(keys), en.actions.titles[holder.id])}</span>
      <Button onPress={props.onLeave}>{text.leave}</Button>
      <Button kind="primary" onPress={props.onTake}>
        {text.take}
      </Button>
    </div>
  );
}

function useEditing(action: Action) {
  const [isRecording, setRecording] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const onKeys = useCallback(
    (keys: string | null) => {
      setRecording(false);
      if (keys === null) return;
      if (isKeptForMoving(keys)) {
        setRefusal(text.kept(keysText(keys)));
        return;
      }
      const wanted = { id: action.id, keys };
      const holder = holderOf(allActions, wanted, useApp.getState().preferences.keys);
      if (holder) setClash({ keys, holder });
      else giveKeys(action, keys);
    },
    [action],
  );
  const start = (): void => {
    setClash(null);
    setRefusal(null);
    setRecording(true);
  };
  return { isRecording, clash, setClash, refusal, onKeys, start };
}

/** One command with its shortcuts, and the way to others. */
export function ShortcutRow(props: { action: Action }): React.JSX.Element {
  const { action } = props;
  const own = useApp((state) => state.preferences.keys);
  const { isRecording, clash, setClash, refusal, onKeys, start } = useEditing(action);
  const name = en.actions.titles[action.id];
  const keys = chosenKeys(action, own);
  const isFixed = fixedKeys.has(action.id);
  const isOwn = Object.hasOwn(own, action.id) && !isFixed;
  const reset = (): void => {
    const before = useApp.getState().preferences.keys;
    prefer({ keys: takeKeys(before, allActions, { action, keys: action.keys ?? [] }) });
    announce(text.saved(name, (action.keys ?? []).map(keysText).join(', ')));
  };
  return (
    <li className={styles.shortcut}>
      <span className={styles.shortcutName}>{name}</span>
      {isOwn && <span className={styles.own}>{text.own}</span>}
      {isFixed && <span className={styles.fixed}>{text.fixed}</span>}
      {keys.map((each) => (
        <Chip key={each} action={action} keys={each} />
      ))}
      {isRecording ? (
        <Recorder onKeys={onKeys} />
      ) : (
        !isFixed && <IconButton icon={Plus} size={14} label={text.add(name)} onPress={start} />
      )}
      {isOwn && <IconButton icon={RotateCcw} size={13} label={text.reset(name)} onPress={reset} />}
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {clash && (
        <ClashQuestion
          clash={clash}
          onLeave={() => setClash(null)}
          onTake={() => {
            giveKeys(action, clash.keys);
            setClash(null);
          }}
        />
      )}
    </li>
  );
}
