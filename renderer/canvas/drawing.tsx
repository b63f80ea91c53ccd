import type { DisplayList } from '../../shared/drawing/display-list';
import { Symbol } from './symbol';

/** A whole drawing as an SVG picture that takes the width it is given, at most its own size. */
export function Drawing(props: { list: DisplayList; label: string }): React.JSX.Element {
  const { width, height, items } = props.list;
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      style={{ maxWidth: '100%', height: 'auto' }}
    >
      <Symbol group={{ kind: 'group', role: 'part', x: 0, y: 0, items }} />
    </svg>
  );
}
