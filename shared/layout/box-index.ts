import { overlaps } from './geometry';
import type { Box } from './types';

const cell = 160;

/** What covers more cells than this is compared with everything: a map may be flung over any distance. */
const mostCells = 4_096;

interface Cells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function cellsUnder(box: Box, margin: number): Cells {
  return {
    top: Math.floor((box.y - margin) / cell),
    bottom: Math.floor((box.y + box.height + margin) / cell),
    left: Math.floor((box.x - margin) / cell),
    right: Math.floor((box.x + box.width + margin) / cell),
  };
}

/** Boxes by place, so that "what is here" is answered without looking at all. */
export class BoxIndex<T extends Box = Box> {
  private readonly cells = new Map<number, T[]>();
  private readonly all: T[] = [];
  private readonly large: T[] = [];

  constructor(boxes: Iterable<T> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
    this.all.push(box);
    const cells = cellsUnder(box, 0);
    if (isLarge(cells)) this.large.push(box);
    else
      visit(cells, (key) => {
        const list = this.cells.get(key);
        if (list) list.push(box);
        else this.cells.set(key, [box]);
        return false;
      });
  }

  /** Whether anything comes nearer to the box than the margin. */
  hits(box: Box, margin = 0): boolean {
    const isHit = (each: T): boolean => overlaps(box, each, margin);
    const cells = cellsUnder(box, margin);
    if (isLarge(cells)) return this.all.some(isHit);
    return this.large.some(isHit) || visit(cells, (key) => (this.cells.get(key) ?? []).some(isHit));
  }

  /** Everything that comes nearer to the box than the margin, each once. */
  near(box: Box, margin = 0): Set<T> {
    const isHit = (each: T): boolean => overlaps(box, each, margin);
    const cells = cellsUnder(box, margin);
    if (isLarge(cells)) return new Set(this.all.filter(isHit));
    const found = new Set<T>(this.large.filter(isHit));
    visit(cells, (key) => {
      for (const each of this.cells.get(key) ?? []) if (isHit(each)) found.add(each);
      return false;
    });
    return found;
  }
}

/** True also for what lies so far out that cells cannot be counted. */
const isLarge = ({ top, bottom, left, right }: Cells): boolean =>
  !((bottom - top + 1) * (right - left + 1) <= mostCells) ||
  !(Math.max(Math.abs(top), Math.abs(left)) < Number.MAX_SAFE_INTEGER / 2);

/** Looks into cells until one answers yes. */
function visit({ top, bottom, left, right }: Cells, look: (key: number) => boolean): boolean {
  for (let j = top; j <= bottom; j += 1)
    for (let i = left; i <= right; i += 1) if (look(j * 65536 + i)) return true;
  return false;
}
