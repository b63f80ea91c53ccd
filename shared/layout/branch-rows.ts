import { meanOf } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import type { Link, Ranks } from './ranks';

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Rows with the columns that are taken in each. */
class Rows {
  private readonly taken = new Map<number, Interval[]>();
  private lowest = 0;

  /** The free row nearest to the wanted one, outwards first. */
  nearest(wanted: number, interval: Interval): number {
    const outwards = wanted < 0 ? -1 : 1;
    for (let step = 0; ; step += 1)
      for (const row of [wanted + step * outwards, wanted - step * outwards])
        if (this.isFree(row, interval)) return row;
  }

  take(row: number, interval: Interval): void {
    this.taken.set(row, [...(this.taken.get(row) ?? []), interval]);
    this.lowest = Math.max(this.lowest, row + 1);
  }

  /** The first row under everything taken so far. */
  below(): number {
    return this.taken.size === 0 ? 0 : this.lowest;
  }

  private isFree(row: number, interval: Interval): boolean {
    return (this.taken.get(row) ?? []).every((each) => each.to < interval.from || interval.to < each.from);
  }
}

/** The flow on which most items go on: normal before rework, held-up before detached, towards an end before a dead end, the greater share, the nearer step, the order of the model. */
function mainFirst(
  graph: MapGraph,
  ranks: Ranks,
  links: readonly Link[],
  finishing: ReadonlySet<string>,
): Link[] {
  const blanks = links.filter((link) => link.flow.share === undefined).length;
  const known = links.reduce((sum, { flow }) => sum + (flow.share ? meanOf(flow.share) : 0), 0);
  const shareOf = (link: Link): number =>
    link.flow.share ? meanOf(link.flow.share) : Math.max(0, 1 - known) / Math.max(1, blanks);
  const merit = (link: Link): number[] => [
    link.flow.kind === 'normal' ? 0 : link.flow.kind === 'escalation' ? 0.5 : 1,
    graph.node.get(link.to)?.detached ? 1 : 0,
    finishing.has(link.to) ? 0 : 1,
    -shareOf(link),
    ranks.rank.get(link.to) ?? 0,
  ];
  return links
    .map((link, index) => ({ link, merit: [...merit(link), index] }))
    .sort((a, b) => {
      const at = a.merit.findIndex((value, index) => Math.abs(value - (b.merit[index] ?? 0)) > 1e-9);
      return (a.merit[at] ?? 0) - (b.merit[at] ?? 0);
    })
    .map((each) => each.link);
}

/** Nodes from which the stream goes on to an end. */
function leadingToAnEnd(ranks: Ranks): Set<string> {
  const found = new Set<string>();
  const open = ranks.ordered.filter((node) => node.type === 'end').map((node) => node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const link of ranks.previous.get(id) ?? []) open.push(link.from);
  }
  return found;
}

/** Rows of a map without lanes: the main path straight in row 0, each branch in the nearest free row beside the one it leaves. */
export function branchRows(graph: MapGraph, ranks: Ranks): Map<string, number> {
  const rows = new Rows();
  const row = new Map<string, number>();
  const finishing = leadingToAnEnd(ranks);
  const rankOf = (id: string): number => ranks.rank.get(id) ?? 0;
  const layChain = (first: string, from: number, wanted: number): void => {
    const chain: { id: string; links: Link[] }[] = [];
    const inChain = new Set<string>();
    let end: string | undefined;
    for (let id: string | undefined = first; id !== undefined; ) {
      if (row.has(id) || inChain.has(id)) {
        end = id;
        break;
      }
      inChain.add(id);
      const links = mainFirst(graph, ranks, ranks.next.get(id) ?? [], finishing);
      chain.push({ id, links });
      id = links[0]?.to;
    }
    const last = chain.at(-1)?.id ?? first;
    const interval = { from, to: end === undefined ? rankOf(last) : Math.max(rankOf(last), rankOf(end) - 1) };
    const at = rows.nearest(wanted, interval);
    rows.take(at, interval);
    for (const { id } of chain) row.set(id, at);
    for (const { id, links } of chain)
      for (const link of links.slice(1)) if (!row.has(link.to)) layChain(link.to, rankOf(id) + 1, at);
  };
  const heads = [...ranks.ordered].sort((a, b) => Number(b.type === 'start') - Number(a.type === 'start'));
  for (const node of heads) {
    if (row.has(node.id)) continue;
    const joins = leadsTo(node.id, ranks, row);
    // What nothing leads to yet is where the stream will end: at the end of its main row.
    const own = node.type === 'end' ? 0 : rows.below();
    layChain(node.id, rankOf(node.id), joins ?? own);
  }
  return row;
}

/** The row in which the way from a node meets what is already placed, or null where it never does. */
function leadsTo(first: string, ranks: Ranks, row: ReadonlyMap<string, number>): number | null {
  const seen = new Set<string>();
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const met = row.get(id);
    if (met !== undefined) return met;
    for (const link of ranks.next.get(id) ?? []) open.push(link.to);
  }
  return null;
}
