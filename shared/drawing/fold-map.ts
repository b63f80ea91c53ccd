import { type PartFigures, figuresOfPart } from '../figures/part-figures';
import type { Contribution, Figures } from '../figures/types';
import { keep } from '../model/keep';
import type { Flow, MapNode, Position } from '../model/project';
import { flowsBy, type MapGraph, type WithId } from '../model/queries';
import type { Group } from '../model/workshop';

/** A folded group as the drawing shows it. */
export interface Block {
  readonly group: WithId<Group>;
  readonly members: ReadonlySet<string>;
  readonly figures: PartFigures;
}

/** A map as it is drawn: folded groups are single nodes, and inside a group only its own nodes are there. Figures and findings are always those of the whole map. */
export interface FoldedMap {
  readonly graph: MapGraph;
  /** Those of the whole map, with what each block adds to the clock in the place of its steps. */
  readonly figures: Figures;
  readonly whole: MapGraph;
  /** By the id of the group. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** The group whose inside is shown, null for the whole map. */
  readonly inside: WithId<Group> | null;
}

function membersOf(graph: MapGraph, group: string): Set<string> {
  return new Set(graph.nodes.flatMap((node) => (node.group === group ? [node.id] : [])));
}

/** The node that stands for a folded group: in the lanes of the first of its steps. */
function blockNode(graph: MapGraph, { group, members }: Block): WithId<MapNode> | null {
  const inside = graph.nodes.filter((node) => members.has(node.id));
  const first = inside.find((node) => node.type === 'step') ?? inside[0];
  if (!first) return null;
  const { role, team, party, activity, practices } = first;
  const lanes = Object.fromEntries(
    Object.entries({ role, team, party, activity, practices }).filter(([, value]) => value !== undefined),
  );
  const position: Position | undefined = group.position;
  return {
    ...lanes,
    id: group.id,
    map: first.map,
    type: 'step',
    name: group.name,
    order: first.order,
    ...(position && { position }),
  };
}

/** What a block adds to the clock; unknown where it cannot be said. */
function contributionOfBlock({ group, members, figures }: Block, all: readonly Contribution[]): Contribution {
  const onPath = all.some((part) => members.has(part.node) && part.onPath);
  return {
    node: group.id,
    visits: 1,
    wait: figures.wait,
    processTime: figures.processTime,
    isRequired: all.some((part) => members.has(part.node) && part.onPath && part.isRequired),
    onPath,
    clockVisits: onPath ? 1 : 0,
    repeat: null,
    isConverted: false,
  };
}

/** A flow of the map between what is drawn; out of a block its share is the part of all that leaves the block, blank where that is unknown. */
function redirected(
  flow: WithId<Flow>,
  ends: { from: string; to: string },
  leaving: readonly WithId<Flow>[],
  figures: Figures,
): WithId<Flow> {
  if (ends.from === flow.from) return { ...flow, ...ends };
  const { share: _share, ...rest } = flow;
  const items = leaving.map((each) => figures.visits?.flow.get(each.id) ?? Number.NaN);
  const all = items.reduce((sum, each) => sum + each, 0);
  const own = figures.visits?.flow.get(flow.id);
  const isKnown = leaving.length > 1 && all > 0 && own !== undefined;
  return { ...rest, ...ends, ...(isKnown && { share: { likely: own / all } }) };
}

function foldedFlows(
  graph: MapGraph,
  standIn: (id: string) => string,
  isShown: (id: string) => boolean,
  figures: Figures,
): WithId<Flow>[] {
  const moved = graph.flows.flatMap((flow) => {
    const ends = { from: standIn(flow.from), to: standIn(flow.to) };
    const isHidden = ends.from === ends.to && (ends.from !== flow.from || ends.to !== flow.to);
    return isHidden || !isShown(ends.from) || !isShown(ends.to) ? [] : [{ flow, ends }];
  });
  return moved.map(({ flow, ends }) => {
    const leaving = moved.filter((each) => each.ends.from === ends.from && each.flow.kind !== 'information');
    return redirected(
      flow,
      ends,
      leaving.map((each) => each.flow),
      figures,
    );
  });
}

const known = keep<MapGraph, FoldedMap>();

function compute(graph: MapGraph, figures: Figures, inside: WithId<Group> | null): FoldedMap {
  const folded = graph.groups.filter((group) => group.isFolded === true && group.id !== inside?.id);
  if (folded.length === 0 && inside === null)
    return { graph, figures, whole: graph, blocks: new Map(), inside: null };
  const blocks = new Map<string, Block>();
  const standIn = new Map<string, string>();
  for (const group of inside === null ? folded : []) {
    const members = membersOf(graph, group.id);
    blocks.set(group.id, { group, members, figures: figuresOfPart(graph, members) });
    for (const member of members) standIn.set(member, group.id);
  }
  const nodes = [
    ...graph.nodes.filter((node) => (inside ? node.group === inside.id : !standIn.has(node.id))),
    ...[...blocks.values()].flatMap((block) => blockNode(graph, block) ?? []),
  ].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const node = new Map(nodes.map((each) => [each.id, each]));
  const flows = foldedFlows(
    graph,
    (id) => standIn.get(id) ?? id,
    (id) => node.has(id),
    figures,
  );
  const carrying = flows.filter((flow) => flow.kind !== 'information');
  return {
    graph: { ...graph, nodes, flows, node, out: flowsBy(carrying, 'from'), in: flowsBy(carrying, 'to') },
    figures: {
      ...figures,
      contributions: [
        ...figures.contributions.filter((part) => !standIn.has(part.node)),
        ...[...blocks.values()].map((block) => contributionOfBlock(block, figures.contributions)),
      ],
    },
    whole: graph,
    blocks,
    inside,
  };
}

/** A map with its folded groups as single blocks, or the inside of one group; computed once per graph. The map itself where nothing is folded. */
export function foldMap(graph: MapGraph, figures: Figures, insideId: string | null = null): FoldedMap {
  const inside = graph.groups.find((group) => group.id === insideId) ?? null;
  return known.once(graph, inside?.id ?? '', () => compute(graph, figures, inside));
}
