import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import type { ReactNode } from 'react';
import styles from './segmented.module.css';

interface Choice<T extends string> {
  value: T;
  name: string;
  /** Shown instead of the name alone. */
  face?: ReactNode;
}

interface SegmentedProps<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T | null) => void;
}

/** A row of buttons of which one at most is on; pressing it again switches it off where `null` is taken. */
export function Segmented<T extends string>(props: SegmentedProps<T>): React.JSX.Element {
  return (
    <ToggleGroup
      aria-label={props.label}
      className={styles.group}
      value={props.value === null ? [] : [props.value]}
      onValueChange={(values: string[]) => {
        const choice = props.choices.find(
          (each) => values.includes(each.value) && each.value !== props.value,
        );
        props.onChange(choice?.value ?? null);
      }}
    >
      {props.choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value} aria-label={choice.name} className={styles.choice}>
          {choice.face ?? choice.name}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
