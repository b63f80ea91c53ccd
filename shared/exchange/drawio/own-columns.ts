import type { Flow, MapNode, Project } from '../../model/project';
import type { MapGraph, WithId } from '../../model/queries';
import { nameOf } from '../../tables/names';
import {
  flowRow,
  roleRows,
  stepRow,
  streamRow,
  type WrittenCell,
  type WrittenRow,
} from '../../tables/write-rows';
import type { Attributes } from './mx-xml';

/** Before the name of a column of the step table, as an attribute of a shape. */
const prefix = 'vsm_';

const isList = (cell: WrittenCell): cell is readonly string[] => Array.isArray(cell);

function cellText(cell: WrittenCell): string {
  if (isList(cell)) return cell.map((entry) => entry.replaceAll(';', ',')).join('; ');
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

function columnsOf(row: WrittenRow): Attributes {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [prefix + name, cellText(cell)]));
}

/** The step table's columns of a node. */
export function nodeColumns(node: WithId<MapNode>, project: Project): Attributes {
  const row = stepRow(node, project);
  const role = node.role === undefined ? {} : { role: nameOf(project.roles, node.role) };
  return columnsOf({ ...row, type: node.type, ...role });
}

/** The step table's columns of a flow; its ends are those of its arrow. */
export function flowColumns(flow: WithId<Flow>, project: Project): Attributes {
  const row = Object.entries(flowRow(flow, project)).filter(([name]) => name !== 'from' && name !== 'to');
  return columnsOf({ kind: flow.kind, ...Object.fromEntries(row) });
}

/** The columns of the stream of a map, with what stands of the map itself and the roles as JSON. */
export function streamColumns(graph: MapGraph, project: Project): Attributes {
  return {
    ...columnsOf(streamRow(graph, project)),
    [`${prefix}roles`]: JSON.stringify(roleRows(graph, project)),
  };
}
