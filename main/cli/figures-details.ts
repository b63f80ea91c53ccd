import {
  type DetailRow,
  describeLittle,
  describePareto,
  describeQueues,
  describeRhythms,
} from '../../shared/figures/describe-details';
import { littleChecks } from '../../shared/figures/little';
import { provenanceOf } from '../../shared/figures/provenance';
import { queueEstimates } from '../../shared/figures/queue-estimates';
import { rangesOf } from '../../shared/figures/ranges';
import { rhythmWaits } from '../../shared/figures/rhythm-waits';
import type { FigureKey, Figures } from '../../shared/figures/types';
import { valuePointOf } from '../../shared/figures/value-point';
import { wastePareto } from '../../shared/figures/waste-pareto';
import type { MapGraph } from '../../shared/model/queries';
import { figureDetailsText as words } from '../../shared/text/figure-details';

const width = 34;
const line = (name: string, value: string): string => `${name.padEnd(width)} ${value}`;

function section(title: string, rows: readonly DetailRow[]): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    title,
    ...rows.flatMap(({ name, value, notes }) => [
      line(`  ${name}`, value),
      ...notes.map((note) => `    ${note}`),
    ]),
  ];
}

/** What stands beside the figures for reading: where the time goes, and what loads, rhythms and counts say of it. */
export function detailLines(graph: MapGraph, figures: Figures): string[] {
  const lead = figures.figure.leadTimeExpected.value;
  return [
    ...section(words.whereTimeGoes, describePareto(wastePareto(graph, figures))),
    ...section(words.queues, describeQueues(graph, queueEstimates(graph))),
    ...section(words.rhythms, describeRhythms(graph, rhythmWaits(graph))),
    ...section(words.little, describeLittle(graph, littleChecks(graph, lead))),
  ];
}

const hours = (minutes: number | null): number | null => (minutes === null ? null : minutes / 60);

/** What stands beside the figures as JSON: hours as numbers, null where unknown. `print` turns the value of a figure into the unit that is printed. */
export function detailsToJson(
  graph: MapGraph,
  figures: Figures,
  print: (key: FigureKey, value: number | null) => number | null,
): Record<string, unknown> {
  const keys = Object.keys(figures.figure) as FigureKey[];
  const pareto = wastePareto(graph, figures);
  const ranges = Object.entries(rangesOf(graph)).map(([key, { low, likely, high }]) => {
    const say = (value: number | null): number | null => print(key as FigureKey, value);
    return [key, { low: say(low), likely: say(likely), high: say(high) }];
  });
  return {
    ranges: Object.fromEntries(ranges),
    confidence: Object.fromEntries(
      keys.map((key) => {
        const origin = provenanceOf(graph, figures, key);
        return [key, origin && { ...origin.parts, least: origin.least }];
      }),
    ),
    peopleNeeded: Object.fromEntries(figures.peopleNeeded),
    valuePoint: valuePointOf(graph),
    wastes: {
      isPart: pareto.isPart,
      bars: pareto.bars.map(({ id, isWaste, leadTime, effort, nodes }) => ({
        id,
        isWaste,
        leadTimeHours: leadTime / 60,
        effortPersonHours: effort / 60,
        nodes,
      })),
    },
    queues: queueEstimates(graph).map(
      ({ role, utilisation, wait, chanceOfWaiting, reason, assumed, steps }) => ({
        role,
        utilisation,
        waitHours: hours(wait),
        chanceOfWaiting,
        reason,
        assumed,
        steps: steps.map(({ node, stated, isExplained }) => ({
          step: node,
          statedHours: hours(stated),
          isExplained,
        })),
      }),
    ),
    rhythms: rhythmWaits(graph).map(({ node, cadence, batch, stated }) => ({
      step: node,
      cadenceHours: hours(cadence),
      batchHours: hours(batch),
      statedHours: hours(stated),
    })),
    little: littleChecks(graph, figures.figure.leadTimeExpected.value).map(({ node, ...rest }) => ({
      step: node,
      ...rest,
    })),
  };
}
