import type { ProjectDraft } from '../commands/change';
import { carriedFrom, type FlowAt, scaled } from '../commands/shares';
import type { Project } from '../model/project';
import { knownMean, meanOf } from '../model/quantity';
import { lookUp } from '../model/queries';

/** Sums of shares may be this far from the whole, as everywhere. */
const tolerance = 0.01 + 1e-9;

/** Mean shares of the flows out of a node that add up to 1; null where there is no choice or the shares are not known. */
export function sharesOutOf(project: Project, node: string): ReadonlyMap<string, number> | null {
  const exits = carriedFrom(project, node);
  if (exits.length < 2 || lookUp(project.nodes, node)?.type === 'fork') return null;
  const stated = exits.map(({ flow }) => knownMean(flow.share));
  const sum = stated.reduce<number>((total, share) => total + (share ?? 0), 0);
  const blanks = stated.filter((share) => share === null).length;
  if (blanks > 1) return null;
  const rest = blanks === 1 ? Math.max(0, 1 - sum) : 0;
  if (Math.abs(sum + rest - 1) > tolerance) return null;
  return new Map(exits.map(({ id }, at) => [id, (stated[at] ?? rest) / (sum + rest)]));
}

/** What the flows out of a node carry once some of them have other shares: the siblings share the rest as they did. Null where nothing says how. */
export function sharesAfter(
  before: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | null {
  const fixed = [...wanted.values()].reduce((sum, share) => sum + share, 0);
  const free = [...before].filter(([id]) => !wanted.has(id));
  const freeSum = free.reduce((sum, [, share]) => sum + share, 0);
  if (free.length === 0 || fixed > 1) {
    if (fixed === 0) return null;
    return new Map([...before.keys()].map((id) => [id, (wanted.get(id) ?? 0) / fixed]));
  }
  const rest = 1 - fixed;
  if (freeSum === 0 && rest > 0 && free.length > 1) return null;
  const own = (share: number): number => (freeSum > 0 ? (share / freeSum) * rest : rest);
  return new Map([...before].map(([id, share]) => [id, wanted.get(id) ?? own(share)]));
}

function writeShare(draft: ProjectDraft, { id, flow }: FlowAt, share: number, isWanted: boolean): void {
  const row = draft.flows[id];
  if (!row || (flow.share === undefined && !isWanted)) return;
  const mean = flow.share ? meanOf(flow.share) : 0;
  const stretched = flow.share && mean > 0 ? scaled(flow.share, share / mean) : { likely: share };
  const isExact = Math.abs(meanOf(stretched) - share) < 1e-12;
  row.share = { likely: stretched.likely, ...(isExact ? boundsOf(stretched) : {}), source: 'guess' };
  if (!isExact) row.share.likely = share;
}

const boundsOf = ({ low, high }: { low?: number; high?: number }): { low?: number; high?: number } => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

/** Gives flows out of one node other shares and lets the siblings share the rest; false where that cannot be told. */
export function writeShares(draft: ProjectDraft, node: string, wanted: ReadonlyMap<string, number>): boolean {
  const before = sharesOutOf(draft, node);
  const after = before && sharesAfter(before, wanted);
  if (!after) return false;
  for (const exit of carriedFrom(draft, node)) {
    const share = after.get(exit.id);
    if (share !== undefined) writeShare(draft, exit, share, wanted.has(exit.id));
  }
  return true;
}
