import { useId, useRef, useState } from 'react';
import { readNoteLine } from '../../../shared/capture/note-line';
import type { NoteKind } from '../../../shared/model/value-sets';
import { en } from '../../../shared/text/en';
import { Button } from '../../ui/button';
import styles from './capture-line.module.css';
import { keepLine, namesForNotes } from './note-actions';

const words = en.room.capture;

/** How a line is understood, before Enter. */
function Chips(props: { line: string }): React.JSX.Element | null {
  const names = namesForNotes();
  const read = readNoteLine(props.line, names);
  const isKnown = names.groups.some((group) => group.name === read.group);
  const step = names.steps.find((each) => each.id === read.step)?.name;
  const chips = [
    read.group === null ? null : isKnown ? words.group(read.group) : words.newGroup(read.group),
    step === undefined ? null : words.step(step),
    read.noStep === null ? null : words.noStep(read.noStep),
    read.by === null ? null : words.by(read.by),
  ].filter((chip) => chip !== null);
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={words.chips}>
      {chips.map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
    </ul>
  );
}

/** One line: what is called out is typed, Enter keeps it, and the next one can be typed at once. */
export function CaptureLine(props: {
  kind: NoteKind;
  label?: string;
  placeholder?: string;
  isSmall?: boolean;
  autoFocus?: boolean;
}): React.JSX.Element {
  const [line, setLine] = useState('');
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  const keep = (): void => {
    if (keepLine(line, props.kind)) setLine('');
    field.current?.focus();
  };
  return (
    <form
      className={styles.capture}
      data-small={props.isSmall === true}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <div className={styles.line}>
        <input
          ref={field}
          className={styles.input}
          aria-label={props.label ?? words.label}
          aria-describedby={hint}
          placeholder={props.placeholder ?? (props.isSmall === true ? words.short : words.placeholder)}
          value={line}
          autoFocus={props.autoFocus === true}
          autoComplete="off"
          spellCheck={false}
          data-untouched={line === ''}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && line !== '') {
              event.stopPropagation();
              setLine('');
            }
          }}
        />
        {props.isSmall !== true && (
          <Button kind="primary" onPress={keep}>
            {words.keep}
          </Button>
        )}
      </div>
      <p id={hint} className="visuallyHidden">
        {words.hint}
      </p>
      <Chips line={line} />
    </form>
  );
}
