import { hoursPerWeek, workingDaysPerWeek } from '../model/calendar';
import { elapsedFromWorking } from '../model/calendar-convert';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { figuresText } from '../text/figures';
import { figureInputOf } from './compute-figures';
import { describeBottleneck, describeFigure, formatFigure } from './describe';
import { tellingCoverage } from './describe-gaps';
import { sayElapsed, gapsOf, rowsOf, totalOf } from './explain-inputs';
import type { Explaining } from './explain-part';
import { partsOf } from './explain-parts';
import { pathOf } from './explain-path';
import { statedOf } from './explain-stated';
import { trustOf } from './explain-trust';
import type { ExplainKey, Explanation } from './explain-types';
import { type RangedKey, type Ranges, rangesOf } from './ranges';
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
  const part = figure.value === null ? tellingCoverage(figure) : null;
  const coverage = part === null ? [] : [text.coverage(formatShare(part, 0))];
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
    ...(hasElapsed ? [text.basis.elapsed(formatDuration(lead), sayElapsed(elapsed))] : []),
    ...(key === 'takt' ? [] : [text.basis.means]),
    ...coverage,
  ];
}

/** Letters of a formula that have a meaning of their own. */
const letters = /[\p{L}Σ]+[₀₁]?/gu;

/** What the symbols of a formula stand for. */
function legendOf(symbols: string): string[] {
  const found = new Set(symbols.match(letters));
  return Object.entries(text.legend).flatMap(([symbol, meaning]) => (found.has(symbol) ? [meaning] : []));
}

function isRanged(key: ExplainKey, ranges: Ranges): key is RangedKey {
  return Object.hasOwn(ranges, key);
}

/** Figures of the longest branch of parallel work. */
const onLongest: ReadonlySet<ExplainKey> = new Set<ExplainKey>([
  'leadTimeExpected',
  'leadTimeSinglePass',
  'processTimeOnPath',
  'waitOnPath',
]);

/** The figure with all inputs at one of their ends, in words. */
function sayRange(key: ExplainKey, graph: MapGraph, figures: Figures, ranges: Ranges | null): string[] {
  if (ranges === null || !isRanged(key, ranges)) return [];
  const { low, high } = ranges[key];
  if (low === null || high === null || low === high) return [];
  const format = formatFor(key, figures);
  const hasBranches = onLongest.has(key) && [...graph.node.values()].some(({ type }) => type === 'fork');
  return [text.range(format(low), format(high)), ...(hasBranches ? [text.rangeOfLongest] : [])];
}

/** How a figure of a map came about: formula, inputs, what each step adds, the path that fixes the clock, what is left out and what is missing. `ranges` are computed unless given (null: not told). */
export function explain(
  key: ExplainKey,
  graph: MapGraph,
  figures: Figures,
  sampled: SampledLeadTime | null = null,
  ranges: Ranges | null = rangesOf(graph),
): Explanation {
  const all: Explaining = { input: figureInputOf(graph), figures, sampled };
  const parts = partsOf(key, all);
  const format = formatFor(key, figures);
  const figure = figureFor(key, figures);
  const trust = key === 'sampled' || key === 'bottleneck' ? null : trustOf(graph, figures, key);
  const formula = text.formulas[key];
  return {
    key,
    ...headOf(key, graph, all),
    formula: formula.words,
    symbols: formula.symbols,
    worked: parts.worked,
    elsewhere: formula.elsewhere,
    legend: legendOf(formula.symbols),
    basis: [
      ...basisOf(key, graph, figure),
      ...sayRange(key, graph, figures, ranges),
      ...(trust ? [text.confidence[trust.level](formatShare(trust.part, 0))] : []),
    ],
    confidence: trust?.level ?? null,
    inputs: parts.inputs,
    rowsAre: parts.rowsAre,
    rows: rowsOf(parts.terms, format, parts.sum !== 'none'),
    total: parts.sum === 'none' ? null : totalOf(parts.terms, format, parts.sum === 'complement'),
    path: parts.view ? pathOf(parts.view) : null,
    off: parts.off,
    missing: gapsOf(graph, figure),
    stated: key === 'leadTimeExpected' || key === 'processTimeOnPath' ? statedOf(all, key) : null,
  };
}
