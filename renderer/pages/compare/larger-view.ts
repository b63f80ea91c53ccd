interface Size {
  readonly width: number;
  readonly height: number;
}

/** What stands above each drawing, pixels. */
const caption = 28;

const scaleIn = (room: Size, size: Size): number =>
  Math.min(room.width / Math.max(1, size.width), (room.height - caption) / Math.max(1, size.height));

/** How two drawings of a size are larger when both are seen whole: one below the other, or side by side. */
export function largerView(room: Size, size: Size): 'stacked' | 'beside' {
  const stacked = scaleIn({ ...room, height: room.height / 2 }, size);
  return scaleIn({ ...room, width: room.width / 2 }, size) > stacked ? 'beside' : 'stacked';
}
