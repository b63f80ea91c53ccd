import type { CSSProperties } from 'react';
import styles from './slider.module.css';

/** Half the thumb: the thumb's middle does not reach the ends of the track, pixels. */
const inset = 8;

/** A slider; a mark can show where it stood at first. The value is said in words. */
export function Slider(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words. */
  text: string;
  /** Where the mark stands; null for none. */
  home: number | null;
  isDisabled?: boolean;
  /** True while it has no value yet: nothing is filled, and the thumb is an empty one. */
  isUnset?: boolean;
  onChange: (value: number) => void;
  /** The gesture that moved it has ended. */
  onDone?: () => void;
}): React.JSX.Element {
  const { min, max } = props;
  const part = (value: number): number =>
    max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  const at = (value: number): string =>
    `calc(${String(inset)}px + (100% - ${String(2 * inset)}px) * ${String(part(value))})`;
  const filled = { '--filled': at(props.value) } as CSSProperties;
  return (
    <span className={styles.slider}>
      {props.home !== null && (
        <span className={styles.home} style={{ left: at(props.home) }} aria-hidden="true" />
      )}
      <input
        type="range"
        className={styles.input}
        style={filled}
        data-unset={props.isUnset === true}
        aria-label={props.label}
        aria-valuetext={props.text}
        min={min}
        max={max}
        step={props.step}
        value={Math.min(max, Math.max(min, props.value))}
        disabled={props.isDisabled === true}
        onChange={(event) => props.onChange(event.target.valueAsNumber)}
        onPointerUp={props.onDone}
        onKeyUp={props.onDone}
        onBlur={props.onDone}
      />
    </span>
  );
}
