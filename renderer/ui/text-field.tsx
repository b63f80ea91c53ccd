import { useEffect, useId } from 'react';
import styles from './field.module.css';
import { useTyping } from './use-typing';

interface TextFieldProps {
  label: string;
  /** What is stored, as text; shown whenever the field is not being typed in. */
  value: string;
  /** Stores the text; a sentence refuses it and leaves the text standing. */
  onCommit: (text: string) => string | null;
  /** Stores the text for trial when typing rests; gives what takes that back. */
  onPause?: (text: string) => (() => void) | null;
  /** Told of a text that was refused and is lost because the field vanishes. */
  onLose?: (text: string, error: string) => void;
  /** Told whether a refused text stands in the field; a function that stays the same. */
  onRefused?: (isRefused: boolean) => void;
  /** Says how the text is understood while it is being typed; null where there is nothing to say. */
  read?: (text: string) => string | null;
  /** Stands at the end of the label: where the value comes from. */
  aside?: React.ReactNode;
  placeholder?: string;
  isMultiline?: boolean;
  isHot?: boolean;
  /** Offered as one types. */
  suggestions?: readonly string[];
  autoFocus?: boolean;
  name?: string;
}

function Suggestions(props: { id: string; suggestions: readonly string[] }): React.JSX.Element {
  return (
    <datalist id={props.id}>
      {props.suggestions.map((each) => (
        <option key={each} value={each} />
      ))}
    </datalist>
  );
}

function selectAll(event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  event.currentTarget.select();
}

/** A message below the last visible field is brought into view. */
function showMessage(message: HTMLElement | null): void {
  message?.scrollIntoView({ block: 'nearest' });
}

/** Why the text is refused; tells while a refused one stands, and that it is gone when the field vanishes. */
function useError(error: string | null, tell: TextFieldProps['onRefused']): string | null {
  const isRefused = error !== null;
  useEffect(() => {
    tell?.(isRefused);
    return () => tell?.(false);
  }, [isRefused, tell]);
  return error;
}

/** A labelled text field that stores on Enter and on leaving it. */
export function TextField(props: TextFieldProps): React.JSX.Element {
  const id = useId();
  const { typing, marks, type, commit, cancel } = useTyping(props);
  const error = useError(typing?.error ?? null, props.onRefused);
  const isTried = props.onPause !== undefined;
  const isChanged = typing !== null && (isTried || typing.text !== props.value);
  const hint = error ?? (isChanged ? (props.read?.(typing.text) ?? null) : null);
  const control = {
    id,
    name: props.name,
    className: styles.input,
    value: typing?.text ?? props.value,
    placeholder: props.placeholder,
    autoFocus: props.autoFocus,
    'aria-invalid': error !== null,
    'aria-describedby': hint === null ? undefined : `${id}-hint`,
    ...marks,
    spellCheck: false,
    autoComplete: 'off',
    onBlur: commit,
    onFocus: props.autoFocus === true ? selectAll : undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      // A text of several lines is too much to lose by one key.
      if (event.key === 'Escape' && typing && props.isMultiline !== true) {
        event.stopPropagation();
        cancel();
      }
      if (event.key === 'Enter' && (props.isMultiline !== true || event.ctrlKey || event.metaKey)) commit();
    },
  };
  return (
    <div className={styles.field}>
      <div className={styles.labelRow}>
        <label htmlFor={id} className={styles.label}>
          {props.label}
        </label>
        {props.aside}
      </div>
      <div className={styles.box} data-hot={props.isHot === true} data-bad={error !== null}>
        {props.isMultiline === true ? (
          <textarea {...control} rows={3} />
        ) : (
          <input {...control} type="text" list={props.suggestions ? `${id}-list` : undefined} />
        )}
      </div>
      {props.suggestions && <Suggestions id={`${id}-list`} suggestions={props.suggestions} />}
      {hint !== null && (
        <p
          id={`${id}-hint`}
          className={error === null ? styles.reading : styles.error}
          role={error === null ? undefined : 'alert'}
          ref={showMessage}
        >
          {hint}
        </p>
      )}
    </div>
  );
}
