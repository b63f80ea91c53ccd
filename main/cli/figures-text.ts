import { describeFigure } from '../../shared/figures/describe';
import { describeProvenance, describeRange } from '../../shared/figures/describe-details';
import { tellingCoverage } from '../../shared/figures/describe-gaps';
import { provenanceOf } from '../../shared/figures/provenance';
import { isRanged, rangesOf } from '../../shared/figures/ranges';
import type { FigureKey, Figures, SampledLeadTime } from '../../shared/figures/types';
import { hoursPerDay, workingDaysPerWeek } from '../../shared/model/calendar';
import type { MapGraph } from '../../shared/model/queries';
import { formatDuration, formatNumber, formatShare } from '../../shared/model/units-format';
import { cliText } from '../../shared/text/cli';
import { figureDetailsText } from '../../shared/text/figure-details';
import { detailLines } from './figures-details';

const words = cliText.figures;
const width = 34;

const line = (name: string, value: string): string => `${name.padEnd(width)}${value}`;

function figureLines(graph: MapGraph, figures: Figures, key: FigureKey): string[] {
  const { name, value, missing, definition } = describeFigure(graph, figures, key);
  const coverage = tellingCoverage(figures.figure[key]);
  const notes = coverage === null ? [] : [words.coverage(formatShare(coverage, 0))];
  if (missing !== null) notes.unshift(missing);
  const range = isRanged(key) ? describeRange(graph, key, rangesOf(graph)[key]) : null;
  if (range !== null) notes.push(range);
  const origin = provenanceOf(graph, figures, key);
  if (origin !== null && origin.parts.unstated < 1) notes.push(describeProvenance(origin));
  return [line(name, value), ...notes.map((note) => `  ${note}`), `  ${definition}`];
}

function sampledLines(sampled: SampledLeadTime | null): string[] {
  if (sampled === null) return [words.noSample];
  const { runs, p50, p85, p95, shareWithinTarget } = sampled;
  const percentiles = [
    [50, p50],
    [85, p85],
    [95, p95],
  ] as const;
  return [
    words.sampled(formatNumber(runs)),
    ...percentiles.map(([percent, minutes]) =>
      line(`  ${words.percentile(percent)}`, formatDuration(minutes)),
    ),
    ...(shareWithinTarget === null ? [] : [line(`  ${words.withinTarget}`, formatShare(shareWithinTarget))]),
  ];
}

function capacityLines(graph: MapGraph, figures: Figures): string[] {
  const { bottleneck, utilisation, peopleNeeded } = figures;
  const table = bottleneck?.kind === 'role' ? graph.roles : graph.node;
  const name = bottleneck === null ? words.unknown : (table.get(bottleneck.id)?.name ?? bottleneck.id);
  const used = [...utilisation].map(([id, share]) =>
    line(`  ${graph.roles.get(id)?.name ?? id}`, share === null ? words.unknown : formatShare(share)),
  );
  const needed = [...peopleNeeded].map(([id, people]) =>
    line(`  ${graph.roles.get(id)?.name ?? id}`, people === null ? words.unknown : formatNumber(people)),
  );
  return [
    line(words.bottleneck, name),
    ...(used.length === 0 ? [] : [words.utilisation, ...used]),
    ...(needed.length === 0 ? [] : [figureDetailsText.peopleNeeded, ...needed]),
  ];
}

/** Every figure for reading, with its definition, what it lacks and how much of its input is known. */
export function figuresToText(graph: MapGraph, figures: Figures, sampled: SampledLeadTime | null): string {
  const { calendar, map, stream } = graph;
  const keys = Object.keys(figures.figure).map((key) => key as FigureKey);
  const basis = words.basis(
    calendar.kind,
    formatNumber(hoursPerDay(calendar)),
    formatNumber(workingDaysPerWeek(calendar)),
  );
  const origin = provenanceOf(graph, figures, 'leadTimeExpected');
  const isUnstated = origin !== null && origin.parts.unstated === 1;
  const lines = [
    words.heading(map.name, stream.name),
    basis,
    ...(isUnstated ? [figureDetailsText.allUnstated] : []),
    '',
    ...keys.flatMap((key) => figureLines(graph, figures, key)),
    '',
    ...capacityLines(graph, figures),
    ...detailLines(graph, figures),
    '',
    ...sampledLines(sampled),
  ];
  return `${lines.join('\n')}\n`;
}
