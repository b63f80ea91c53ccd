import { ChevronDown, ChevronUp, X } from 'lucide';
import { useEffect, useRef } from 'react';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Landmark } from '../ui/landmark';
import styles from './find-bar.module.css';
import { closeFind, findField, goToHit, hitsNow, useFindView } from './find-view';

const text = en.search.find;

function Field(): React.JSX.Element {
  const typed = useFindView((state) => state.typed);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      id={findField}
      type="text"
      className={styles.input}
      aria-label={text.field}
      placeholder={text.placeholder}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => useFindView.setState({ typed: event.target.value, at: null })}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') goToHit(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape') closeFind();
        else return;
        event.preventDefault();
      }}
    />
  );
}

function Count(props: { all: number; at: number }): React.JSX.Element {
  const { all, at } = props;
  const typed = useFindView((state) => state.typed);
  const words = typed.trim() === '' ? '' : all === 0 ? text.none : text.count(at, all);
  return (
    <span className={styles.count} data-none={all === 0} role="status">
      {words}
    </span>
  );
}

function Bar(): React.JSX.Element {
  useApp((state) => state.history);
  useApp((state) => state.mapId);
  const { at, isAllMaps } = useFindView((state) => state);
  const hasMaps = useApp((state) => listOf(state.history.project.maps).length > 1);
  const hits = hitsNow();
  return (
    <Landmark as="section" className={styles.bar} aria-label={text.title}>
      <div className={styles.line}>
        <Field />
        <Count all={hits.length} at={hits.findIndex(({ id }) => id === at) + 1} />
        <IconButton
          icon={ChevronUp}
          label={text.previous}
          keys="Shift Enter"
          isDisabled={hits.length === 0}
          onPress={() => goToHit(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={text.next}
          keys="Enter"
          isDisabled={hits.length === 0}
          onPress={() => goToHit(1)}
        />
        <IconButton icon={X} label={text.close} keys="Esc" onPress={closeFind} />
      </div>
      <div className={styles.more}>
        {hasMaps && (
          <CheckField
            label={text.allMaps}
            value={isAllMaps}
            onChange={(on) => useFindView.setState({ isAllMaps: on, at: null })}
          />
        )}
        <Button kind="quiet" onPress={() => useApp.setState({ dialog: { kind: 'replace', from: null } })}>
          {text.replace}
        </Button>
      </div>
    </Landmark>
  );
}

/** The line over the canvas that finds things on the map; nothing while it is closed. */
export function FindBar(): React.JSX.Element | null {
  return useApp((state) => state.isFinding) ? <Bar /> : null;
}
