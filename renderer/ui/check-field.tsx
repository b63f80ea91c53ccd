import { Checkbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide';
import styles from './field.module.css';
import { Icon } from './icon';

/** A labelled tick box; `null` shows that the values of several things differ. */
export function CheckField(props: {
  label: string;
  value: boolean | null;
  /** Name by which the field can be found and focused. */
  name?: string;
  onChange: (value: boolean) => void;
}): React.JSX.Element {
  return (
    <label className={styles.check}>
      <Checkbox.Root
        className={styles.checkBox}
        data-field={props.name}
        checked={props.value === true}
        indeterminate={props.value === null}
        onCheckedChange={(value) => props.onChange(value)}
      >
        <Checkbox.Indicator>
          <Icon of={props.value === null ? Minus : Check} size={12} weight={3} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      {props.label}
    </label>
  );
}
