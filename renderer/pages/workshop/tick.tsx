import { Check } from 'lucide';
import { Icon } from '../../ui/icon';
import styles from './workshop.module.css';

/** A round tick box with a name for screen readers only: the line beside it says what it is about. */
export function Tick(props: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={props.isOn}
      aria-label={props.label}
      className={styles.tick}
      onClick={() => props.onChange(!props.isOn)}
    >
      {props.isOn && <Icon of={Check} size={14} weight={3} />}
    </button>
  );
}
