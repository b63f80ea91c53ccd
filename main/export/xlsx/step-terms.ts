import { waitIn } from '../../../shared/model/calendar-convert';
import { knownMean } from '../../../shared/model/quantity';
import type { MapNode } from '../../../shared/model/project';
import type { WithId } from '../../../shared/model/queries';
import type { StepTimes } from '../../../shared/figures/step-times';
import type { CalculationInput } from './calculation-input';
import { known, missing, product, type Term } from './terms';

const hours = (minutes: number | null): number | null => (minutes === null ? null : minutes / 60);

/** A number of another sheet; not available where somebody cleared it. */
function numberAt(place: string | null, value: number | null): Term {
  return place === null ? missing : { code: `IF(ISNUMBER(${place}),${place},NA())`, value };
}

/** What a visit of a step takes, hours, as formulas of the table of steps. */
export interface StepTerms {
  readonly wait: Term;
  readonly work: Term;
  readonly singleWork: Term;
  readonly people: Term;
  readonly good: Term;
  /** 1 where the step adds value, 0 where not; not available where it is not classified. */
  readonly added: Term;
}

/** The wait in hours of the map's calendar. */
function waitTerm({ steps, graph }: CalculationInput, node: WithId<MapNode>): Term {
  const own = knownMean(node.wait);
  const converted = knownMean(waitIn(node, graph.calendar));
  const factor = own === null || own === 0 || converted === null ? 1 : converted / own;
  const told = numberAt(steps.at(node.id, 'wait hours'), hours(own));
  const isLost = own !== null && converted === null;
  return isLost ? missing : product(told, known(factor));
}

function workTerm({ steps }: CalculationInput, node: WithId<MapNode>, time: StepTimes | undefined): Term {
  const told = numberAt(steps.at(node.id, 'process_time hours'), hours(knownMean(node.processTime)));
  const { meanPart = 1 } = time ?? {};
  return meanPart === null ? missing : product(told, known(meanPart));
}

/** A number of the table of steps; where its cell holds a range, the mean of that, and where it is blank, what blank means. */
function orElse(
  { steps }: CalculationInput,
  [id, column]: readonly [id: string, column: string],
  mean: number | null,
  blank: Term,
): Term {
  const place = steps.at(id, column);
  const isText = typeof steps.cell(id, column)?.value === 'string';
  const instead = isText && mean !== null ? known(mean) : blank;
  if (place === null) return blank;
  return { code: `IF(ISNUMBER(${place}),${place},${instead.code})`, value: mean ?? blank.value };
}

/** What a visit of a step takes and gives. */
export function stepTerms(input: CalculationInput, at: number): StepTerms | null {
  const { figures, steps } = input;
  const node = figures.structure.network.nodes[at];
  const isOnSheet = node !== undefined && steps.at(node.id, 'name') !== null;
  if (node?.type !== 'step' || !isOnSheet) return null;
  const value = steps.at(node.id, 'value');
  const isValue = node.value === undefined ? null : node.value === 'VA' ? 1 : 0;
  return {
    wait: waitTerm(input, node),
    work: workTerm(input, node, figures.steps[at]),
    singleWork: workTerm(input, node, figures.singlePassSteps[at]),
    people: orElse(input, [node.id, 'crew'], knownMean(node.crew), known(1)),
    good: orElse(input, [node.id, 'complete_accurate'], knownMean(node.completeAccurate), missing),
    added: value === null ? missing : { code: `IF(${value}="",NA(),IF(${value}="VA",1,0))`, value: isValue },
  };
}
