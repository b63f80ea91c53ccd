import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import styles from './button.module.css';
import { Icon, type IconNode } from './icon';
import { useLayer } from './landmark';

/** Joins class names, leaving out what is false. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name): name is string => typeof name === 'string' && name !== '').join(' ');
}

/** Shows a short text beside a control on hover and on keyboard focus. */
export function WithTip(props: {
  tip: string;
  keys?: string | undefined;
  children: React.ReactElement;
}): React.JSX.Element {
  const layer = useLayer();
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={props.children} />
      <Tooltip.Portal container={layer}>
        <Tooltip.Positioner sideOffset={6} className={styles.tipLayer}>
          <Tooltip.Popup className={styles.tip}>
            {props.tip}
            {props.keys !== undefined && <kbd>{props.keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

interface IconButtonProps {
  icon: IconNode;
  label: string;
  keys?: string | undefined;
  isPressed?: boolean | undefined;
  isStrong?: boolean;
  isDisabled?: boolean;
  size?: number;
  onPress: () => void;
}

/** A square button with an icon; its name shows as a tooltip. */
export function IconButton(props: IconButtonProps): React.JSX.Element {
  return (
    <WithTip tip={props.label} keys={props.keys}>
      <button
        type="button"
        className={classes(
          styles.icon,
          props.isPressed === true && (props.isStrong === true ? styles.strong : styles.pressed),
        )}
        aria-label={props.label}
        aria-pressed={props.isPressed}
        aria-disabled={props.isDisabled === true}
        onClick={() => {
          if (props.isDisabled !== true) props.onPress();
        }}
      >
        <Icon of={props.icon} size={props.size ?? 16} />
      </button>
    </WithTip>
  );
}

interface ButtonProps {
  children: ReactNode;
  icon?: IconNode;
  keys?: string | undefined;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  isDisabled?: boolean;
  /** A longer name for screen readers that begins with the text, where several buttons say the same. */
  label?: string;
  onPress: () => void;
}

/** A button with a text. */
export function Button(props: ButtonProps): React.JSX.Element {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[props.kind ?? 'plain'])}
      data-kind={props.kind}
      disabled={props.isDisabled === true}
      aria-label={props.label}
      onClick={props.onPress}
    >
      {props.icon && <Icon of={props.icon} size={14} />}
      {props.children}
      {props.keys !== undefined && <kbd>{props.keys}</kbd>}
    </button>
  );
}
