import type { Kinded } from './drawio-figures';

/** Whom a cell belongs to by the lanes in which it stands. */
export interface LaneOf {
  readonly role: string | undefined;
  readonly team: string | undefined;
}

interface Lanes {
  readonly of: (cell: Kinded) => LaneOf;
  /** The name of the one pool that holds everything. */
  readonly title: string | undefined;
  /** Lanes that are lanes, not boxes with a head. */
  readonly ids: ReadonlySet<string>;
}

/** The cells that a cell stands in, the nearest first; a circle ends. */
export function ancestorsOf<T extends { id: string; parent: string }>(
  cell: T,
  byId: ReadonlyMap<string, T>,
): T[] {
  const found: T[] = [];
  const seen = new Set([cell.id]);
  for (let up = byId.get(cell.parent); up && !seen.has(up.id); up = byId.get(up.parent)) {
    seen.add(up.id);
    found.push(up);
  }
  return found;
}

const oneLine = (label: string): string => label.replace(/\s+/g, ' ').trim();

/** Lanes as roles; where there are several pools, pools as teams. */
export function lanesOf(cells: readonly Kinded[], byId: ReadonlyMap<string, Kinded>): Lanes {
  const holds = new Set(cells.filter(({ isArrow }) => !isArrow).map(({ parent }) => parent));
  const lanes = cells.filter(({ kind, id }) => kind === 'lane' && holds.has(id));
  const ids = new Set(lanes.map(({ id }) => id));
  const parentsOfLanes = new Set(
    lanes.flatMap((lane) => ancestorsOf(lane, byId).find(({ id }) => ids.has(id))?.id ?? []),
  );
  const pools = lanes.filter(({ id }) => parentsOfLanes.has(id));
  const named = pools.filter(({ label }) => label !== '');
  return {
    ids,
    title: named.length === 1 ? oneLine(named[0]?.label ?? '') : undefined,
    of: (cell) => {
      const up = ancestorsOf(cell, byId).filter(({ id }) => ids.has(id));
      const lane = up.find(({ id, label }) => label !== '' && (!parentsOfLanes.has(id) || up.length === 1));
      const pool = named.length > 1 ? up.find(({ id }) => parentsOfLanes.has(id)) : undefined;
      return {
        role: lane && !(parentsOfLanes.has(lane.id) && pool) ? oneLine(lane.label) : undefined,
        team: pool && oneLine(pool.label),
      };
    },
  };
}
