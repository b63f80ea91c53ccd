import type { Project, ValueStreamMap } from '../model/project';

/** What had to be left out or added so that everything on a map has its ends. */
export interface Repairs {
  readonly flows: number;
  readonly nodes: number;
  readonly streams: number;
}

function kept<T>(table: Record<string, T>, isKept: (row: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([, row]) => isKept(row)));
}

const sizeOf = (table: Record<string, unknown>): number => Object.keys(table).length;

function withMap(project: Project): Project {
  if (sizeOf(project.maps) > 0) return project;
  const stream = Object.keys(project.streams)[0] ?? 'stream';
  const map: ValueStreamMap = { stream, name: '', order: 1, state: 'current' };
  return { ...project, maps: { map } };
}

function withStreams(project: Project): Project {
  const missing = Object.values(project.maps)
    .map((map) => map.stream)
    .filter((id) => !Object.hasOwn(project.streams, id));
  if (missing.length === 0) return project;
  const added = Object.fromEntries(missing.map((id, index) => [id, { name: '', order: index + 1 }]));
  return { ...project, streams: { ...project.streams, ...added } };
}

/** A project in which each map has its stream, each node its map and each flow two nodes of its map, and which has a map. Total, and idempotent; gives the same object where nothing is amiss. */
export function normalize(project: Project): { readonly project: Project; readonly repairs: Repairs } {
  const housed = withStreams(withMap(project));
  const nodes = kept(housed.nodes, (node) => Object.hasOwn(housed.maps, node.map));
  const isOn = (id: string, map: string): boolean => Object.hasOwn(nodes, id) && nodes[id]?.map === map;
  const flows = kept(housed.flows, (flow) => isOn(flow.from, flow.map) && isOn(flow.to, flow.map));
  const repairs: Repairs = {
    nodes: sizeOf(project.nodes) - sizeOf(nodes),
    flows: sizeOf(project.flows) - sizeOf(flows),
    streams: sizeOf(housed.streams) - sizeOf(project.streams) + sizeOf(housed.maps) - sizeOf(project.maps),
  };
  const isFine = repairs.nodes + repairs.flows + repairs.streams === 0;
  return { project: isFine ? project : { ...housed, nodes, flows }, repairs };
}
