import { useEffect, useId, useRef, useState } from 'react';
import styles from './field.module.css';

interface TextFieldProps {
  label: string;
  /** What is stored, as text; shown whenever the field is not being typed in. */
  value: string;
  /** Stores the text; a sentence refuses it and leaves the text standing. */
  onCommit: (text: string) => string | null;
  /** Says how the text is understood while it is being typed; null where there is nothing to say. */
  read?: (text: string) => string | null;
  /** A short word at the right: the unit, where the value comes from. */
  aside?: React.ReactNode;
  placeholder?: string;
  isMultiline?: boolean;
  isHot?: boolean;
  isDisabled?: boolean;
  /** Offered as one types. */
  suggestions?: readonly string[];
  autoFocus?: boolean;
  name?: string;
}

interface Typing {
  text: string;
  error: string | null;
}

/** Keeps what is being typed; commits on Enter and on leaving, takes it back on Escape. */
function useTyping(props: TextFieldProps): {
  typing: Typing | null;
  type: (text: string) => void;
  commit: () => void;
  cancel: () => void;
} {
  const [typing, setTyping] = useState<Typing | null>(null);
  const latest = useRef<{ typing: Typing | null; onCommit: (text: string) => string | null; value: string }>(
    null,
  );
  useEffect(() => {
    latest.current = { typing, onCommit: props.onCommit, value: props.value };
  });
  const finish = (now: Typing, value: string, onCommit: (text: string) => string | null): void => {
    const error = now.text === value ? null : onCommit(now.text);
    setTyping(error === null ? null : { text: now.text, error });
  };
  // A field that vanishes while it is typed in (another step was selected) must not lose what was typed.
  useEffect(
    () => () => {
      const last = latest.current;
      if (last?.typing && last.typing.error === null && last.typing.text !== last.value) {
        last.onCommit(last.typing.text);
      }
    },
    [],
  );
  return {
    typing,
    type: (text) => setTyping({ text, error: null }),
    commit: () => {
      if (typing && typing.error === null) finish(typing, props.value, props.onCommit);
    },
    cancel: () => setTyping(null),
  };
}

/** A labelled text field that stores on Enter and on leaving it. */
export function TextField(props: TextFieldProps): React.JSX.Element {
  const id = useId();
  const { typing, type, commit, cancel } = useTyping(props);
  const reading =
    typing && typing.error === null && typing.text !== props.value
      ? (props.read?.(typing.text) ?? null)
      : null;
  const hint = typing?.error ?? reading;
  const control = {
    id,
    name: props.name,
    className: styles.input,
    value: typing?.text ?? props.value,
    placeholder: props.placeholder,
    disabled: props.isDisabled === true,
    'aria-invalid': typing?.error != null,
    'aria-describedby': hint === null ? undefined : `${id}-hint`,
    spellCheck: false,
    autoComplete: 'off',
    onBlur: commit,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Escape') cancel();
      if (event.key === 'Enter' && (props.isMultiline !== true || event.ctrlKey || event.metaKey)) commit();
    },
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <div className={styles.box} data-hot={props.isHot === true} data-bad={typing?.error != null}>
        {props.isMultiline === true ? (
          <textarea {...control} rows={3} />
        ) : (
          <input
            {...control}
            type="text"
            list={props.suggestions ? `${id}-list` : undefined}
            autoFocus={props.autoFocus}
          />
        )}
        {props.aside !== undefined && <span className={styles.aside}>{props.aside}</span>}
      </div>
      {props.suggestions && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {hint !== null && (
        <p
          id={`${id}-hint`}
          className={typing?.error != null ? styles.error : styles.reading}
          role={typing?.error != null ? 'alert' : undefined}
        >
          {hint}
        </p>
      )}
    </div>
  );
}
