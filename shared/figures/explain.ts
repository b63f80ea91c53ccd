import { hoursPerWeek, workingDaysPerWeek } from '../model/calendar';
import { elapsedFromWorking } from '../model/calendar-convert';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { figuresText } from '../text/figures';
import { figureInputOf } from './compute-figures';
import { describeBottleneck, describeFigure, formatFigure } from './describe';
import { foundedPart, gapsOf, rowsOf, totalOf } from './explain-inputs';
import type { Explaining, Parts } from './explain-part';
import { partsOf } from './explain-parts';
import { pathOf } from './explain-path';
import { statedOf } from './explain-stated';
import type { Confidence, ExplainKey, Explanation } from './explain-types';
import type { Figure, Figures, SampledLeadTime } from './types';

/** Figures that are times in the map's calendar. */
const times: ReadonlySet<ExplainKey> = new Set<ExplainKey>([
  'leadTimeExpected',
  'leadTimeSinglePass',
  'afterValueTail',
  'processTimeOnPath',
  'waitOnPath',
  'leadTimeElapsed',
  'slaTime',
  'effortPersonHours',
  'consumerEffort',
  'activityRatio',
  'processCycleEfficiency',
  'takt',
  'wip',
  'delayCostPerMonth',
  'peopleNeeded',
  'sampled',
]);

/** The figure that tells what is missing. */
function figureFor(key: ExplainKey, { figure }: Figures): Figure {
  return key === 'sampled' || key === 'bottleneck' ? figure.leadTimeExpected : figure[key];
}

function formatFor(key: ExplainKey, figures: Figures): (amount: number) => string {
  if (key === 'sampled') return formatDuration;
  if (key !== 'bottleneck') {
    const isShare = key === 'rolledCompleteAccurate' || key === 'rolledPerStep' || key === 'firstPassYield';
    return isShare ? (share) => formatShare(share, 1) : (amount) => formatFigure(key, amount);
  }
  return figures.bottleneck?.kind === 'step' ? formatDuration : (share) => formatShare(share, 0);
}

function headOf(
  key: ExplainKey,
  graph: MapGraph,
  { figures, sampled }: Explaining,
): { name: string; value: string } {
  if (key === 'sampled') {
    const value = sampled ? text.sampled.value(formatDuration(sampled.p85)) : text.sampled.none;
    return { name: text.sampled.name, value };
  }
  if (key === 'bottleneck') {
    const said = describeBottleneck(graph, figures);
    const value = said ? `${said.name}: ${said.note}` : text.unknown;
    return { name: figuresText.label.bottleneck, value };
  }
  const { name, value } = describeFigure(graph, figures, key);
  return { name, value };
}

function basisOf(key: ExplainKey, { calendar }: MapGraph, figure: Figure): string[] {
  const coverage = figure.value === null ? [text.coverage(formatShare(figure.coverage, 0))] : [];
  if (!times.has(key)) return coverage;
  const weekly = hoursPerWeek(calendar);
  if (weekly <= 0) return [...coverage, text.basis.noCalendar];
  const lead = figure.value;
  const elapsed = lead === null ? null : elapsedFromWorking(lead, calendar);
  const hasElapsed = key === 'leadTimeExpected' && lead !== null && elapsed !== null && weekly < 168;
  return [
    weekly >= 168
      ? text.basis.allHours
      : text.basis.working(formatNumber(weekly), formatNumber(workingDaysPerWeek(calendar))),
    ...(hasElapsed ? [text.basis.elapsed(formatDuration(lead), formatDuration(elapsed))] : []),
    ...(key === 'takt' ? [] : [text.basis.means]),
    ...coverage,
  ];
}

/** From which measured part of a figure on it is well, or partly, founded. */
const foundedFrom = { high: 0.7, medium: 0.3 } as const;

function confidenceOf({ terms, sum }: Parts): Confidence | null {
  const part = sum === 'none' ? null : foundedPart(terms);
  if (part === null) return null;
  if (part >= foundedFrom.high) return 'high';
  return part >= foundedFrom.medium ? 'medium' : 'low';
}

function sayConfidence(parts: Parts, level: Confidence | null): string[] {
  const part = foundedPart(parts.terms);
  return level === null || part === null ? [] : [text.confidence[level](formatShare(part, 0))];
}

/** How a figure of a map came about: formula, inputs, what each step adds, the path that fixes the clock, what is left out and what is missing. */
export function explain(
  key: ExplainKey,
  graph: MapGraph,
  figures: Figures,
  sampled: SampledLeadTime | null = null,
): Explanation {
  const all: Explaining = { input: figureInputOf(graph), figures, sampled };
  const parts = partsOf(key, all);
  const format = formatFor(key, figures);
  const figure = figureFor(key, figures);
  const confidence = confidenceOf(parts);
  const formula = text.formulas[key];
  return {
    key,
    ...headOf(key, graph, all),
    formula: formula.words,
    symbols: formula.symbols,
    worked: parts.worked,
    elsewhere: formula.elsewhere,
    basis: [...basisOf(key, graph, figure), ...sayConfidence(parts, confidence)],
    confidence,
    inputs: parts.inputs,
    rowsAre: parts.rowsAre,
    rows: rowsOf(parts.terms, format),
    total: parts.sum === 'none' ? null : totalOf(parts.terms, format, parts.sum === 'complement'),
    path: parts.view ? pathOf(parts.view) : null,
    off: parts.off,
    missing: gapsOf(graph, figure),
    stated: key === 'leadTimeExpected' || key === 'processTimeOnPath' ? statedOf(all, key) : null,
  };
}
