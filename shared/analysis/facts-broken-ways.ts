import type { Facts, NodeFacts } from './facts';

type Ways = Pick<Facts, 'nodes' | 'structure'>;

/** Nodes that no item comes to: where the way breaks off, and the steps behind it. */
export interface CutOff {
  readonly first: string;
  readonly others: readonly string[];
}

const isOnWay = ({ type }: NodeFacts): boolean =>
  type === 'step' || type === 'decision' || type === 'fork' || type === 'join';

/** Ids of nodes from which a flow leads into each node. */
function sourcesOf(nodes: readonly NodeFacts[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const { id, exits } of nodes)
    for (const { to } of exits) {
      const known = sources.get(to);
      if (known) known.push(id);
      else sources.set(to, [id]);
    }
  return sources;
}

/** All that flows lead to from some nodes, themselves included, within some nodes and leaving out what was told. */
function behind(
  from: readonly string[],
  node: ReadonlyMap<string, NodeFacts>,
  isMeant: (id: string) => boolean,
): Set<string> {
  const found = new Set(from);
  for (const each of found) for (const { to } of node.get(each)?.exits ?? []) if (isMeant(to)) found.add(to);
  return found;
}

/** Starts that lead nowhere although there are steps that they could lead to. */
export function looseStarts({ nodes }: Pick<Facts, 'nodes'>): string[] {
  if (!nodes.some(({ type }) => type === 'step')) return [];
  return nodes.filter(({ type, exits }) => type === 'start' && exits.length === 0).map(({ id }) => id);
}

/** The parts of a map that no item comes to; none where no start leads anywhere, since then all is cut off. */
export function cutOffParts({ nodes, structure }: Ways): CutOff[] {
  if (!nodes.some(({ type, exits }) => type === 'start' && exits.length > 0)) return [];
  const node = new Map(nodes.filter(isOnWay).map((each) => [each.id, each]));
  const within = new Set(structure.unreached.filter((id) => node.has(id)));
  const sources = sourcesOf(nodes);
  const heads = [...within].filter((id) => !sources.get(id)?.some((from) => within.has(from)));
  const told = new Set<string>();
  return [...heads, ...within].flatMap((first) => {
    if (told.has(first)) return [];
    const part = behind([first], node, (id) => within.has(id) && !told.has(id));
    for (const id of part) told.add(id);
    const others = [...part].filter((id) => id !== first && node.get(id)?.type === 'step');
    return node.get(first)?.type === 'step' || others.length > 0 ? [{ first, others }] : [];
  });
}

/** Nodes that items come to and that nothing leads on from, although the item should go on. */
export function loosePoints({ nodes, structure }: Ways): string[] {
  const node = new Map(nodes.map((each) => [each.id, each]));
  const explained = behind(structure.openForks, node, () => true);
  for (const id of structure.aside) explained.add(id);
  const dead = new Set(structure.deadEnds);
  return nodes
    .filter(
      (each) => isOnWay(each) && dead.has(each.id) && !explained.has(each.id) && each.exits.length === 0,
    )
    .map(({ id }) => id);
}

/** Loops that nothing leaves, each as the ids of its nodes in their order. */
export function endlessLoops({ nodes, structure }: Ways): string[][] {
  const within = new Set(structure.endless);
  const node = new Map(nodes.map((each) => [each.id, each]));
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const told = new Set<string>();
  return nodes.flatMap(({ id }) => {
    if (!within.has(id) || told.has(id)) return [];
    const loop = behind([id], node, (to) => within.has(to) && !told.has(to));
    for (const each of loop) told.add(each);
    return [[...loop].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))];
  });
}
