import type { FoundCells, FoundFlow, FoundNode } from './types';
import { allNamed, childNamed, type XmlElement } from './xml';

/** What a file says for a simulator of processes: times, people and shares, by the ids of elements. */
export interface Simulation {
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly shares: ReadonlyMap<string, string>;
  readonly roles: readonly FoundCells[];
}

const numberOf = (element: XmlElement | undefined, name: string): number => {
  const value = Number(element?.attributes.get(name) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : 0;
};

/** The time of a distribution; its numbers are seconds, whatever unit the tool shows. Null where it says none. */
function timeOf(distribution: XmlElement | undefined): string | null {
  const [mean, first, second] = ['mean', 'arg1', 'arg2'].map((name) => numberOf(distribution, name));
  switch (distribution?.attributes.get('type')?.toUpperCase()) {
    case undefined:
      return null;
    case 'FIXED':
      return `${String(mean)}s`;
    case 'EXPONENTIAL':
      return first || mean ? `${String(first || mean)}s` : null;
    case 'UNIFORM':
      return second ? `${String(((first ?? 0) + second) / 2)}s` : null;
    case 'TRIANGULAR':
      return second ? [first, mean, second].map((each) => `${String(each)}s`).join('/') : null;
    default:
      return mean ? `${String(mean)}s` : null;
  }
}

function cellsOf(element: XmlElement, names: ReadonlyMap<string, string>): Map<string, string> {
  const time = timeOf(childNamed(element, 'durationDistribution'));
  const role = names.get(allNamed(element, 'resourceId')[0]?.text.trim() ?? '');
  const cost = numberOf(element, 'fixedCost');
  return new Map<string, string>([
    ...(time === null ? [] : [['process_time', time] as const]),
    ...(role === undefined ? [] : [['role', role] as const]),
    ...(cost === 0 ? [] : [['cost_per_visit', String(cost)] as const]),
  ]);
}

function roleOf(resource: XmlElement): FoundCells {
  const [people, rate] = [numberOf(resource, 'totalAmount'), numberOf(resource, 'costPerHour')];
  return new Map<string, string>([
    ['name', resource.attributes.get('name') ?? ''],
    ...(people === 0 ? [] : [['people', String(people)] as const]),
    ...(rate === 0 ? [] : [['rate_per_hour', String(rate)] as const]),
  ]);
}

/** The entries for a simulator in a BPMN file, as BIMP, QBP and Apromore write them; null where there are none. */
export function simulationOf(root: XmlElement): Simulation | null {
  const [info] = allNamed(root, 'processSimulationInfo');
  if (info === undefined) return null;
  const resources = allNamed(info, 'resource').filter(
    ({ attributes }) => (attributes.get('name') ?? '') !== '',
  );
  const names = new Map(
    resources.map(({ attributes }) => [attributes.get('id') ?? '', attributes.get('name') ?? '']),
  );
  const about = (element: XmlElement): string => element.attributes.get('elementId') ?? '';
  return {
    cells: new Map(allNamed(info, 'element').map((each) => [about(each), cellsOf(each, names)])),
    shares: new Map(
      allNamed(info, 'sequenceFlow').map((each) => [
        about(each),
        each.attributes.get('executionProbability') ?? '',
      ]),
    ),
    roles: resources.map(roleOf),
  };
}

/** Nodes and flows with what the simulator was told of them, where they say nothing themselves. */
export function withSimulation(
  nodes: readonly FoundNode[],
  flows: readonly FoundFlow[],
  { cells, shares }: Simulation,
): { readonly nodes: readonly FoundNode[]; readonly flows: readonly FoundFlow[] } {
  return {
    nodes: nodes.map((node) => {
      const told = node.cells.has('type') ? undefined : cells.get(node.id);
      return told ? { ...node, cells: new Map([...told, ...node.cells]) } : node;
    }),
    flows: flows.map((flow) => {
      const share = shares.get(flow.cells.get('element') ?? '') ?? '';
      return share === '' || flow.cells.has('share')
        ? flow
        : { ...flow, cells: new Map([...flow.cells, ['share', share]]) };
    }),
  };
}
