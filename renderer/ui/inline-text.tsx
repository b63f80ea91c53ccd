import { useId } from 'react';
import styles from './inline-text.module.css';
import { useTyping } from './use-typing';

interface InlineTextProps {
  label: string;
  /** True where only screen readers need the label. */
  isLabelHidden?: boolean;
  value: string;
  /** Asks for the text while there is none. */
  ask: string;
  /** Stores the text; a sentence refuses it and leaves the text standing. */
  onCommit: (text: string) => string | null;
  /** Stands at the end of the label. */
  aside?: React.ReactNode;
  /** Said below the text, for instance a hint about it. */
  hint?: string | null;
  /** `title` for a heading, `small` in tables and lists. */
  size?: 'body' | 'title' | 'small';
  name?: string;
  /** Takes the focus when it appears, with its text selected. */
  autoFocus?: boolean;
  /** Called with Enter once the text was stored. */
  onEnter?: () => void;
}

/** A text that is read as part of a page and changed where it stands: Enter and leaving it store it, Escape puts the old text back, Shift+Enter begins a line. */
export function InlineText(props: InlineTextProps): React.JSX.Element {
  const id = useId();
  const { typing, marks, type, commit, cancel } = useTyping(props);
  const error = typing?.error ?? null;
  const note = error ?? props.hint ?? null;
  return (
    <div className={styles.field} data-size={props.size ?? 'body'}>
      <div className={props.isLabelHidden === true ? 'visuallyHidden' : styles.labelRow}>
        <label htmlFor={id}>{props.label}</label>
        {props.aside}
      </div>
      <textarea
        id={id}
        className={styles.text}
        rows={1}
        data-field={props.name}
        data-empty={(typing?.text ?? props.value) === ''}
        {...marks}
        value={typing?.text ?? props.value}
        placeholder={props.ask}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={error !== null}
        aria-describedby={note === null ? undefined : `${id}-note`}
        autoFocus={props.autoFocus}
        onFocus={props.autoFocus === true ? (event) => event.currentTarget.select() : undefined}
        onBlur={commit}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typing) {
            event.stopPropagation();
            cancel();
          }
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          commit();
          props.onEnter?.();
        }}
      />
      {note !== null && (
        <p
          id={`${id}-note`}
          className={error === null ? styles.hint : styles.error}
          role={error === null ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  );
}
