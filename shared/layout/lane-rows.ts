import type { Ranks } from './ranks';

/** What a lane needs to know of a node to give it a row. */
export interface Seat {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  /** Height that orders nodes which cannot share a row. */
  readonly y: number;
}

/** Clear space between two nodes that share a row. */
const seatGap = 16;

class LaneRows {
  private readonly rows: Seat[][] = [];

  isFree(row: number, seat: Seat): boolean {
    return (this.rows[row] ?? []).every(
      (each) => each.right + seatGap <= seat.left || seat.right + seatGap <= each.left,
    );
  }

  take(row: number, seat: Seat): void {
    while (this.rows.length <= row) this.rows.push([]);
    this.rows[row]?.push(seat);
  }

  get count(): number {
    return this.rows.length;
  }

  /** The free row nearest to the wanted one, downwards first. */
  nearest(wanted: number, seat: Seat): number {
    for (let step = 0; ; step += 1) {
      if (this.isFree(wanted + step, seat)) return wanted + step;
      if (wanted - step >= 0 && this.isFree(wanted - step, seat)) return wanted - step;
    }
  }

  /** The first free row under every row whose seats in the way stand higher. */
  under(seat: Seat): number {
    let row = 0;
    while (!this.isFree(row, seat)) row += 1;
    return row;
  }
}

/** Rows of the nodes of one lane, without hand-set ones: the row of the step before where it is free, else the nearest. */
export function autoLaneRows(seats: readonly Seat[], ranks: Ranks): Map<string, number> {
  const rows = new LaneRows();
  const row = new Map<string, number>();
  for (const seat of seats) {
    const before = (ranks.previous.get(seat.id) ?? [])
      .map((link) => row.get(link.from))
      .filter((each) => each !== undefined);
    const at = rows.nearest(before.length === 0 ? 0 : Math.min(...before), seat);
    rows.take(at, seat);
    row.set(seat.id, at);
  }
  return row;
}

/** Rows of a lane with hand-set nodes: from top to bottom each in the first row where it has room. */
export function handSetLaneRows(seats: readonly Seat[]): Map<string, number> {
  const rows = new LaneRows();
  const row = new Map<string, number>();
  const byHeight = [...seats].sort((a, b) => a.y - b.y || a.left - b.left);
  for (const seat of byHeight) {
    const at = rows.under(seat);
    rows.take(at, seat);
    row.set(seat.id, at);
  }
  return row;
}
