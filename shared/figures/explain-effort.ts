import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import {
  nameOf,
  numberInput,
  plainInput,
  quantityInput,
  sayTime,
  sayVisits,
  shownTime,
  type Term,
} from './explain-inputs';
import type { ExplainedInput } from './explain-types';
import { type FigureInput, isReached } from './figure';
import type { StepTimes } from './step-times';
import { demandRate, minutesPerMonth } from './takt';
import type { Figures } from './types';

const unlessOne = (amount: number): string => (amount === 1 ? '' : formatNumber(amount));

/** Person-minutes of one visit; null where the process time is unknown. */
const effortOfVisit = ({ processTime, crew }: StepTimes): number | null =>
  processTime === null ? null : processTime * crew;

function visitsAt({ expected }: FigureInput, at: number): number | null {
  return expected.problems.length === 0 && expected.isKnown[at] === 1 ? (expected.visits[at] ?? 0) : null;
}

const product = (factor: number | null, amount: number | null): number | null =>
  factor === 0 || amount === 0 ? 0 : factor === null || amount === null ? null : factor * amount;

function sayEffort(visits: number | null, step: StepTimes): string {
  const { processTime, crew } = step;
  const shown = effortOfVisit({ ...step, processTime: shownTime(processTime) });
  const people = unlessOne(crew);
  const factors = [text.work(sayTime(processTime)), ...(people === '' ? [] : [text.people(people)])];
  const times = sayVisits(visits, { shown, exact: effortOfVisit(step) });
  return `${times} ${text.product(factors)}`.trim();
}

function effortInputs({ structure }: FigureInput, at: number): ExplainedInput[] {
  const node = structure.network.nodes[at];
  const work = quantityInput(text.fieldNames.processTime, node?.processTime, formatDuration);
  return node?.crew === undefined
    ? [work]
    : [work, quantityInput(text.fieldNames.crew, node.crew, formatNumber)];
}

/** The steps that items reach, as numbers of the network. */
function reached(input: FigureInput): number[] {
  return input.steps.flatMap((step, at) => (step.isStep && isReached(input.expected, at) ? [at] : []));
}

/** What each step adds to the effort, person-minutes; only those of the consumer where wanted. */
export function effortTerms(input: FigureInput, isOfConsumer = false): Term[] {
  const { nodes, graph } = input.structure.network;
  return reached(input).flatMap((at) => {
    const node = nodes[at];
    const step = input.steps[at];
    if (!node || !step || (isOfConsumer && node.party !== 'consumer')) return [];
    const visits = visitsAt(input, at);
    return [
      {
        about: [node.id],
        name: nameOf(graph, node.id),
        terms: sayEffort(visits, step),
        amount: product(visits, effortOfVisit(step)),
        inputs: effortInputs(input, at),
      },
    ];
  });
}

/** What each step would save of the effort without rework flows, as a part of all effort. */
export function reworkTerms(input: FigureInput): Term[] {
  const { nodes, graph } = input.structure.network;
  const { withoutRework, calmSteps } = input;
  const all = effortTerms(input).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return reached(input).flatMap((at) => {
    const node = nodes[at];
    const step = input.steps[at];
    const calm = calmSteps[at];
    if (!node || !step || !calm) return [];
    const whole = product(visitsAt(input, at), effortOfVisit(step));
    const rest = product(
      withoutRework.isKnown[at] === 1 ? (withoutRework.visits[at] ?? 0) : null,
      effortOfVisit(calm),
    );
    const saved = whole === null || rest === null || all === 0 ? null : (whole - rest) / all;
    if (saved !== null && Math.abs(saved) < 1e-9) return [];
    return [
      {
        about: [node.id],
        name: nameOf(graph, node.id),
        terms: text.effortWithout(sayTime(whole), sayTime(rest)),
        amount: saved,
        inputs: effortInputs(input, at),
      },
    ];
  });
}

/** What each step adds to the cost of an item, in the currency of the project. */
export function costTerms(input: FigureInput): Term[] {
  const { nodes, graph } = input.structure.network;
  return reached(input).flatMap((at) => {
    const node = nodes[at];
    const step = input.steps[at];
    if (!node || !step) return [];
    const role = graph.roles.get(node.role ?? '');
    const hourly = role?.ratePerHour ?? null;
    const fee = node.costPerVisit ?? 0;
    const visits = visitsAt(input, at);
    const effort = effortOfVisit(step);
    const work = effort === 0 ? 0 : product(effort, hourly === null ? null : hourly / 60);
    const people = unlessOne(step.crew);
    const factors = [
      text.work(sayTime(step.processTime)),
      ...(people === '' ? [] : [text.people(people)]),
      text.perHour(hourly === null ? '?' : formatNumber(hourly)),
    ];
    const said = [text.product(factors), ...(fee === 0 ? [] : [text.perVisit(formatNumber(fee))])];
    const once = work === null ? null : work + fee;
    const times = sayVisits(visits, { shown: once, exact: once }, formatNumber);
    return [
      {
        about: [node.id],
        name: nameOf(graph, node.id),
        terms:
          times === '' || said.length === 1
            ? `${times} ${text.sum(said)}`.trim()
            : `${times} ${text.group(text.sum(said))}`,
        amount: product(visits, once),
        inputs: [
          ...effortInputs(input, at),
          numberInput(
            role ? `${text.fieldNames.rate} (${role.name})` : text.fieldNames.rate,
            role?.ratePerHour,
          ),
          ...(fee === 0 ? [] : [numberInput(text.fieldNames.fee, fee)]),
        ],
      },
    ];
  });
}

interface RoleLoad {
  readonly id: string;
  /** Person-minutes per item; null where unknown. */
  readonly effort: number | null;
  readonly steps: readonly string[];
}

function roleLoads(input: FigureInput): RoleLoad[] {
  const { nodes, graph } = input.structure.network;
  const loads = new Map<string, { effort: number | null; steps: string[] }>();
  for (const at of reached(input)) {
    const node = nodes[at];
    const step = input.steps[at];
    if (!node || !step || node.role === undefined || !graph.roles.has(node.role)) continue;
    const load = loads.get(node.role) ?? { effort: 0, steps: [] };
    const own = product(visitsAt(input, at), effortOfVisit(step));
    load.effort = load.effort === null || own === null ? null : load.effort + own;
    load.steps.push(node.id);
    loads.set(node.role, load);
  }
  return [...loads].map(([id, load]) => ({ id, ...load }));
}

function roleInputs(input: FigureInput, { id, effort }: RoleLoad): ExplainedInput[] {
  const role = input.structure.network.graph.roles.get(id);
  return [
    plainInput(text.inputs.effort, sayTime(effort)),
    numberInput(text.inputs.people, role?.people),
    numberInput(text.inputs.availability, role?.availability, (share) => formatShare(share, 0)),
  ];
}

/** People needed per role. */
export function peopleTerms(input: FigureInput, { peopleNeeded }: Figures): Term[] {
  const { graph } = input.structure.network;
  const demand = graph.stream.demandPerMonth;
  const hours = minutesPerMonth(graph) / 60;
  return roleLoads(input).map((load) => {
    const { availability } = graph.roles.get(load.id) ?? {};
    const part = availability === undefined ? '?' : formatShare(availability, 0);
    const asked = text.product([demand === undefined ? '?' : formatNumber(demand), sayTime(load.effort)]);
    return {
      about: load.steps,
      name: nameOf(graph, load.id),
      terms: text.divided(asked, text.group(text.product([`${formatNumber(hours)}h`, part]))),
      amount: peopleNeeded.get(load.id) ?? null,
      inputs: roleInputs(input, load),
    };
  });
}

/** How much of the time of each role the demand takes, 0..; with people or demand unknown the amount is null. */
export function loadTerms(input: FigureInput, { utilisation }: Figures): Term[] {
  const { graph } = input.structure.network;
  const rate = demandRate(graph);
  return roleLoads(input).map((load) => {
    const { people, availability } = graph.roles.get(load.id) ?? {};
    const perHour = rate === null ? '?' : text.rate(formatNumber(rate * 60));
    const crew = people === undefined ? '?' : formatNumber(people);
    const part = availability === undefined ? '?' : formatShare(availability, 0);
    return {
      about: load.steps,
      name: nameOf(graph, load.id),
      terms: text.divided(
        text.product([perHour, sayTime(load.effort)]),
        text.group(text.product([text.people(crew), part])),
      ),
      amount: utilisation.get(load.id) ?? null,
      inputs: roleInputs(input, load),
    };
  });
}

/** Visits x (wait + process time) of every step that holds up the item until value is there, minutes: how steps are compared without people. */
export function stepTerms(input: FigureInput, { contributions }: Figures): Term[] {
  const onPath = new Set(contributions.flatMap((each) => (each.onPath ? [each.node] : [])));
  const { nodes, graph } = input.structure.network;
  return reached(input).flatMap((at) => {
    const node = nodes[at];
    const step = input.steps[at];
    if (!node || !step || !onPath.has(node.id)) return [];
    const visits = visitsAt(input, at);
    const once = step.wait === null || step.processTime === null ? null : step.wait + step.processTime;
    const said = text.sum([text.wait(sayTime(step.wait)), text.work(sayTime(step.processTime))]);
    const shown = once === null ? null : (shownTime(step.wait) ?? 0) + (shownTime(step.processTime) ?? 0);
    const times = sayVisits(visits, { shown, exact: once });
    return [
      {
        about: [node.id],
        name: nameOf(graph, node.id),
        terms: times === '' ? said : `${times} ${text.group(said)}`,
        amount: product(visits, once),
        inputs: [
          quantityInput(text.fieldNames.wait, node.wait, formatDuration),
          quantityInput(text.fieldNames.processTime, node.processTime, formatDuration),
        ],
      },
    ];
  });
}

/** Effort without rework flows, person-minutes; null where unknown. */
export function calmEffort({ calmSteps, withoutRework }: FigureInput): number | null {
  if (withoutRework.problems.length > 0) return null;
  return calmSteps.reduce<number | null>((sum, step, at) => {
    if (!step.isStep) return sum;
    const visits = withoutRework.isKnown[at] === 1 ? (withoutRework.visits[at] ?? 0) : null;
    const own = product(visits, effortOfVisit(step));
    return sum === null || own === null ? null : sum + own;
  }, 0);
}
