import { knownMean } from '../model/quantity';
import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { stepsOf } from '../model/queries';
import type { ScenarioChange } from '../model/workshop';
import { changeKey } from './change-key';
import { type StepField, stepFields } from './scenario-nodes';
import { sharesOutOf } from './scenario-shares';

/** What a scenario can change of a flow, a role or the stream, beside the fields of a step. */
export type InputField = StepField | 'share' | 'people' | 'availability' | 'demandPerMonth' | 'skip';

/** One thing of a map that a scenario can change. */
export interface ScenarioInput {
  readonly key: string;
  readonly about: string;
  readonly field: InputField;
  /** How it is typed and shown: minutes, a part of a whole, a count, or left out altogether. */
  readonly kind: 'time' | 'share' | 'count' | 'switch';
  /** Its mean on the map; null where it is unknown. */
  readonly base: number | null;
}

const kindOf: Readonly<Record<InputField, ScenarioInput['kind']>> = {
  processTime: 'time',
  wait: 'time',
  cadence: 'time',
  batch: 'count',
  crew: 'count',
  completeAccurate: 'share',
  share: 'share',
  people: 'count',
  availability: 'share',
  demandPerMonth: 'count',
  skip: 'switch',
};

const inputOf = (about: string, field: InputField, base: number | null): ScenarioInput => ({
  key: changeKey(about, field),
  about,
  field,
  kind: kindOf[field],
  base,
});

/** Fields that are offered of every step, whether a value is known or not; the others where there is a value. */
const always: readonly StepField[] = ['processTime', 'wait', 'completeAccurate'];

/** Everything of a map that a scenario can change: steps in their order, shares of flows, people, demand. */
export function scenarioInputs(project: Project, graph: MapGraph): ScenarioInput[] {
  const steps = stepsOf(graph).flatMap((step) => [
    ...stepFields
      .filter((field) => always.includes(field) || step[field] !== undefined)
      .map((field) => inputOf(step.id, field, knownMean(step[field]))),
    inputOf(step.id, 'skip', null),
  ]);
  const flows = [...graph.out.keys()].flatMap((node) =>
    [...(sharesOutOf(project, node) ?? [])].map(([id, share]) => inputOf(id, 'share', share)),
  );
  const roles = [...graph.roles.values()]
    .filter(({ id }) => graph.nodes.some((node) => node.role === id))
    .flatMap(({ id, people, availability }) => [
      inputOf(id, 'people', people ?? null),
      inputOf(id, 'availability', availability ?? null),
    ]);
  const demand = inputOf(graph.stream.id, 'demandPerMonth', graph.stream.demandPerMonth ?? null);
  return [...steps, ...flows, ...roles, demand];
}

/** What an input is with a change; null where it is unknown without a value. A share is at most 1. */
export function valueAfter({ base, kind }: ScenarioInput, change: ScenarioChange | undefined): number | null {
  const value = change?.value ?? (base === null ? null : base * (change?.factor ?? 1));
  return value === null || kind !== 'share' ? value : Math.min(1, value);
}
