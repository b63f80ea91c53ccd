import type { Group, Item, Text } from '../../../shared/drawing/display-list';
import { measureText } from '../../../shared/drawing/font-metrics';

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const around = (points: readonly (readonly [number, number])[]): Extent => ({
  left: Math.min(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  right: Math.max(...points.map(([x]) => x)),
  bottom: Math.max(...points.map(([, y]) => y)),
});

/** Corners and control points of path data. */
function pointsOf(d: string): [number, number][] {
  const points: [number, number][] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const isRelative = command === command.toLowerCase();
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    const size = { h: 1, v: 1, q: 4, c: 6, s: 4, a: 7 }[command.toLowerCase()] ?? 2;
    let [baseX, baseY] = [fromX, fromY];
    for (let at = 0; at + size <= values.length; at += size) {
      const part = values.slice(at, at + size);
      const kind = command.toLowerCase();
      if (kind === 'h') x = baseX + (part[0] ?? 0);
      else if (kind === 'v') y = baseY + (part[0] ?? 0);
      else [x, y] = [baseX + (part.at(-2) ?? 0), baseY + (part.at(-1) ?? 0)];
      points.push([x, y]);
      if (isRelative) [baseX, baseY] = [x, y];
    }
  }
  return points;
}

/** Where the letters of a line are: from the height of capitals to the depth of a g. */
export function textExtent(item: Text, x = 0, y = 0): Extent {
  const width = measureText(item.text, item.size, item.weight);
  const start = item.anchor === 'middle' ? -width / 2 : item.anchor === 'end' ? -width : 0;
  const up = -item.size * 0.74;
  const down = item.size * 0.2;
  const [left, top] = [x + item.x, y + item.y];
  if (item.rotate === -90) {
    return { left: left + up, right: left + down, top: top - start - width, bottom: top - start };
  }
  return { left: left + start, right: left + start + width, top: top + up, bottom: top + down };
}

function extentOf(item: Exclude<Item, Group>, x: number, y: number): Extent {
  if (item.kind === 'text') return textExtent(item, x, y);
  const half = (item.stroke?.width ?? 0) / 2;
  const box =
    item.kind === 'rect'
      ? { left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height }
      : around(pointsOf(item.d));
  return {
    left: x + box.left - half,
    top: y + box.top - half,
    right: x + box.right + half,
    bottom: y + box.bottom + half,
  };
}

/** Every shape and text with where it is; groups of the left out roles are passed over. */
export function extentsOf(
  items: readonly Item[],
  leftOut: readonly Group['role'][] = [],
  x = 0,
  y = 0,
): { readonly item: Exclude<Item, Group>; readonly extent: Extent }[] {
  return items.flatMap((item) => {
    if (item.kind !== 'group') return [{ item, extent: extentOf(item, x, y) }];
    return leftOut.includes(item.role) ? [] : extentsOf(item.items, leftOut, x + item.x, y + item.y);
  });
}

/** The texts of a drawing in the order in which they are drawn. */
export function textsOf(items: readonly Item[]): string[] {
  return extentsOf(items).flatMap(({ item }) => (item.kind === 'text' ? [item.text] : []));
}

/** Whether two extents share more than `slack` pixels in both directions. */
export function overlap(a: Extent, b: Extent, slack = 0.5): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > slack && down > slack;
}
