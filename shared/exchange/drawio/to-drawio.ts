import { packOf } from '../../catalogue/packs';
import { shortTime } from '../../drawing/amounts';
import { labelSizeFor } from '../../drawing/flow-text';
import { computeFigures } from '../../figures/compute-figures';
import { rungsOf } from '../../drawing/ladder';
import { layoutMap } from '../../layout/layout-map';
import type { Box, FlowRoute, LaneBy, MapLayout } from '../../layout/types';
import { usefulLanes } from '../../layout/useful-lanes';
import type { Flow, MapNode, Project } from '../../model/project';
import { meanOf } from '../../model/quantity';
import { graphOf, type MapGraph, type WithId } from '../../model/queries';
import { formatShare } from '../../model/units-format';
import { drawioText as words } from '../../text/exchange';
import { type Attributes, element } from './mx-xml';
import { flowColumns, nodeColumns, streamColumns } from './own-columns';
import {
  dataStyle,
  flowStyle,
  inventoryStyle,
  ladderLineStyle,
  laneStyle,
  nodeStyles,
  type Port,
  stepParts,
  stepStyle,
  timeTextStyle,
} from './styles';

/** What is drawn: lanes of every map, or null for those that each map was given. */
export interface DrawioOptions {
  readonly lanes: LaneBy | null;
}

/** A page while it is written. */
interface Page {
  readonly project: Project;
  readonly graph: MapGraph;
  readonly layout: MapLayout;
  /** Short names of the cells, by id of the model. */
  readonly names: ReadonlyMap<string, string>;
}

const geometry = ({ x, y, width, height }: Box): string =>
  element('mxGeometry', { x, y, width, height, as: 'geometry' });

function vertex(id: string, value: string, style: string, box: Box): string {
  return element('mxCell', { id, value, style, vertex: 1, parent: '1' }, [geometry(box)]);
}

/** A shape that carries columns of the step table. */
function object(id: string, label: string, columns: Attributes, cell: string): string {
  return element('UserObject', { label, ...columns, id }, [cell]);
}

/** A figure for each row of the box. */
function figuresOf({ processTime, wait, completeAccurate, crew }: MapNode): string {
  return [
    processTime === undefined ? '' : words.processTime(shortTime(processTime)),
    wait === undefined ? '' : words.wait(shortTime(wait)),
    completeAccurate === undefined ? '' : words.quality(formatShare(meanOf(completeAccurate), 0)),
    crew === undefined ? '' : words.people(String(meanOf(crew))),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function nodeCells({ project, layout, names }: Page, node: WithId<MapNode>): string[] {
  const box = layout.boxes.get(node.id);
  const name = names.get(node.id);
  if (!box || name === undefined) return [];
  const columns = nodeColumns(node, project);
  if (node.type !== 'step') {
    const cell = element('mxCell', { style: nodeStyles[node.type], vertex: 1, parent: '1' }, [geometry(box)]);
    return [object(name, node.name, columns, cell)];
  }
  const cell = element('mxCell', { style: stepStyle(node.value), vertex: 1, parent: '1' }, [geometry(box)]);
  const { figures } = stepParts;
  const below = { ...box, y: box.y + box.height - figures, height: figures };
  return [object(name, node.name, columns, cell), vertex(`${name}-data`, figuresOf(node), dataStyle, below)];
}

/** The place of a point on a box, 0..1. */
function portOf(point: { x: number; y: number } | undefined, box: Box): Port {
  const within = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
  if (!point) return { x: 0.5, y: 0.5 };
  return { x: within((point.x - box.x) / box.width), y: within((point.y - box.y) / box.height) };
}

/** Where a label stands along its line (-1 the beginning, 1 the end), and how far off it. */
function labelPlace({ points, label }: FlowRoute): {
  readonly along: number;
  readonly off: { readonly x: number; readonly y: number };
} {
  let [length, best, at, off] = [0, Infinity, 0, { x: 0, y: 0 }];
  for (const [index, end] of points.entries()) {
    const start = points[index - 1];
    if (!start) continue;
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const long = Math.hypot(dx, dy);
    const part =
      long === 0
        ? 0
        : Math.min(1, Math.max(0, ((label.x - start.x) * dx + (label.y - start.y) * dy) / (long * long)));
    const near = { x: start.x + part * dx, y: start.y + part * dy };
    const away = { x: label.x - near.x, y: label.y - near.y };
    if (Math.hypot(away.x, away.y) < best) {
      best = Math.hypot(away.x, away.y);
      at = length + part * long;
      off = away;
    }
    length += long;
  }
  return { along: length === 0 ? 0 : (at / length) * 2 - 1, off };
}

function labelOf({ share, label }: Flow): string {
  const parts = [share === undefined ? '' : formatShare(meanOf(share), 0), label ?? ''];
  return parts.filter((text) => text !== '').join(' ');
}

function flowCell(page: Page, flow: WithId<Flow>, route: FlowRoute): string[] {
  const { names, project, layout } = page;
  const [from, to] = [layout.boxes.get(flow.from), layout.boxes.get(flow.to)];
  if (!from || !to) return [];
  const { points } = route;
  const inner = points.slice(1, -1).map(({ x, y }) => element('mxPoint', { x, y }));
  const { along, off } = labelPlace(route);
  const path = element('mxGeometry', { x: along, relative: 1, as: 'geometry' }, [
    ...(inner.length === 0 ? [] : [element('Array', { as: 'points' }, inner)]),
    element('mxPoint', { ...off, as: 'offset' }),
  ]);
  const style = flowStyle(flow.kind, portOf(points[0], from), portOf(points.at(-1), to));
  const cell = element(
    'mxCell',
    { style, edge: 1, parent: '1', source: names.get(flow.from), target: names.get(flow.to) },
    [path],
  );
  return [object(names.get(flow.id) ?? '', labelOf(flow), flowColumns(flow, project), cell)];
}

const triangle = 28;

function queueCells({ graph, names }: Page, flow: WithId<Flow>, { queue, wait }: FlowRoute): string[] {
  const node = graph.node.get(flow.to);
  if (queue === null || !node) return [];
  const box = { x: queue.x - triangle / 2, y: queue.y - triangle / 2, width: triangle, height: triangle };
  const text = node.wait === undefined ? '' : shortTime(node.wait);
  const name = names.get(flow.id) ?? '';
  const room = wait && { x: wait.x - 30, y: wait.y - 8, width: 60, height: 16 };
  return [
    vertex(`${name}-queue`, '', inventoryStyle, box),
    ...(room === null || text === '' ? [] : [vertex(`${name}-wait`, text, timeTextStyle, room)]),
  ];
}

/** Below the map: waits at the top, work at the bottom, as steps of one line. */
function ladderCells({ graph, layout, project }: Page): string[] {
  const view = { lanes: 'none' } as const;
  const context = {
    graph,
    figures: computeFigures(graph),
    badges: new Map(),
    pack: packOf(project.pack),
    view,
  };
  const rungs = rungsOf(context, layout.boxes);
  const [first] = rungs;
  const last = rungs.at(-1);
  if (!first || !last) return [];
  const top = layout.bounds.y + layout.bounds.height + 40;
  const [high, low] = [top, top + 32];
  const points = [
    { x: first.x - 80, y: high },
    ...rungs.flatMap(({ x, width }) => [
      { x, y: high },
      { x, y: low },
      { x: x + width, y: low },
      { x: x + width, y: high },
    ]),
    { x: last.x + last.width + 20, y: high },
  ];
  const [start, ...rest] = points;
  const end = rest.pop();
  if (!start || !end) return [];
  const path = element('mxGeometry', { relative: 1, as: 'geometry' }, [
    element('mxPoint', { ...start, as: 'sourcePoint' }),
    element('mxPoint', { ...end, as: 'targetPoint' }),
    element(
      'Array',
      { as: 'points' },
      rest.map(({ x, y }) => element('mxPoint', { x, y })),
    ),
  ]);
  const texts = rungs.flatMap(({ x, width, texts: said }, index) => {
    const room = { width: 76, height: 18 };
    return [
      vertex(`ladder-wait-${index}`, said.wait, timeTextStyle, { x: x - 78, y: high - 20, ...room }),
      vertex(`ladder-work-${index}`, said.work, timeTextStyle, {
        x: x + width / 2 - 38,
        y: low + 2,
        ...room,
      }),
    ];
  });
  return [
    element('mxCell', { id: 'ladder', value: '', style: ladderLineStyle, edge: 1, parent: '1' }, [path]),
    ...texts,
  ];
}

function pageOf(project: Project, graph: MapGraph, { lanes }: DrawioOptions, index: number): string {
  const laneBy = usefulLanes(graph, lanes ?? graph.map.lanes ?? 'role');
  const layout = layoutMap(graph, {
    laneBy,
    pack: packOf(project.pack),
    labelSize: labelSizeFor(graph),
  });
  const names = new Map([
    ...graph.nodes.map(({ id }, at) => [id, `n${at + 1}`] as const),
    ...graph.flows.map(({ id }, at) => [id, `f${at + 1}`] as const),
  ]);
  const page = { project, graph, layout, names };
  const routed = graph.flows.flatMap((flow) => {
    const route = layout.routes.get(flow.id);
    return route ? [{ flow, route }] : [];
  });
  const { bounds } = layout;
  const cells = [
    element('UserObject', { label: '', ...streamColumns(graph, project), id: '0' }, [element('mxCell', {})]),
    element('mxCell', { id: '1', parent: '0' }),
    ...layout.lanes.map(({ name, y, height }, at) =>
      vertex(`lane${at + 1}`, name, laneStyle, { x: bounds.x, y, width: bounds.width, height }),
    ),
    ...routed.flatMap(({ flow, route }) => flowCell(page, flow, route)),
    ...graph.nodes.flatMap((node) => nodeCells(page, node)),
    ...routed.flatMap(({ flow, route }) => queueCells(page, flow, route)),
    ...ladderCells(page),
  ];
  const model = element(
    'mxGraphModel',
    { grid: 1, gridSize: 8, page: 0, tooltips: 1, connect: 1, arrows: 1, math: 0 },
    [element('root', {}, cells)],
  );
  return element('diagram', { id: `map-${index + 1}`, name: graph.map.name }, [model]);
}

/** Maps as a draw.io file, a page each: native lean stencils, glued arrows, and all data of the step table as attributes of the shapes, so that the file can be imported again. The same project gives the same text. */
export function toDrawio(project: Project, mapIds: readonly string[], options: DrawioOptions): string {
  const graphs = mapIds.flatMap((id) => graphOf(project, id) ?? []);
  const pages = graphs.map((graph, index) => pageOf(project, graph, options, index));
  return `${element('mxfile', { host: 'Streamwright', compressed: 'false' }, pages)}\n`;
}
