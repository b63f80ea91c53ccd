import { Search } from 'lucide';
import { Icon } from './icon';
import styles from './search-field.module.css';

/** A field that narrows the list below it; Escape empties it before it means anything else. */
export function SearchField(props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}): React.JSX.Element {
  return (
    <label className={styles.search}>
      <Icon of={Search} size={13} />
      <input
        type="search"
        value={props.value}
        placeholder={props.placeholder}
        aria-label={props.label}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || props.value === '') return;
          event.stopPropagation();
          props.onChange('');
        }}
      />
    </label>
  );
}
