import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { computeFigures } from '../figures/compute-figures';
import { changeKey } from './change-key';
import type { RankedChange, TriedKind } from './rank-changes';
import { sharesOutOf } from './scenario-shares';

/** Kinds of inputs that are offered at first, by what people talk about. */
const offeredKinds: readonly TriedKind[] = ['wait', 'processTime', 'rework', 'person'];

/** The share of a choice that most items meet: that of its smaller way; null where no choice has known shares. */
function shareToOffer(project: Project, graph: MapGraph): string | null {
  const { visits } = computeFigures(graph);
  let found: { readonly key: string; readonly items: number } | null = null;
  for (const node of graph.out.keys()) {
    const shares = [...(sharesOutOf(project, node) ?? [])];
    const [smallest] = shares.sort(([, a], [, b]) => a - b);
    const items = visits?.node.get(node) ?? 0;
    if (smallest && (found === null || items > found.items))
      found = { key: changeKey(smallest[0], 'share'), items };
  }
  return found?.key ?? null;
}

/**
 * The inputs that are offered at first, at most so many: the strongest of each kind (wait, work, returns, people), the
 * share of a choice where there are no returns, then the strongest of the rest by lead time, else by effort or queue. The
 * volume stands before them where it is known, else behind them.
 */
export function firstOffers(
  project: Project,
  graph: MapGraph,
  ranked: readonly RankedChange[],
  count: number,
): string[] {
  const size = ({ leadTime, effort, queue }: RankedChange): number =>
    (leadTime ?? 0) || Math.max(effort ?? 0, queue ?? 0) / 1e6;
  const useful = ranked
    .filter((each) => offeredKinds.includes(each.kind) && size(each) > 0)
    .sort((a, b) => size(b) - size(a));
  const firsts = offeredKinds.flatMap((kind) => useful.find((each) => each.kind === kind) ?? []);
  const hasReturn = firsts.some(({ kind }) => kind === 'rework');
  const share = hasReturn ? null : shareToOffer(project, graph);
  const shares = share === null ? [] : [share];
  const chosen = [...new Set([...firsts, ...useful])].slice(0, Math.max(0, count - shares.length - 1));
  const strong = chosen.sort((a, b) => size(b) - size(a)).map(({ key }) => key);
  const volume = changeKey(graph.stream.id, 'demandPerMonth');
  return graph.stream.demandPerMonth === undefined
    ? [...strong, ...shares, volume]
    : [volume, ...strong, ...shares];
}
