import type { Command } from '../../commands/command';
import { graphOf, lookUp, type MapGraph } from '../../model/queries';
import type { FixContext } from '../rule';

/** Makes the command that mends what a finding is about; null where it does not fit. */
export type Fix = (context: FixContext) => Command | null;

/** Chooses ids on the map of a fix, where the usual choice is not meant. */
export type Choose = (context: FixContext) => readonly string[];

/** The graph of the map that a fix would change, or null where it is gone. */
export function graphFor({ project, map }: FixContext): MapGraph | null {
  return graphOf(project, map);
}

const meansMap = ({ about, map }: FixContext): boolean => about.length === 1 && about[0] === map;

/** What a finding points at: what it is about, or what it involves where it is about the whole map. */
export function idsMeant(context: FixContext): readonly string[] {
  return meansMap(context) ? context.involves : context.about;
}

/** Nodes of the map that a finding points at: the nodes themselves, the two ends of a flow, the steps of a role. */
export function nodesMeant(context: FixContext): string[] {
  const graph = graphFor(context);
  if (graph === null) return [];
  const found = new Set<string>();
  for (const id of idsMeant(context)) {
    if (graph.node.has(id)) found.add(id);
    const flow = lookUp(context.project.flows, id);
    if (flow?.map === context.map)
      for (const end of [flow.from, flow.to]) if (graph.node.has(end)) found.add(end);
    if (lookUp(context.project.roles, id))
      for (const node of graph.nodes) if (node.role === id) found.add(node.id);
  }
  return [...found];
}

/** Steps of the map that a finding points at. */
export function stepsMeant(context: FixContext): string[] {
  const graph = graphFor(context);
  return nodesMeant(context).filter((id) => graph?.node.get(id)?.type === 'step');
}

/** Flows of the map that a finding points at and that carry items. */
export function flowsMeant(context: FixContext): string[] {
  return idsMeant(context).filter((id) => {
    const flow = lookUp(context.project.flows, id);
    return flow !== undefined && flow.map === context.map && flow.kind !== 'information';
  });
}
