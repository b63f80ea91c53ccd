import type { MapNode, Project } from '../../../shared/model/project';

/** Fields that hold ids or places, or say which row came first. */
const own = new Set(['map', 'order', 'position', 'role', 'practices', 'copiedFrom']);

/** What a node is, without ids and places: its fields, and its role and practices by name. */
function plain(project: Project, node: MapNode): Record<string, unknown> {
  const fields = Object.entries(node).filter(([field]) => !own.has(field));
  const role = node.role === undefined ? undefined : project.roles[node.role]?.name;
  return {
    ...Object.fromEntries(fields),
    ...(role === undefined ? {} : { role }),
    practices: Object.keys(node.practices ?? {}).sort(),
  };
}

/** A fork or a join by what surrounds it, so that its name and id do not matter. */
function nameOf(project: Project, id: string): string {
  const node = project.nodes[id];
  if (!node) return 'nothing';
  if (node.type !== 'fork' && node.type !== 'join') return node.name;
  const flows = Object.values(project.flows);
  const beside =
    node.type === 'fork' ? flows.filter((flow) => flow.from === id) : flows.filter((flow) => flow.to === id);
  const others = beside.map((flow) => project.nodes[node.type === 'fork' ? flow.to : flow.from]?.name ?? '');
  return `${node.type} of ${others.sort().join(' and ')}`;
}

/** Everything that a project says, without ids, places and the order in which it was written: two such are equal where the documents mean the same. */
export function meaningOf(project: Project): unknown {
  const nodes = Object.entries(project.nodes).map(([id, node]) => ({
    ...plain(project, node),
    name: nameOf(project, id),
  }));
  const flows = Object.values(project.flows).map(({ from, to, kind, share, label, style, limit }) => ({
    way: `${nameOf(project, from)} > ${nameOf(project, to)}`,
    kind,
    ...(share && { share }),
    ...(label !== undefined && { label }),
    ...(style && { style }),
    ...(limit !== undefined && { limit }),
  }));
  return {
    settings: project.settings,
    maps: Object.values(project.maps).map(({ name, state }) => ({ name, state })),
    roles: Object.values(project.roles)
      .map(({ name, order: _order, ...rest }) => ({ name, ...rest }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    nodes: nodes.sort((a, b) => a.name.localeCompare(b.name)),
    flows: flows.sort((a, b) => a.way.localeCompare(b.way)),
  };
}
