import type { Box, MapLayout } from '../../layout/types';
import type { Position } from '../../model/project';
import type { MapGraph, WithId } from '../../model/queries';
import type { MapNode } from '../../model/project';
import { element } from '../drawio/mx-xml';

/** Sides of events and gateways, which every BPMN tool draws at one size. */
const eventSide = 36;
const gatewaySide = 50;
const poolStrip = 30;

/** The place of a node in the diagram: steps as they are, events and gateways small in their middle. */
export function shapeOf({ type }: MapNode, box: Box): Box {
  const side =
    type === 'start' || type === 'end'
      ? eventSide
      : type === 'decision' || type === 'fork' || type === 'join'
        ? gatewaySide
        : null;
  if (side === null) return box;
  return {
    x: box.x + (box.width - side) / 2,
    y: box.y + (box.height - side) / 2,
    width: side,
    height: side,
  };
}

const bounds = ({ x, y, width, height }: Box): string => element('dc:Bounds', { x, y, width, height });

/** Leads an end of a flow to a shape that is smaller than the box it was routed to: to the middle of the side that it comes from. */
function ledTo(shape: Box, box: Box, points: readonly Position[]): Position[] {
  const [end, before] = points;
  if (!end || shape === box) return [...points];
  const middle = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  const isSideways = before === undefined || Math.abs(before.y - end.y) < Math.abs(before.x - end.x);
  if (isSideways) {
    const side = end.x < middle.x ? shape.x : shape.x + shape.width;
    const corner = { x: end.x, y: middle.y };
    return [{ x: side, y: middle.y }, ...(Math.abs(end.y - middle.y) < 0.5 ? [] : [corner]), ...points];
  }
  const side = end.y < middle.y ? shape.y : shape.y + shape.height;
  const corner = { x: middle.x, y: end.y };
  return [{ x: middle.x, y: side }, ...(Math.abs(end.x - middle.x) < 0.5 ? [] : [corner]), ...points];
}

interface Diagram {
  readonly graph: MapGraph;
  readonly layout: MapLayout;
  readonly names: ReadonlyMap<string, string>;
}

/** The room of the pool: its lanes, or everything, with a strip for its name. */
function poolBox({ layout }: Diagram): Box {
  const { x, y, width, height } = layout.bounds;
  return { x: x - poolStrip, y, width: width + poolStrip, height };
}

/** Whether a flow runs where the name of an event or gateway usually stands: below it. */
function hasFlowBelow({ graph, layout }: Diagram, id: string, box: Box): boolean {
  const ends = graph.flows.flatMap((flow) => {
    const points = layout.routes.get(flow.id)?.points ?? [];
    return [...(flow.from === id ? [points[0]] : []), ...(flow.to === id ? [points.at(-1)] : [])];
  });
  return ends.some((end) => end !== undefined && end.y >= box.y + box.height - 1);
}

const labelHeight = 28;

function nodeShape(diagram: Diagram, node: WithId<MapNode>): string[] {
  const { layout, names } = diagram;
  const box = layout.boxes.get(node.id);
  const name = names.get(node.id);
  if (!box || name === undefined) return [];
  const shape = shapeOf(node, box);
  const label =
    shape === box
      ? []
      : [
          element('bpmndi:BPMNLabel', {}, [
            bounds({
              x: box.x,
              y: hasFlowBelow(diagram, node.id, box) ? shape.y - labelHeight : shape.y + shape.height + 4,
              width: box.width,
              height: labelHeight,
            }),
          ]),
        ];
  return [element('bpmndi:BPMNShape', { id: `${name}_di`, bpmnElement: name }, [bounds(shape), ...label])];
}

function flowEdge(diagram: Diagram, id: string, from: string, to: string): string[] {
  const { layout, graph, names } = diagram;
  const route = layout.routes.get(id);
  const [start, end] = [graph.node.get(from), graph.node.get(to)];
  const [a, b] = [layout.boxes.get(from), layout.boxes.get(to)];
  const name = names.get(id);
  if (!route || !start || !end || !a || !b || name === undefined) return [];
  const led = ledTo(shapeOf(start, a), a, route.points);
  const points = ledTo(shapeOf(end, b), b, led.toReversed()).toReversed();
  return [
    element(
      'bpmndi:BPMNEdge',
      { id: `${name}_di`, bpmnElement: name },
      points.map(({ x, y }) => element('di:waypoint', { x, y })),
    ),
  ];
}

/** Where everything stands, so that a BPMN tool shows the map as it is laid out here. */
export function diagramOf(diagram: Diagram, plane: string): string {
  const { graph, layout } = diagram;
  const hasPool = layout.lanes.length > 0;
  const pool = poolBox(diagram);
  return element('bpmndi:BPMNDiagram', { id: 'diagram' }, [
    element('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: plane }, [
      ...(hasPool
        ? [
            element('bpmndi:BPMNShape', { id: 'pool_di', bpmnElement: 'pool', isHorizontal: 'true' }, [
              bounds(pool),
            ]),
          ]
        : []),
      ...layout.lanes.map(({ y, height }, at) =>
        element(
          'bpmndi:BPMNShape',
          { id: `lane${at + 1}_di`, bpmnElement: `lane${at + 1}`, isHorizontal: 'true' },
          [bounds({ x: pool.x + poolStrip, y, width: pool.width - poolStrip, height })],
        ),
      ),
      ...graph.nodes.flatMap((node) => nodeShape(diagram, node)),
      ...graph.flows.flatMap(({ id, from, to }) => flowEdge(diagram, id, from, to)),
    ]),
  ]);
}
