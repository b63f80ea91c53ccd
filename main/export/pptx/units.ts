import type { Point } from '../../../shared/drawing/path-data';
import type { Box } from '../../../shared/layout/types';
import { xml } from '../xml';

/** A slide in 16:9, points. */
export const slideSize = { width: 960, height: 540 } as const;

/** Points in the units of Office files. */
export const emu = (points: number): number => Math.round(points * 12_700);

/** Where a shape lies, points and degrees; `group` is for a group, whose children have the coordinates of the slide. */
export function xfrm(
  { x, y, width, height }: Box,
  turn: { readonly rot?: number; readonly flipH?: boolean; readonly flipV?: boolean } = {},
  isGroup = false,
): string {
  const off = { x: emu(x), y: emu(y) };
  const ext = { cx: emu(Math.max(width, 0)), cy: emu(Math.max(height, 0)) };
  return xml(
    'a:xfrm',
    {
      rot: turn.rot === undefined ? undefined : turn.rot * 60_000,
      flipH: turn.flipH === true ? 1 : undefined,
      flipV: turn.flipV === true ? 1 : undefined,
    },
    xml('a:off', off),
    xml('a:ext', ext),
    ...(isGroup ? [xml('a:chOff', off), xml('a:chExt', ext)] : []),
  );
}

/** The box round points; empty at zero where there are none. */
export function boxOf(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...points.map((point) => point.x));
  const y = Math.min(...points.map((point) => point.y));
  return {
    x,
    y,
    width: Math.max(...points.map((point) => point.x)) - x,
    height: Math.max(...points.map((point) => point.y)) - y,
  };
}
