import type { MapGraph } from '../../../shared/model/queries';
import { formatNumber, formatShare, showDuration, formatDuration } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import type { ScenarioInput } from '../../../shared/what-if/scenario-inputs';

const words = en.whatIf;

function flowName(graph: MapGraph, id: string): string | null {
  const flow = graph.flows.find((each) => each.id === id);
  if (!flow) return null;
  const name = (node: string): string => graph.node.get(node)?.name || words.unnamed;
  const way = words.flow(name(flow.from), name(flow.to));
  if (flow.kind === 'rework' || flow.kind === 'iteration') return words.flowKinds[flow.kind](way);
  return way;
}

/** What an input is about, by its name. */
export function aboutName(graph: MapGraph, about: string): string {
  if (about === graph.stream.id) return words.demand;
  const node = graph.node.get(about);
  if (node) return node.name || words.unnamed;
  return graph.roles.get(about)?.name ?? flowName(graph, about) ?? words.goneInput;
}

/** An input by its full name: `Triage: Wait before`. */
export function inputName(graph: MapGraph, { about, field }: Pick<ScenarioInput, 'about' | 'field'>): string {
  return words.input(aboutName(graph, about), words.fields[field]);
}

/** A value of an input as it is read. */
export function sayValue(kind: ScenarioInput['kind'], value: number): string {
  if (kind === 'time') return formatDuration(value);
  return kind === 'share' ? formatShare(value) : formatNumber(value);
}

/** A value of an input as it is typed. */
export function typedValue(kind: ScenarioInput['kind'], value: number): string {
  return kind === 'time' ? showDuration(value) : sayValue(kind, value);
}
