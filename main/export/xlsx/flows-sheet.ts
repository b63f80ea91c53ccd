import { light } from '../../../shared/drawing/theme';
import type { Flow, Project } from '../../../shared/model/project';
import { isRange, meanOf } from '../../../shared/model/quantity';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import { flowColumns, flowExtras } from '../../../shared/tables/columns';
import { flowRow } from '../../../shared/tables/write-rows';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, fixed, formulaCell, numberCell, place, textCell } from './cells';
import { dataCell, headingOf } from './data-cells';
import { dataSheet, type DataSheet, isTold, type NamedColumn } from './data-sheets';
import type { Term } from './terms';

const helpers = xlsxText.helpers;

/** The shares that count by flow, from the cells that hold the shares as numbers. */
export type Weigh = (meanAt: (flow: string) => string | null) => ReadonlyMap<string, Term>;

/** Where the flows come from and lead to: their ids, and the names of these steps. */
function endColumns(graph: MapGraph, steps: DataSheet): NamedColumn[] {
  const nameCell = (id: string): Cell => {
    const at = steps.at(id, 'name');
    const called = graph.node.get(id)?.name ?? '';
    return at === null ? textCell(called, 'strong') : formulaCell(`${at}&""`, called, 'strong');
  };
  return [
    {
      name: 'from',
      heading: headingOf('from'),
      cells: graph.flows.map(({ from }) => textCell(from, 'faint')),
    },
    {
      name: 'to',
      heading: headingOf('to'),
      cells: graph.flows.map(({ to }) => textCell(to, 'faint')),
    },
    { name: 'fromName', heading: helpers.fromName, cells: graph.flows.map(({ from }) => nameCell(from)) },
    { name: 'toName', heading: helpers.toName, cells: graph.flows.map(({ to }) => nameCell(to)) },
  ];
}

/** The columns of a flow that tables know; those that no flow fills are left out, but never the share and the kind. */
function ownColumns(graph: MapGraph, project: Project): NamedColumn[] {
  return [...flowColumns, ...flowExtras].flatMap((column): NamedColumn[] => {
    const { name } = column;
    if (name === 'from' || name === 'to') return [];
    const cells = graph.flows.map((flow) =>
      dataCell(column, new Map<string, unknown>(Object.entries(flow)), flowRow(flow, project)),
    );
    if (name !== 'share' && name !== 'kind' && !cells.some(isTold)) return [];
    return [{ name, heading: headingOf(name), cells, isNumeric: name === 'share' }];
  });
}

/** The share of a flow as a number: the cell beside it, or the mean of the range that this holds. */
function meanCell({ share }: WithId<Flow>, own: string, cell: Cell | undefined): Cell {
  const follows = `IF(ISNUMBER(${own}),${own},"")`;
  if (share === undefined) return formulaCell(follows, '', 'percent');
  if (typeof cell?.value === 'number') return formulaCell(follows, share.likely, 'percent');
  const { likely, low = likely, high = likely } = share;
  return isRange(share)
    ? formulaCell(`(${low}+4*${likely}+${high})/6`, meanOf(share), 'percent')
    : numberCell(likely, 'percent');
}

/** The flows between the steps of a map, with the shares that count. */
export function flowsSheet(
  name: string,
  graph: MapGraph,
  project: Project,
  steps: DataSheet,
  weigh: Weigh,
): DataSheet {
  const columns = [...endColumns(graph, steps), ...ownColumns(graph, project)];
  const shareAt = columns.findIndex((column) => column.name === 'share');
  const mean = graph.flows.map((flow, at) =>
    meanCell(flow, place(shareAt, at + 2), columns[shareAt]?.cells[at]),
  );
  const meanAt = columns.length;
  columns.push({ name: 'mean', heading: helpers.share, cells: mean, isNumeric: true, width: 12 });
  const rowOf = new Map(graph.flows.map(({ id }, at) => [id, at + 2]));
  const weights = weigh((id) => {
    const row = rowOf.get(id);
    return row === undefined ? null : fixed(meanAt, row);
  });
  const part = graph.flows.map(({ id }): Cell => {
    const term = weights.get(id);
    return term === undefined ? textCell('') : formulaCell(term.code, term.value, 'percent');
  });
  columns.push({ name: 'part', heading: helpers.part, cells: part, isNumeric: true, width: 12 });
  return dataSheet(
    name,
    graph.flows.map(({ id }) => id),
    columns,
    { tab: light.va, frozenColumns: 0 },
  );
}
