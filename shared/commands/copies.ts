import type { ProjectDraft } from './change';
import { lookUp } from '../model/queries';

interface Copied {
  copiedFrom?: string | undefined;
}

/** What a record was copied from, and what that was copied from, and so on, the nearest first; without the record itself. */
export function originsOf(table: Readonly<Record<string, Copied>>, id: string): string[] {
  const found = new Set<string>();
  for (let at = lookUp(table, id)?.copiedFrom; at !== undefined; at = lookUp(table, at)?.copiedFrom) {
    if (found.has(at)) break;
    found.add(at);
  }
  found.delete(id);
  return [...found];
}

/** The nearest record that stays, of those that one which goes was copied from. */
function staying(
  table: Readonly<Record<string, Copied>>,
  from: string,
  gone: ReadonlySet<string>,
): string | null {
  const first = originsOf(table, from).find((id) => !gone.has(id));
  return first !== undefined && lookUp(table, first) ? first : null;
}

function handOn(table: Record<string, Copied>, gone: ReadonlySet<string>): void {
  for (const [id, row] of Object.entries(table)) {
    const { copiedFrom } = row;
    if (copiedFrom === undefined || gone.has(id) || !gone.has(copiedFrom)) continue;
    const source = staying(table, copiedFrom, gone);
    if (source !== null) row.copiedFrom = source;
  }
}

/** Run before maps or nodes go: what was copied from them counts as copied from what they were copied from, so that a copy of a copy stays linked. */
export function handOnCopies(draft: ProjectDraft, gone: ReadonlySet<string>): void {
  handOn(draft.maps, gone);
  handOn(draft.nodes, gone);
}
