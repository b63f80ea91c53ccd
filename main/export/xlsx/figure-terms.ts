import { computeFigures } from '../../../shared/figures/compute-figures';
import { timeFigures } from '../../../shared/figures/time-figures';
import type { FigureKey } from '../../../shared/figures/types';
import { hoursPerMonth } from '../../../shared/model/calendar';
import { elapsedFromWorking } from '../../../shared/model/calendar-convert';
import type { MapGraph } from '../../../shared/model/queries';
import type { Calculation } from './calculation';
import type { DataSheet } from './data-sheets';
import { known, missing, product, quotient, sum, type Term } from './terms';
import { agrees } from './working';

/** What the formulas of the figures are made from. */
export interface FigureSources {
  readonly graph: MapGraph;
  readonly calculation: Calculation;
  readonly stream: DataSheet;
  readonly roles: DataSheet;
}

/** A value of a figure in the unit of the workbook. */
export function inUnit(key: FigureKey, value: number): number {
  return timeFigures.has(key) ? value / 60 : value;
}

/** A number of another sheet; not available where it is blank. */
function numberOf(place: string | null, value: number | undefined): Term {
  if (place === null) return missing;
  return { code: `IF(ISNUMBER(${place}),${place},NA())`, value: value ?? null };
}

/** Items that are asked for in a month. */
export function demandTerm({ stream, graph }: FigureSources): Term {
  return numberOf(stream.at('demand_per_month', 'entry'), graph.stream.demandPerMonth);
}

/** The working hours of a month, and the hours on the wall for each working hour, as the sheet of the stream has them. */
function calendarTerms({ stream, graph }: FigureSources): { readonly monthHours: Term; readonly wall: Term } {
  const month = hoursPerMonth(graph.calendar);
  return {
    monthHours: numberOf(stream.at('month_hours', 'entry'), month > 0 ? month : undefined),
    wall: numberOf(stream.at('wall_hours', 'entry'), elapsedFromWorking(1, graph.calendar) ?? undefined),
  };
}

const positive = (term: Term): Term => ({
  code: `IF(${term.code}>0,${term.code},NA())`,
  value: term.value !== null && term.value > 0 ? term.value : null,
});

/** The figures that have a formula which comes to what the app computes. */
export function figureTerms(sources: FigureSources): ReadonlyMap<FigureKey, Term> {
  const { calculation, graph } = sources;
  const { monthHours, wall } = calendarTerms(sources);
  const { totals } = calculation;
  const { figure } = computeFigures(graph);
  const demand = demandTerm(sources);
  const consumer = graph.nodes.flatMap(({ id, party }) =>
    party === 'consumer' ? (calculation.of(id, 'effort') ?? []) : [],
  );
  const terms: Partial<Record<FigureKey, Term | null>> = {
    leadTimeExpected: totals.lead,
    leadTimeSinglePass: totals.single,
    processTimeOnPath: totals.work,
    waitOnPath: totals.wait,
    effortPersonHours: totals.effort,
    activityRatio: quotient(totals.work, totals.lead),
    processCycleEfficiency: quotient(totals.added, totals.lead),
    rolledCompleteAccurate: totals.right,
    handoffs: totals.handoffs,
    handoffsProvider: totals.handoffsProvider,
    takt: quotient(monthHours, positive(demand)),
    wip: quotient(product(totals.lead, demand), monthHours),
    leadTimeElapsed: product(totals.lead, wall),
    consumerEffort: consumer.length === 0 ? null : sum(...consumer),
  };
  const keys = Object.keys(figure) as readonly FigureKey[];
  return new Map(
    keys.flatMap((key) => {
      const term = terms[key] ?? null;
      const { value } = figure[key];
      const isSame = term !== null && agrees(term, value === null ? null : inUnit(key, value));
      return term !== null && isSame ? [[key, term] as const] : [];
    }),
  );
}

/** What a role has to do and what it can: hours an item, hours a month, and the part that is used. */
export interface RoleTerms {
  readonly work: Term;
  readonly capacity: Term;
  readonly used: Term;
  /** False where the part that is used is what the app computed, and no formula. */
  readonly isLive: boolean;
}

/** Utilisation of a role as formulas over the table of roles and the calculation. */
export function roleTerms(
  sources: FigureSources,
  id: string,
  places: { readonly work: string; readonly capacity: string },
): RoleTerms {
  const { calculation, graph, roles } = sources;
  const { monthHours } = calendarTerms(sources);
  const role = graph.roles.get(id);
  const work = sum(
    ...graph.nodes.flatMap((node) => (node.role === id ? (calculation.of(node.id, 'effort') ?? []) : [])),
  );
  const people = numberOf(roles.at(id, 'people'), role?.people);
  const availability = numberOf(roles.at(id, 'availability'), role?.availability);
  const capacity = product(positive(people), positive(availability), monthHours);
  const demand = demandTerm(sources);
  const used = quotient(product(demand, { code: places.work, value: work.value }), {
    code: places.capacity,
    value: capacity.value,
  });
  const app = computeFigures(graph).utilisation.get(id) ?? null;
  const isLive = agrees(used, app);
  return { work, capacity, used: isLive ? used : app === null ? missing : known(app), isLive };
}

/** A term that says so in words where an input is missing. */
export function orUnknown(
  term: Term,
  unknown: string,
): { readonly code: string; readonly value: number | string } {
  return { code: `IFERROR(${term.code},"${unknown}")`, value: term.value ?? unknown };
}
