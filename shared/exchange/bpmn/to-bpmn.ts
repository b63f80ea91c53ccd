import { packOf } from '../../catalogue/packs';
import { shortTime } from '../../drawing/amounts';
import { escapeXml } from '../../drawing/escape-xml';
import { labelSizeFor } from '../../drawing/flow-text';
import { laneAt } from '../../layout/lanes';
import { layoutMap } from '../../layout/layout-map';
import type { LaneBy, MapLayout } from '../../layout/types';
import { usefulLanes } from '../../layout/useful-lanes';
import type { Flow, MapNode, Project } from '../../model/project';
import { meanOf } from '../../model/quantity';
import { graphOf, type MapGraph, type WithId } from '../../model/queries';
import { formatShare } from '../../model/units-format';
import type { AutomationLevel } from '../../model/value-sets';
import { drawioText as words } from '../../text/exchange';
import { type Attributes, element } from '../drawio/mx-xml';
import { flowColumns, nodeColumns, streamColumns } from '../drawio/own-columns';
import { diagramOf } from './bpmn-diagram';

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:vsm': 'urn:streamwright:vsm:1',
} as const;

interface Page {
  readonly project: Project;
  readonly graph: MapGraph;
  readonly layout: MapLayout;
  readonly names: ReadonlyMap<string, string>;
}

const tasks: Readonly<Record<AutomationLevel, string>> = {
  manual: 'bpmn:manualTask',
  assisted: 'bpmn:userTask',
  automated: 'bpmn:serviceTask',
  planned: 'bpmn:task',
};

function tagOf({ type, automation }: MapNode): string {
  switch (type) {
    case 'start':
      return 'bpmn:startEvent';
    case 'end':
      return 'bpmn:endEvent';
    case 'decision':
      return 'bpmn:exclusiveGateway';
    case 'fork':
    case 'join':
      return 'bpmn:parallelGateway';
    case 'note':
    case 'burst':
      return 'bpmn:textAnnotation';
    case 'step':
      return automation === undefined ? 'bpmn:task' : tasks[automation];
    case 'control':
      return 'bpmn:task';
  }
}

const isAnnotation = ({ type }: MapNode): boolean => type === 'note' || type === 'burst';

/** Columns of the step table as an element of our own, which other tools keep or pass over. */
function extension(columns: Attributes): string {
  const own = Object.fromEntries(
    Object.entries(columns).map(([name, text]) => [name.replace(/^vsm_/, ''), text]),
  );
  return element('bpmn:extensionElements', {}, [element('vsm:data', own)]);
}

function figuresOf({ processTime, wait, completeAccurate }: MapNode): string {
  return [
    processTime === undefined ? '' : words.processTime(shortTime(processTime)),
    wait === undefined ? '' : words.wait(shortTime(wait)),
    completeAccurate === undefined ? '' : words.quality(formatShare(meanOf(completeAccurate), 0)),
  ]
    .filter((text) => text !== '')
    .join(words.between);
}

const isSequence = ({ graph }: Page, { kind, from, to }: Flow): boolean =>
  kind !== 'information' &&
  [from, to].every((id) => {
    const node = graph.node.get(id);
    return node !== undefined && !isAnnotation(node);
  });

function flowNode(page: Page, node: WithId<MapNode>): string {
  const { graph, names, project } = page;
  const figures = figuresOf(node);
  const ends = (flows: readonly WithId<Flow>[] | undefined, tag: string): string[] =>
    (flows ?? [])
      .filter((flow) => isSequence(page, flow))
      .map(({ id }) => element(tag, {}, [names.get(id) ?? '']));
  return element(tagOf(node), { id: names.get(node.id), name: node.name }, [
    ...(figures === '' ? [] : [element('bpmn:documentation', {}, [escapeXml(figures)])]),
    extension(nodeColumns(node, project)),
    ...ends(graph.in.get(node.id), 'bpmn:incoming'),
    ...ends(graph.out.get(node.id), 'bpmn:outgoing'),
  ]);
}

function annotation({ names, project }: Page, node: WithId<MapNode>): string {
  return element('bpmn:textAnnotation', { id: names.get(node.id) }, [
    extension(nodeColumns(node, project)),
    element('bpmn:text', {}, [escapeXml(node.name)]),
  ]);
}

/** A way that only part of the items take is a condition, so that a tool does not read several ways as all at once. */
function sequenceFlow({ names, project, graph }: Page, flow: WithId<Flow>): string {
  const share = flow.share === undefined ? '' : formatShare(meanOf(flow.share), 0);
  const name = [share, flow.label ?? ''].filter((text) => text !== '').join(' ');
  const from = graph.node.get(flow.from);
  const isChosen = from?.type === 'step' && (graph.out.get(flow.from) ?? []).length > 1;
  return element(
    'bpmn:sequenceFlow',
    {
      id: names.get(flow.id),
      ...(name === '' ? {} : { name }),
      sourceRef: names.get(flow.from),
      targetRef: names.get(flow.to),
    },
    [
      extension(flowColumns(flow, project)),
      ...(isChosen
        ? [
            element('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, [
              escapeXml(name === '' ? words.rest : name),
            ]),
          ]
        : []),
    ],
  );
}

function association({ names, project }: Page, flow: WithId<Flow>): string {
  return element(
    'bpmn:association',
    {
      id: names.get(flow.id),
      sourceRef: names.get(flow.from),
      targetRef: names.get(flow.to),
      associationDirection: 'One',
    },
    [extension(flowColumns(flow, project))],
  );
}

function laneSet({ graph, layout, names }: Page): string[] {
  if (layout.lanes.length === 0) return [];
  const lanes = layout.lanes.map((lane, at) => {
    const members = graph.nodes.filter((node) => {
      const box = layout.boxes.get(node.id);
      return !isAnnotation(node) && box && laneAt(layout.lanes, box.y + box.height / 2)?.id === lane.id;
    });
    return element(
      'bpmn:lane',
      { id: `lane${at + 1}`, name: lane.name },
      members.map(({ id }) => element('bpmn:flowNodeRef', {}, [names.get(id) ?? ''])),
    );
  });
  return [element('bpmn:laneSet', { id: 'lanes' }, lanes)];
}

function processOf(page: Page): string {
  const { graph, project } = page;
  const [sequence, others] = [true, false].map((wanted) =>
    graph.flows.filter((flow) => isSequence(page, flow) === wanted),
  );
  return element('bpmn:process', { id: 'process', name: graph.map.name, isExecutable: 'false' }, [
    extension(streamColumns(graph, project)),
    ...laneSet(page),
    ...graph.nodes.filter((node) => !isAnnotation(node)).map((node) => flowNode(page, node)),
    ...(sequence ?? []).map((flow) => sequenceFlow(page, flow)),
    ...graph.nodes.filter(isAnnotation).map((node) => annotation(page, node)),
    ...(others ?? []).map((flow) => association(page, flow)),
  ]);
}

/**
 * A map as BPMN 2.0 with diagram interchange: steps are tasks, choices exclusive and forks parallel gateways, lanes those that were asked for.
 * Times and all else that BPMN has no place for stand in extension elements of our own; a wait is one of them, because a timer event would be a step that nobody drew.
 * Null where the project has no such map. The same project gives the same text.
 */
export function toBpmn(
  project: Project,
  mapId: string,
  { lanes }: { readonly lanes: LaneBy | null },
): string | null {
  const graph = graphOf(project, mapId);
  if (!graph) return null;
  const pack = packOf(project.pack);
  const laneBy = usefulLanes(graph, lanes ?? graph.map.lanes ?? 'role');
  const layout = layoutMap(graph, { laneBy, pack, labelSize: labelSizeFor(graph) });
  const names = new Map([
    ...graph.nodes.map(({ id }, at) => [id, `n${at + 1}`] as const),
    ...graph.flows.map(({ id }, at) => [id, `f${at + 1}`] as const),
  ]);
  const page = { project, graph, layout, names };
  const hasPool = layout.lanes.length > 0;
  const pool = element('bpmn:collaboration', { id: 'collaboration' }, [
    element('bpmn:participant', {
      id: 'pool',
      name: graph.stream.name || graph.map.name,
      processRef: 'process',
    }),
  ]);
  const definitions = element(
    'bpmn:definitions',
    { ...namespaces, id: 'definitions', targetNamespace: namespaces['xmlns:vsm'], exporter: 'Streamwright' },
    [
      ...(hasPool ? [pool] : []),
      processOf(page),
      diagramOf({ graph, layout, names }, hasPool ? 'collaboration' : 'process'),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${definitions}\n`;
}
