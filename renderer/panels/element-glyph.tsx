import type { ElementKind } from '../app-state';
import styles from './palette.module.css';

const paths: Readonly<Record<ElementKind, React.JSX.Element>> = {
  step: <path d="M3 4h20v14H3Z" />,
  queue: <path d="M13 3 23 19H3Z" />,
  start: <path d="M3 19V8l6.5-4v4L16 4v4l6.5-4v15Z" />,
  end: <path d="M3 5h15l5 6-5 6H3Z" />,
  decision: <path d="M13 2 24 11 13 20 2 11Z" />,
  fork: <path d="M11 3h4v16h-4ZM3 11h8M15 6h8M15 16h8" />,
  join: <path d="M11 3h4v16h-4ZM15 11h8M3 6h8M3 16h8" />,
  control: <path d="M3 4h20v14H3ZM3 9h20" />,
  note: <path d="M4 3h18v11l-5 5H4ZM22 14h-5v5" />,
  burst: (
    <path d="m13 2 2.2 4 4-2.1-.6 4.4 4.4.7-3.2 3 2.2 3.7-4.4.1-.7 4.3-3.9-2.4L9.1 20l-.7-4.3-4.4-.1 2.2-3.7-3.2-3 4.4-.7-.6-4.4 4 2.1Z" />
  ),
};

/** The symbol of a flow element, small. */
export function ElementGlyph(props: { of: ElementKind }): React.JSX.Element {
  return (
    <svg
      className={styles.glyph}
      data-of={props.of}
      width={26}
      height={22}
      viewBox="0 0 26 22"
      aria-hidden="true"
    >
      {paths[props.of]}
    </svg>
  );
}
