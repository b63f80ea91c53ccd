import { knownMean } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { figureDetailsText } from '../text/figure-details';
import { littleChecks } from './little';
import { queueEstimates } from './queue-estimates';
import { rhythmWaits } from './rhythm-waits';
import type { Contribution, Figures } from './types';

const words = figureDetailsText.notes;

/** An estimate, without the seconds. */
const about = (minutes: number): string => formatDuration(minutes < 10 ? minutes : Math.round(minutes));

function loadNotes(graph: MapGraph, id: string): string[] {
  for (const { role, steps, wait, utilisation, reason } of queueEstimates(graph)) {
    const step = steps.find(({ node }) => node === id);
    if (step === undefined || utilisation === null) continue;
    const name = graph.roles.get(role)?.name ?? role;
    const load = formatShare(utilisation, 0);
    if (reason === 'grows') return [words.grows(name, load)];
    if (wait === null) return [];
    const explained = words.load(name, about(wait), load);
    return step.isExplained === false ? [explained, words.unexplained] : [explained];
  }
  return [];
}

function rhythmNotes(graph: MapGraph, id: string): string[] {
  const rhythm = rhythmWaits(graph).find(({ node }) => node === id);
  const step = graph.node.get(id);
  const { cadence = null, batch = null } = rhythm ?? {};
  return [
    ...(cadence === null
      ? []
      : [words.cadence(formatDuration(knownMean(step?.cadence) ?? 0), formatDuration(cadence))]),
    ...(batch === null
      ? []
      : [words.batch(formatNumber(knownMean(step?.batch) ?? 0), formatDuration(batch))]),
  ];
}

function averageNotes({ wait, processTime, isConverted, repeat }: Contribution): string[] {
  return [
    ...(isConverted && wait !== null ? [words.converted(formatDuration(wait))] : []),
    ...(repeat !== null && processTime !== null ? [words.repeats(formatDuration(processTime))] : []),
  ];
}

/** What is known of the wait of a step besides what was stated: load of its people, dates, batches, counted items, another calendar. Sentences; none where there is nothing to say. */
export function waitNotes(graph: MapGraph, figures: Figures, id: string): readonly string[] {
  const own = figures.contributions.find(({ node }) => node === id);
  const little = littleChecks(graph, null).filter(({ node }) => node === id);
  return [
    ...(own ? averageNotes(own) : []),
    ...rhythmNotes(graph, id),
    ...loadNotes(graph, id),
    ...little.map(({ counted, expected }) => words.little(formatNumber(counted), formatNumber(expected))),
  ];
}
