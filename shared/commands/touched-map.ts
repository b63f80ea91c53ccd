import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { Entry } from './history';
import { mapOfRecord } from './template-mark';

/**
 * The map to show after a change was taken back or done again, so that people see it: the shown one where it is part
 * of the change or where the change is of no map, else the first map of the change that exists now.
 */
export function mapToShow(shown: string, entry: Entry | undefined, before: Project, after: Project): string {
  const touched = new Set<string>();
  for (const { path } of entry?.patches ?? []) {
    const [table, id] = path.map(String);
    if (id === undefined) continue;
    const map = mapOfRecord(table, id, after) ?? mapOfRecord(table, id, before);
    if (map !== undefined && lookUp(after.maps, map)) touched.add(map);
  }
  const [first] = touched;
  return first === undefined || touched.has(shown) ? shown : first;
}
