import { figureInputOf, structureOf } from '../figures/compute-figures';
import { reachOf } from '../figures/reach';
import type { Flow, MapNode } from '../model/project';
import { isForward, type MapGraph } from '../model/queries';
import type { MatchedMaps, OnMap } from './changed-map';

/** A way that leads items past steps that they went through before. Ids are those of `matchMaps`. */
export interface Bypass {
  readonly from: string;
  readonly to: string;
  /** Part of the items that go on from its beginning, 0..1; null where a share is unknown. */
  readonly share: number | null;
  /** Steps that it leads past and that are still there for other items, in the order of the flow. */
  readonly skipped: readonly string[];
  /** New steps on it. */
  readonly through: readonly string[];
}

type Outs = ReadonlyMap<string, readonly (readonly [string, Flow])[]>;

function forwardFlows({ nodes, flows }: OnMap): Outs {
  const found = new Map<string, (readonly [string, Flow])[]>();
  for (const [id, flow] of flows) {
    if (!isForward(flow) || !nodes.has(flow.from) || !nodes.has(flow.to)) continue;
    found.set(flow.from, [...(found.get(flow.from) ?? []), [id, flow]]);
  }
  return found;
}

/** What a node's forward flows carry of the items that go on from it; a single blank is the remainder, several are unknown. */
function partOf(flow: Flow, siblings: readonly (readonly [string, Flow])[], all: OnMap): number | null {
  if (siblings.length === 1) return 1;
  const blanks = siblings.filter(([, each]) => each.share === undefined).length;
  const given = siblings.reduce((sum, [, each]) => sum + (each.share?.likely ?? 0), 0);
  const back = [...all.flows.values()]
    .filter((each) => each.from === flow.from && (each.kind === 'rework' || each.kind === 'iteration'))
    .reduce((sum, each) => sum + (each.share?.likely ?? 0), 0);
  if (blanks > 1) return null;
  const onward = blanks === 1 ? 1 - back : given;
  const own = flow.share?.likely ?? Math.max(0, onward - given);
  return onward > 0 ? own / onward : null;
}

/** The nodes that lie on a forward way between two nodes, its ends left out; null where none leads there. */
function between(outs: Outs, from: string, to: string): Set<string> | null {
  const reached = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const [, flow] of outs.get(id) ?? [])
      if (!reached.has(flow.to)) {
        reached.add(flow.to);
        if (flow.to !== to) open.push(flow.to);
      }
  if (!reached.has(to)) return null;
  const ins = new Map<string, string[]>();
  for (const [id, list] of outs)
    for (const [, flow] of list) ins.set(flow.to, [...(ins.get(flow.to) ?? []), id]);
  const leading = new Set<string>();
  const back = [to];
  for (let id = back.pop(); id !== undefined; id = back.pop())
    for (const each of ins.get(id) ?? [])
      if (!leading.has(each)) {
        leading.add(each);
        if (each !== from) back.push(each);
      }
  return new Set([...reached].filter((id) => id !== to && id !== from && leading.has(id)));
}

interface Path {
  readonly to: string;
  readonly share: number | null;
  readonly through: readonly string[];
}

/** New ways from a node that was there before to the next such node, over new nodes alone; what leaves a fork goes every way and skips nothing. */
function newPaths(matched: MatchedMaps, outs: Outs, from: string): Path[] {
  const { old: then, now } = matched;
  const found: Path[] = [];
  const walk = (at: string, share: number | null, through: readonly string[], isNew: boolean): void => {
    const siblings = outs.get(at) ?? [];
    for (const [id, flow] of siblings) {
      const part = partOf(flow, siblings, now);
      const total = share === null || part === null ? null : share * part;
      const isFresh = isNew || !then.flows.has(id);
      if (then.nodes.has(flow.to)) {
        if (isFresh) found.push({ to: flow.to, share: total, through });
      } else if (!through.includes(flow.to) && now.nodes.get(flow.to)?.type !== 'fork')
        walk(flow.to, total, [...through, flow.to], true);
    }
  };
  walk(from, 1, [], false);
  return found;
}

const isStep = (node: MapNode | undefined): boolean => node?.type === 'step';

/** Every way that leads some items past steps which all items went through before. */
export function bypassesOf(matched: MatchedMaps): readonly Bypass[] {
  const { old: then, now } = matched;
  const [old, fresh] = [forwardFlows(then), forwardFlows(now)];
  const found = new Map<string, Bypass>();
  for (const from of then.nodes.keys()) {
    const node = now.nodes.get(from);
    if (!node || node.type === 'fork') continue;
    for (const { to, share, through } of newPaths(matched, fresh, from)) {
      const past = between(old, from, to);
      const skipped = [...(past ?? [])].filter((id) => isStep(then.nodes.get(id)) && now.nodes.has(id));
      if (skipped.length === 0) continue;
      const key = `${from} ${to}`;
      const known = found.get(key);
      const sum = known ? (known.share === null || share === null ? null : known.share + share) : share;
      const steps = through.filter((id) => isStep(now.nodes.get(id)));
      found.set(key, { from, to, share: sum, skipped, through: [...(known?.through ?? []), ...steps] });
    }
  }
  return [...found.values()].filter(({ share }) => share === null || share < 1 - 1e-9);
}

/** The chance that an item ever comes to a node, 0..1; null where that is unknown. */
function chanceOf(graph: MapGraph, node: string): number | null {
  const structure = structureOf(graph);
  const at = structure.network.nodes.findIndex(({ id }) => id === node);
  const { expected } = figureInputOf(graph);
  if (at < 0 || expected.problems.length > 0) return null;
  return reachOf(structure, expected, 'expected').chance(at);
}

/** True where a way leads its share of all items past the steps for good, not only of those that come by. */
export function isOfAllItems(bypass: Bypass, then: MapGraph, now: MapGraph): boolean {
  const { share, skipped } = bypass;
  return skipped.every((id) => {
    const [a, b] = [chanceOf(then, id), chanceOf(now, id)];
    return (
      share !== null && a !== null && b !== null && Math.abs(a - 1) < 0.005 && Math.abs(1 - b - share) < 0.005
    );
  });
}
