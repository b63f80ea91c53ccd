import type { Flow, MapNode, Project, Role, ValueStream } from '../../../shared/model/project';
import { officeHours, roundTheClock } from '../../../shared/model/calendar';
import { graphOf, type MapGraph } from '../../../shared/model/queries';

/** A step as a test writes it: minutes as one number or as [low, likely, high]. */
export interface StepSpec
  extends Partial<
    Pick<MapNode, 'type' | 'role' | 'team' | 'party' | 'value' | 'afterValue' | 'detached' | 'name' | 'order'>
  > {
  readonly pt?: number | readonly [number, number, number];
  readonly wait?: number | readonly [number, number, number];
  readonly ca?: number;
  readonly crew?: number;
}

export interface MapSpec {
  readonly nodes: Readonly<Record<string, StepSpec>>;
  /** Lines such as `a > b`, `a > b 0.25 rework`. */
  readonly flows: readonly string[];
  readonly demand?: number;
  readonly target?: number;
  readonly roles?: Readonly<Record<string, { people?: number; availability?: number }>>;
  readonly calendar?: '8x5' | '24x7';
}

const quantity = (
  value: number | readonly [number, number, number],
): { likely: number; low?: number; high?: number } =>
  typeof value === 'number' ? { likely: value } : { low: value[0], likely: value[1], high: value[2] };

function typeOf(id: string, spec: StepSpec): MapNode['type'] {
  if (spec.type) return spec.type;
  return id.startsWith('start')
    ? 'start'
    : id.startsWith('end')
      ? 'end'
      : id.startsWith('fork')
        ? 'fork'
        : id.startsWith('join')
          ? 'join'
          : id.startsWith('choice')
            ? 'decision'
            : 'step';
}

function nodeOf(id: string, spec: StepSpec, order: number): MapNode {
  const { pt, wait, ca, crew, ...rest } = spec;
  return {
    map: 'm',
    name: id,
    order,
    ...rest,
    type: typeOf(id, spec),
    ...(pt === undefined ? {} : { processTime: quantity(pt) }),
    ...(wait === undefined ? {} : { wait: quantity(wait) }),
    ...(ca === undefined ? {} : { completeAccurate: { likely: ca } }),
    ...(crew === undefined ? {} : { crew: { likely: crew } }),
  };
}

const kinds = ['normal', 'escalation', 'rework', 'iteration', 'information'] as const;

function flowOf(line: string, order: number): Flow {
  const [from = '', , to = '', ...rest] = line.split(/\s+/);
  const share = rest.map(Number).find((value) => !Number.isNaN(value));
  const kind = kinds.find((each) => rest.includes(each)) ?? 'normal';
  return { map: 'm', from, to, kind, order, ...(share === undefined ? {} : { share: { likely: share } }) };
}

/** A project with one map. Ids that begin with start, end, fork, join or choice get that kind. */
export function projectOf(spec: MapSpec): Project {
  const stream: ValueStream = {
    name: 'Stream',
    order: 0,
    ...(spec.demand === undefined ? {} : { demandPerMonth: spec.demand }),
    ...(spec.target === undefined ? {} : { targetLeadTime: spec.target }),
  };
  const roles = Object.entries(spec.roles ?? {}).map(
    ([id, role], order) => [id, { name: id, order, ...role } satisfies Role] as const,
  );
  return {
    name: 'Project',
    pack: 'itil4',
    settings: {
      calendar: spec.calendar === '24x7' ? roundTheClock : officeHours,
      currency: 'EUR',
      profile: 'workshop',
    },
    streams: { s: stream },
    maps: { m: { stream: 's', name: 'Map', order: 0, state: 'current' } },
    nodes: Object.fromEntries(Object.entries(spec.nodes).map(([id, node], at) => [id, nodeOf(id, node, at)])),
    flows: Object.fromEntries(
      spec.flows.map((line, at) => [line.replace(/\s*>\s*/, '>').split(' ')[0] ?? line, flowOf(line, at)]),
    ),
    roles: Object.fromEntries(roles),
    systems: {},
    artefacts: {},
    partners: {},
    improvements: {},
    waivers: {},
  };
}

/** The graph of a map written as a spec. */
export function mapOf(spec: MapSpec): MapGraph {
  const graph = graphOf(projectOf(spec), 'm');
  if (!graph) throw new Error('the spec has no map');
  return graph;
}

/** Hours as minutes. */
export const h = (hours: number): number => hours * 60;
