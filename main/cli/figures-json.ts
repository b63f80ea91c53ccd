import { timeFigures } from '../../shared/figures/time-figures';
import type { Figure, FigureKey, Figures, SampledLeadTime } from '../../shared/figures/types';
import { hoursPerDay, workingDaysPerWeek } from '../../shared/model/calendar';
import { type MapGraph, stepsOf } from '../../shared/model/queries';
import { detailsToJson } from './figures-details';

const hours = (minutes: number | null): number | null => (minutes === null ? null : minutes / 60);

const printed = (key: FigureKey, value: number | null): number | null =>
  timeFigures.has(key) ? hours(value) : value;

type Entry = readonly [FigureKey, Figure];

function entriesOf(figures: Figures): Entry[] {
  return Object.entries(figures.figure).map(([key, figure]) => [key as FigureKey, figure]);
}

function boundsOf(figures: Figures): Record<string, { lower: number | null; upper: number | null }> {
  const unknown = entriesOf(figures).filter(([, { value }]) => value === null);
  return Object.fromEntries(
    unknown.map(([key, { lower, upper }]) => [
      key,
      { lower: printed(key, lower), upper: printed(key, upper) },
    ]),
  );
}

function visitsOf(graph: MapGraph, figures: Figures): Record<string, number | null> {
  return Object.fromEntries(stepsOf(graph).map(({ id }) => [id, figures.visits?.node.get(id) ?? null]));
}

/** The object that `figures --format json` prints: hours as numbers, null where unknown. */
export function figuresToJson(graph: MapGraph, figures: Figures, sampled: SampledLeadTime | null): string {
  const { map, calendar } = graph;
  const { bottleneck } = figures;
  const values = Object.fromEntries(entriesOf(figures).map(([key, { value }]) => [key, printed(key, value)]));
  return `${JSON.stringify(
    {
      schema: 1,
      map: { id: graph.id, name: map.name, state: map.state },
      basis: {
        calendar: calendar.kind,
        hoursPerDay: hoursPerDay(calendar),
        daysPerWeek: workingDaysPerWeek(calendar),
        currency: graph.currency,
      },
      figures: {
        ...values,
        leadTimeP50: hours(sampled?.p50 ?? null),
        leadTimeP85: hours(sampled?.p85 ?? null),
        leadTimeP95: hours(sampled?.p95 ?? null),
        shareWithinTarget: sampled?.shareWithinTarget ?? null,
      },
      bottleneck: bottleneck === null ? null : { [bottleneck.kind]: bottleneck.id },
      handoffsProvider: values.handoffsProvider,
      waitOnPath: values.waitOnPath,
      bounds: boundsOf(figures),
      coverage: Object.fromEntries(entriesOf(figures).map(([key, { coverage }]) => [key, coverage])),
      visits: visitsOf(graph, figures),
      utilisation: Object.fromEntries(figures.utilisation),
      ...detailsToJson(graph, figures, printed),
    },
    null,
    2,
  )}\n`;
}
