import { overlaps } from './geometry';
import type { Box } from './types';

const cell = 160;

/** Boxes by place, so that "what is here" is answered without looking at all. */
export class BoxIndex<T extends Box = Box> {
  private readonly cells = new Map<number, T[]>();

  constructor(boxes: Iterable<T> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
    this.visit(box, 0, (key) => {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  /** Whether anything comes nearer to the box than the margin. */
  hits(box: Box, margin = 0): boolean {
    return this.visit(box, margin, (key) =>
      (this.cells.get(key) ?? []).some((each) => overlaps(box, each, margin)),
    );
  }

  /** Everything that comes nearer to the box than the margin, each once. */
  near(box: Box, margin = 0): Set<T> {
    const found = new Set<T>();
    this.visit(box, margin, (key) => {
      for (const each of this.cells.get(key) ?? []) if (overlaps(box, each, margin)) found.add(each);
      return false;
    });
    return found;
  }

  private visit(box: Box, margin: number, look: (key: number) => boolean): boolean {
    const top = Math.floor((box.y - margin) / cell);
    const bottom = Math.floor((box.y + box.height + margin) / cell);
    const left = Math.floor((box.x - margin) / cell);
    const right = Math.floor((box.x + box.width + margin) / cell);
    for (let j = top; j <= bottom; j += 1)
      for (let i = left; i <= right; i += 1) if (look(j * 65536 + i)) return true;
    return false;
  }
}
