import { packOf } from '../../../shared/catalogue/packs';
import type { Badge, DrawingContext } from '../../../shared/drawing/context';
import type { Figure, FigureKey, Figures } from '../../../shared/figures/types';
import type { LaneBy } from '../../../shared/layout/types';
import { officeHours } from '../../../shared/model/calendar';
import { blankProject } from '../../../shared/model/new-project';
import type { Flow, MapNode, Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';

export type Fields = Partial<Omit<MapNode, 'map' | 'order'>> & Pick<MapNode, 'type' | 'name'>;
type FlowFields = Partial<Omit<Flow, 'map' | 'order' | 'id'>> & Pick<Flow, 'from' | 'to'>;

/** A project with one stream and one map `map` of these nodes and flows, in their order. */
export function projectWith(nodes: Readonly<Record<string, Fields>>, flows: readonly FlowFields[]): Project {
  return {
    ...blankProject('Test'),
    settings: { calendar: officeHours, currency: 'EUR', profile: 'review' },
    streams: {
      stream: {
        name: 'Major incident to restored service',
        order: 1,
        demandPerMonth: 880,
        targetLeadTime: 720,
      },
    },
    maps: { map: { stream: 'stream', name: 'Current state', order: 1, state: 'current' } },
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node], index) => [id, { map: 'map', order: index, ...node }]),
    ),
    flows: Object.fromEntries(
      flows.map((flow, index) => [`f${index}`, { map: 'map', order: index, kind: 'normal', ...flow }]),
    ),
    roles: { agent: { name: 'Service desk agent', order: 1 } },
  };
}

const unknown: Figure = { value: null, lower: null, upper: null, coverage: 0, missing: [] };
const known = (value: number): Figure => ({ value, lower: value, upper: value, coverage: 1, missing: [] });

const figureKeys: readonly FigureKey[] = [
  'leadTimeExpected',
  'leadTimeSinglePass',
  'afterValueTail',
  'processTimeOnPath',
  'waitOnPath',
  'effortPersonHours',
  'activityRatio',
  'processCycleEfficiency',
  'rolledCompleteAccurate',
  'firstPassYield',
  'handoffs',
  'handoffsProvider',
  'reworkEffortShare',
  'takt',
  'wip',
];

/** Figures in which every step of a graph lies on the path and is visited once. */
export function plainFigures(graph: MapGraph, values: Partial<Record<FigureKey, number>>): Figures {
  const entries = figureKeys.map((key): [FigureKey, Figure] => {
    const value = values[key];
    return [key, value === undefined ? unknown : known(value)];
  });
  return {
    figure: Object.fromEntries(entries) as Record<FigureKey, Figure>,
    visits: {
      node: new Map(graph.nodes.map((node) => [node.id, 1])),
      flow: new Map(graph.flows.map((flow) => [flow.id, 1])),
    },
    contributions: graph.nodes
      .filter((node) => node.type === 'step')
      .map((node) => ({
        node: node.id,
        visits: 1,
        wait: node.wait?.likely ?? null,
        processTime: node.processTime?.likely ?? null,
        isRequired: node.requiredWait === true,
        onPath: true,
        clockVisits: 1,
        repeat: null,
        isConverted: false,
      })),
    bottleneck: null,
    utilisation: new Map(),
    peopleNeeded: new Map(),
    handoffsByRole: false,
    unreachable: [],
    openEnds: [],
  };
}

/** The context of a project's map. */
export function contextOf(
  project: Project,
  options: {
    figures?: Partial<Record<FigureKey, number>>;
    badges?: Readonly<Record<string, Badge>>;
    lanes?: LaneBy;
  } = {},
): DrawingContext {
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('the project has no map');
  return {
    graph,
    figures: options.figures ? plainFigures(graph, options.figures) : null,
    badges: new Map(Object.entries(options.badges ?? {})),
    pack: packOf(project.pack),
    view: { lanes: options.lanes ?? 'team' },
  };
}
