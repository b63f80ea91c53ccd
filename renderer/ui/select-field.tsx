import { Select } from '@base-ui/react/select';
import { ChevronsUpDown } from 'lucide';
import { useId } from 'react';
import styles from './field.module.css';
import { useCloser } from './close-layers';
import { Icon } from './icon';
import { useLayer } from './landmark';

interface Choice {
  readonly value: string;
  readonly name: string;
  /** A colour shown before the name, a CSS value. */
  readonly mark?: string;
}

interface SelectFieldProps {
  label: string;
  choices: readonly Choice[];
  /** Null where nothing is chosen. */
  value: string | null;
  /** Shown where nothing is chosen, and offered as a way back to it. */
  none: string;
  /** False where a choice must be made. */
  canClear?: boolean;
  /** Name by which the field can be found and focused. */
  name?: string | undefined;
  onChange: (value: string | null) => void;
}

const nothing = '\u0000none';

function Mark(props: { colour: string | undefined }): React.JSX.Element | null {
  return props.colour === undefined ? null : (
    <span className={styles.dot} style={{ background: props.colour }} />
  );
}

/** A labelled choice of one. */
export function SelectField(props: SelectFieldProps): React.JSX.Element {
  const id = useId();
  const layer = useLayer();
  const actions = useCloser<Select.Root.Actions>();
  const all: Choice[] =
    props.canClear === false ? [...props.choices] : [{ value: nothing, name: props.none }, ...props.choices];
  const chosen = props.choices.find((each) => each.value === props.value);
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {props.label}
      </span>
      <Select.Root
        actionsRef={actions}
        value={props.value ?? nothing}
        items={all.map((each) => ({ value: each.value, label: each.name }))}
        onValueChange={(value) => props.onChange(value === nothing ? null : value)}
      >
        <Select.Trigger className={styles.select} aria-labelledby={id} data-field={props.name}>
          <span className={styles.value} data-placeholder={chosen ? undefined : ''}>
            <Mark colour={chosen?.mark} />
            {chosen?.name ?? props.none}
          </span>
          <Select.Icon className={styles.chevron}>
            <Icon of={ChevronsUpDown} size={13} />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal container={layer}>
          <Select.Positioner className={styles.layer} alignItemWithTrigger={false} sideOffset={4}>
            <Select.Popup className={styles.popup}>
              {all.map((each) => (
                <Select.Item key={each.value} value={each.value} className={styles.option}>
                  <Mark colour={each.mark} />
                  <Select.ItemText>{each.name}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
