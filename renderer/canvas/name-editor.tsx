import { useState } from 'react';
import { en } from '../../shared/text/en';
import { useApp } from '../store';
import { addBeside } from './add-beside';
import styles from './canvas.module.css';
import { endNaming, leaveName, storeName } from './naming';
import { viewControl } from './viewport';

/** The name of a node or a group while it is being typed: Enter stores, Escape takes back, leaving stores; Tab stores and, of a node, adds the next one. */
export function NameEditor(props: {
  id: string;
  name: string;
  label?: string;
  rows: 1 | 2;
  hasNext: boolean;
}): React.JSX.Element {
  const { id, hasNext } = props;
  const [text, setText] = useState(props.name);
  const focusOn = (target: string): void =>
    void requestAnimationFrame(() => {
      viewControl()?.focus(target);
      if (document.activeElement === document.body) viewControl()?.focusCanvas();
    });
  const store = (): void => {
    storeName(id, text);
    endNaming();
  };
  return (
    <textarea
      className={`${styles.nameEditor ?? ''} nodrag nopan nowheel`}
      data-rows={props.rows}
      aria-label={props.label ?? en.canvas.nameOf}
      // Only what is typed is told, for recovery: with the name as it was, undoing stays with the field.
      data-untouched={text === props.name ? undefined : false}
      value={text}
      rows={props.rows}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (useApp.getState().renaming === id) store();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          store();
          focusOn(id);
        } else if (event.key === 'Escape') {
          const next = leaveName(id);
          endNaming();
          focusOn(next);
        } else if (event.key === 'Tab') {
          event.preventDefault();
          store();
          if (hasNext && !event.shiftKey) addBeside(id, 'right');
          else focusOn(id);
        }
      }}
    />
  );
}
