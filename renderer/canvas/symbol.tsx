import { memo } from 'react';
import type { Group, Item, Path, Rect, Text } from '../../shared/drawing/display-list';

const paint = (item: Rect | Path): React.SVGProps<SVGPathElement & SVGRectElement> => ({
  fill: item.fill ? `var(--${item.fill})` : 'none',
  ...(item.stroke && {
    stroke: `var(--${item.stroke.ink})`,
    strokeWidth: item.stroke.width,
    strokeLinejoin: 'round' as const,
    strokeLinecap: item.stroke.dash ? ('butt' as const) : ('round' as const),
    strokeDasharray: item.stroke.dash?.join(' '),
  }),
});

function Line(props: { item: Text }): React.JSX.Element {
  const { item } = props;
  return (
    <text
      x={item.x}
      y={item.y}
      fontSize={item.size}
      fontWeight={item.weight}
      fill={`var(--${item.ink})`}
      textAnchor={item.anchor ?? 'start'}
      transform={
        item.rotate === undefined
          ? undefined
          : `rotate(${String(item.rotate)} ${String(item.x)} ${String(item.y)})`
      }
    >
      {item.text}
      {item.full !== undefined && <title>{item.full}</title>}
    </text>
  );
}

function One(props: { item: Item }): React.JSX.Element {
  const { item } = props;
  switch (item.kind) {
    case 'rect':
      return (
        <rect
          x={item.x}
          y={item.y}
          width={item.width}
          height={item.height}
          rx={item.radius}
          {...paint(item)}
        />
      );
    case 'path':
      return <path d={item.d} {...paint(item)} />;
    case 'text':
      return <Line item={item} />;
    case 'group':
      return <Symbol group={item} />;
  }
}

/** A group of the display list as SVG elements, in the colours of the theme on the screen. */
export const Symbol = memo(function Symbol(props: {
  group: Group;
  at?: { x: number; y: number };
}): React.JSX.Element {
  const { x, y } = props.at ?? props.group;
  return (
    <g transform={x === 0 && y === 0 ? undefined : `translate(${String(x)} ${String(y)})`}>
      {props.group.items.map((item, index) => (
        <One key={index} item={item} />
      ))}
    </g>
  );
});
