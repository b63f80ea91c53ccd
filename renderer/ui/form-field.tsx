import { useId } from 'react';
import styles from './field.module.css';

/** A labelled text field of a form: what is typed belongs to the form, which stores it as a whole. */
export function FormField(props: {
  label: string;
  value: string;
  onType: (text: string) => void;
  /** Stands under the field while nothing is wrong. */
  hint?: string;
  /** What is wrong with the text; null where nothing is. */
  error: string | null;
  placeholder?: string;
  isMultiline?: boolean;
  /** Offered as one types. */
  suggestions?: readonly string[];
  autoFocus?: boolean;
}): React.JSX.Element {
  const id = useId();
  const note = props.error ?? props.hint;
  const control = {
    id,
    className: styles.input,
    value: props.value,
    placeholder: props.placeholder,
    autoFocus: props.autoFocus,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': props.error !== null,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      props.onType(event.target.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <div className={styles.box} data-bad={props.error !== null}>
        {props.isMultiline === true ? (
          <textarea {...control} rows={3} />
        ) : (
          <input {...control} type="text" list={props.suggestions && `${id}-list`} />
        )}
      </div>
      {props.suggestions && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={props.error === null ? styles.reading : styles.error}
          role={props.error === null ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  );
}
