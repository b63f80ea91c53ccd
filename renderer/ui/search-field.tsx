import { Search } from 'lucide';
import { Icon } from './icon';
import styles from './search-field.module.css';

/** A field that narrows the list below it; Escape empties it before it means anything else. */
export function SearchField(props: {
  label: string;
  /** What stands in the empty field; the label where it is not named. */
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  /** Where the field stands and how wide it is. */
  className?: string | undefined;
  isSmall?: boolean;
  autoFocus?: boolean;
  /** What a key does that the field has no use for. */
  onKeyDown?: (event: React.KeyboardEvent) => void;
}): React.JSX.Element {
  return (
    <label className={`${styles.search} ${props.className ?? ''}`} data-small={props.isSmall}>
      <Icon of={Search} size={13} />
      <input
        type="search"
        value={props.value}
        placeholder={props.placeholder ?? props.label}
        aria-label={props.label}
        autoFocus={props.autoFocus}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || props.value === '') return props.onKeyDown?.(event);
          event.stopPropagation();
          props.onChange('');
        }}
      />
    </label>
  );
}
