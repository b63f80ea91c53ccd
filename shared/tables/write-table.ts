import Papa from 'papaparse';
import type { MapNode, Project } from '../model/project';
import { graphOf, type MapGraph, type WithId } from '../model/queries';
import { dimensionRows, stakeholderRows, valueRows } from './about-tables';
import { stepColumns } from './columns';
import { escaped } from './escape-cell';
import { nameOf } from './names';
import { writeNext } from './next-cell';
import type { TableFormat } from './types';
import { flowRow, roleRows, stepRow, streamRow, type WrittenCell, type WrittenRow } from './write-rows';

function writeJson(graph: MapGraph, project: Project): string {
  const [stakeholders, values] = [stakeholderRows(graph, project), valueRows(graph)];
  const table = {
    stream: streamRow(graph, project),
    roles: roleRows(graph, project),
    steps: graph.nodes.map((node) => stepRow(node, project)),
    flows: graph.flows.map((flow) => flowRow(flow, project)),
    ...(stakeholders.length === 0 ? {} : { stakeholders }),
    ...(values.length === 0 ? {} : { value_items: values }),
    dimensions: dimensionRows(graph, project),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
}

const isList = (cell: WrittenCell): cell is readonly string[] => Array.isArray(cell);

function cellText(cell: WrittenCell | undefined): string {
  if (cell === undefined) return '';
  if (isList(cell)) return escaped(cell.map((entry) => entry.replaceAll(';', ',')).join('; '));
  if (typeof cell === 'object') return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'string' ? escaped(cell) : String(cell);
}

/** The source that all quantities of a row share, for the one column that a table without provenance has. */
export function commonOrigin(node: WithId<MapNode>): WrittenRow {
  const quantities = Object.values(node).flatMap((value) =>
    typeof value === 'object' && 'likely' in value ? [value] : [],
  );
  const [first] = quantities;
  const common = (key: 'source' | 'samples'): WrittenRow => {
    const value = first?.[key];
    const isCommon = value !== undefined && quantities.every((quantity) => quantity[key] === value);
    return isCommon ? { [key]: value } : {};
  };
  return { ...common('source'), ...common('samples') };
}

function csvRow(node: WithId<MapNode>, graph: MapGraph, project: Project): string[] {
  const row: WrittenRow = { ...stepRow(node, project), ...commonOrigin(node) };
  if (node.role !== undefined) row.role = nameOf(project.roles, node.role);
  const flows = graph.flows.filter(({ from }) => from === node.id);
  const next = writeNext(flows.map(({ to, kind, share }) => ({ to, kind, share: share ?? null })));
  return [...stepColumns.map(({ name }) => cellText(row[name])), next];
}

function writeCsv(graph: MapGraph, project: Project): string {
  const headings = [...stepColumns.map(({ name }) => name), 'next'];
  const rows = graph.nodes.map((node) => csvRow(node, graph, project));
  const isUsed = headings.map(
    (heading, index) =>
      heading === 'id' || heading === 'name' || heading === 'next' || rows.some((row) => row[index] !== ''),
  );
  const kept = (cells: readonly string[]): string[] => cells.filter((_, index) => isUsed[index]);
  return `${Papa.unparse([kept(headings), ...rows.map(kept)], { newline: '\n' })}\n`;
}

/** The step table of a map: JSON holds all of it but positions, CSV the steps with the shares and kinds of their flows. Null where the project has no such map. */
export function writeTable(project: Project, mapId: string, format: TableFormat): string | null {
  const graph = graphOf(project, mapId);
  if (graph === null) return null;
  return format === 'json' ? writeJson(graph, project) : writeCsv(graph, project);
}
