import type { ProjectDraft } from './change';
import { lookUp } from '../model/queries';

interface Copied {
  copiedFrom?: string | undefined;
}

/** The nearest record that stays, of those that one was copied from. */
function staying(
  table: Readonly<Record<string, Copied>>,
  from: string,
  gone: ReadonlySet<string>,
): string | null {
  const seen = new Set<string>();
  let at: string | undefined = from;
  while (at !== undefined && gone.has(at) && !seen.has(at)) {
    seen.add(at);
    at = lookUp(table, at)?.copiedFrom;
  }
  return at === undefined || gone.has(at) || !lookUp(table, at) ? null : at;
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
