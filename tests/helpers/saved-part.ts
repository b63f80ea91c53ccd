import type { Project } from '../../shared/model/project';

type Rows = Record<string, Record<string, unknown>>;

/** What stands in for required fields that were lost: no name, any place in the order, a step, a map of today. */
const isStandIn = (field: string, value: unknown): boolean =>
  field === 'order' ||
  value === '' ||
  (field === 'type' && value === 'step') ||
  (field === 'state' && value === 'current');

function isWithin(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(
    ([key, value]) => Object.hasOwn(whole, key) && isWithin(value, (whole as Record<string, unknown>)[key]),
  );
}

/** Fields of what was saved of a project that the project itself does not have, `nodes.log.wait`; none where nothing was invented. */
export function inventedIn(saved: Project, original: Project): string[] {
  const invented: string[] = [];
  for (const [table, rows] of Object.entries(saved)) {
    if (typeof rows !== 'object' || table === 'settings') continue;
    const before = (original as unknown as Record<string, Rows>)[table] ?? {};
    for (const [id, record] of Object.entries(rows as Rows)) {
      const own = Object.hasOwn(before, id) ? before[id] : undefined;
      const isMade = id.startsWith('saved-') || table === 'streams' || table === 'maps';
      if (own === undefined && !isMade) invented.push(`${table}.${id}`);
      for (const [field, value] of Object.entries(record))
        if (own !== undefined && !isWithin(value, own[field]) && !isStandIn(field, value))
          invented.push(`${table}.${id}.${field}`);
    }
  }
  return invented;
}
