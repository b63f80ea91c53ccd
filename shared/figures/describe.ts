import { hoursPerDay, hoursPerMonth } from '../model/calendar';
import { elapsedFromWorking } from '../model/calendar-convert';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { figuresText } from '../text/figures';
import { unitsText } from '../text/units';
import { sayMissing, stepsNeeded } from './describe-gaps';
import type { Bottleneck, Figure, FigureKey, Figures } from './types';

export type TileId = keyof typeof figuresText.label;

/** One tile of the metrics strip. */
export interface FigureTile {
  readonly id: TileId;
  readonly label: string;
  readonly value: string;
  /** Shown beside the value, smaller: the single pass beside the expected lead time; null where there is nothing. */
  readonly aside: string | null;
  /** The small line under the value. */
  readonly note: string;
  /** Beginning of the note that is set in the colour of `bad` or `good`; empty where none is. */
  readonly emphasis: string;
  readonly tone: 'plain' | 'bad' | 'good' | 'unknown';
  /** A part of a whole to draw as a bar, 0..1. */
  readonly bar: number | null;
  /** The definition, for the tooltip. */
  readonly title: string;
}

const noTile = { aside: null, emphasis: '', tone: 'plain', bar: null } as const;

/** A figure for reading: its value, or what is certain of it (`at least 4h 20m`, `at most 41 %`, `unknown`). */
export function sayFigure(figure: Figure, format: (value: number) => string): string {
  const { value, lower, upper } = figure;
  if (value !== null) return format(value);
  if (lower !== null && upper !== null) return figuresText.between(format(lower), format(upper));
  if (lower !== null) return figuresText.atLeast(format(lower));
  return upper === null ? figuresText.unknown : figuresText.atMost(format(upper));
}

const count = (items: number): string => formatNumber(items >= 10 ? Math.round(items) : items);

const formats: Record<FigureKey, (value: number) => string> = {
  leadTimeExpected: formatDuration,
  leadTimeSinglePass: formatDuration,
  afterValueTail: formatDuration,
  processTimeOnPath: formatDuration,
  waitOnPath: formatDuration,
  effortPersonHours: formatDuration,
  activityRatio: (share) => formatShare(share, 1),
  processCycleEfficiency: (share) => formatShare(share, 1),
  rolledCompleteAccurate: (share) => formatShare(share, 0),
  firstPassYield: (share) => formatShare(share, 0),
  handoffs: formatNumber,
  handoffsProvider: formatNumber,
  reworkEffortShare: (share) => formatShare(share, 1),
  takt: formatDuration,
  wip: count,
  costPerItem: formatNumber,
  costPerMonth: formatNumber,
  delayCostPerMonth: formatNumber,
  peopleNeeded: formatNumber,
  leadTimeElapsed: (minutes) => unitsText.calendarDays(formatNumber(minutes / 1440)),
  slaTime: formatDuration,
  rolledPerStep: (share) => formatShare(share, 0),
  hiddenRepair: formatDuration,
  consumerEffort: formatDuration,
};

const inMoney: ReadonlySet<FigureKey> = new Set<FigureKey>([
  'costPerItem',
  'costPerMonth',
  'delayCostPerMonth',
]);

/** The known value of a figure, as the strip, exports and the command line show it alike; money with its currency where that is given. */
export function formatFigure(key: FigureKey, value: number, currency = ''): string {
  const said = formats[key](value);
  return inMoney.has(key) && currency !== '' ? `${said}\u00a0${currency}` : said;
}

/** One figure in words: its name, its value, what it lacks, how it is defined. */
export interface FigureInWords {
  readonly name: string;
  readonly value: string;
  readonly missing: string | null;
  readonly definition: string;
}

/** What a known figure leaves out because the map does not lead on yet; null where it tells the whole map. */
function saySoFar(graph: MapGraph, { figure, openEnds }: Figures, key: FigureKey): string | null {
  const [first] = openEnds;
  if (first === undefined || key === 'takt' || figure[key].value === null) return null;
  return figuresText.soFar(graph.node.get(first)?.name ?? '', openEnds.length - 1);
}

/** Any figure of a map in words, for the command line and reports. */
export function describeFigure(graph: MapGraph, figures: Figures, key: FigureKey): FigureInWords {
  const figure = figures.figure[key];
  return {
    name: figuresText.name[key],
    value: sayFigure(figure, (value) => formatFigure(key, value, graph.currency)),
    missing: sayMissing(graph, key, figure) ?? saySoFar(graph, figures, key),
    definition: figuresText.definition[key],
  };
}

/** The tile of a figure that is unknown, or the start of one that is known. */
function tileOf(graph: MapGraph, figures: Figures, id: TileId, key: FigureKey): FigureTile {
  const { value, missing, definition } = describeFigure(graph, figures, key);
  const isKnown = figures.figure[key].value !== null;
  const tone = isKnown ? 'plain' : 'unknown';
  return { ...noTile, id, label: figuresText.label[id], value, note: missing ?? '', tone, title: definition };
}

/** How long working time lasts on the wall on average, in the words of a tooltip. */
function sayElapsed({ calendar }: MapGraph, minutes: number | null): string {
  const elapsed = minutes === null ? null : elapsedFromWorking(minutes, calendar);
  if (elapsed === null || elapsed === minutes) return figuresText.workingTime;
  return figuresText.elapsed(unitsText.calendarDays(formatNumber(elapsed / 1440)));
}

function againstTarget(
  graph: MapGraph,
  { value, lower }: Figure,
): Pick<FigureTile, 'emphasis' | 'note' | 'tone'> | null {
  const target = graph.stream.targetLeadTime;
  const known = value ?? lower;
  if (target === undefined || known === null || (value === null && known <= target)) return null;
  const goal = formatDuration(target);
  const distance = Math.abs(known - target);
  const gap = formatDuration(distance < 10 ? distance : Math.round(distance));
  if (known > target) {
    const emphasis = figuresText.overTarget(gap);
    return { emphasis, note: `${emphasis} ${figuresText.over(goal)}`, tone: 'bad' };
  }
  if (formatDuration(known) === goal) return { emphasis: '', note: figuresText.onTarget(goal), tone: 'good' };
  return { emphasis: gap, note: `${gap} ${figuresText.under(goal)}`, tone: 'good' };
}

function leadTimeTile(graph: MapGraph, figures: Figures): FigureTile {
  const { leadTimeExpected, leadTimeSinglePass } = figures.figure;
  const tile = tileOf(graph, figures, 'leadTime', 'leadTimeExpected');
  const single = leadTimeSinglePass.value;
  const aside = single === null ? null : figuresText.singlePass(formatDuration(single));
  const title = [tile.title, figuresText.leadTimeMean, sayElapsed(graph, leadTimeExpected.value)].join(' ');
  const judged = againstTarget(graph, leadTimeExpected);
  const known = { ...tile, aside, title };
  if (leadTimeExpected.value === null) {
    return judged
      ? { ...known, tone: 'bad', note: `${judged.note}; ${tile.note}`, emphasis: judged.emphasis }
      : known;
  }
  if (tile.note !== '') {
    return judged?.tone === 'bad'
      ? { ...known, ...judged, title: `${title} ${judged.note}; ${tile.note}.` }
      : { ...known, title: `${title} ${tile.note}.` };
  }
  return judged ? { ...known, ...judged } : { ...known, note: figuresText.noTarget };
}

function processTimeTile(graph: MapGraph, figures: Figures): FigureTile {
  const tile = tileOf(graph, figures, 'processTime', 'processTimeOnPath');
  if (tile.tone === 'unknown') return tile;
  const seen = figures.contributions.filter(({ node, visits }) => {
    const step = graph.node.get(node);
    const source = step?.processTime?.source;
    return visits !== 0 && !step?.afterValue && (source === 'measured' || source === 'log');
  });
  return { ...tile, note: figuresText.measured(seen.length, stepsNeeded(graph, 'processTimeOnPath')) };
}

function ratioTiles(graph: MapGraph, figures: Figures): readonly [FigureTile, FigureTile] {
  const { activityRatio, processCycleEfficiency, processTimeOnPath, leadTimeExpected } = figures.figure;
  const active = tileOf(graph, figures, 'activityRatio', 'activityRatio');
  const added = tileOf(graph, figures, 'valueAdded', 'processCycleEfficiency');
  const lead = leadTimeExpected.value;
  const process = processTimeOnPath.value;
  const efficiency = processCycleEfficiency.value;
  const isActiveKnown = activityRatio.value !== null && process !== null && lead !== null;
  const isAddedKnown = efficiency !== null && lead !== null;
  return [
    isActiveKnown
      ? {
          ...active,
          bar: activityRatio.value,
          note: figuresText.partOf(formatDuration(process), formatDuration(lead)),
        }
      : active,
    isAddedKnown ? { ...added, note: figuresText.ofLeadTime(formatDuration(efficiency * lead)) } : added,
  ];
}

function rolledTile(graph: MapGraph, figures: Figures): FigureTile {
  const tile = tileOf(graph, figures, 'rolled', 'rolledCompleteAccurate');
  const { value } = figures.figure.rolledCompleteAccurate;
  if (value === null) return tile;
  const items = formatNumber(Math.round(value * 100));
  return { ...tile, note: figuresText.rightAtEvery, title: `${tile.title} ${figuresText.rolledOf(items)}` };
}

/** Items asked for on an average working day; null without a demand. */
function demandPerDay({ stream, calendar }: MapGraph): number | null {
  const month = hoursPerMonth(calendar);
  if (stream.demandPerMonth === undefined || month <= 0) return null;
  return (stream.demandPerMonth * hoursPerDay(calendar)) / month;
}

const sayDemand = ({ stream }: MapGraph): string => formatNumber(stream.demandPerMonth ?? 0);

function taktTile(graph: MapGraph, figures: Figures): FigureTile {
  const tile = tileOf(graph, figures, 'takt', 'takt');
  const daily = demandPerDay(graph);
  if (tile.tone === 'unknown' || daily === null) return tile;
  if (daily < 1) {
    const month = formatDuration(hoursPerMonth(graph.calendar) * 60);
    return { ...tile, note: figuresText.taktFromMonth(month, sayDemand(graph)) };
  }
  const minutes = formatNumber(hoursPerDay(graph.calendar) * 60);
  return { ...tile, note: figuresText.taktFrom(minutes, formatNumber(daily)) };
}

/** How much the bottleneck takes: of the people's time for a role, of the clock for a step. */
function sayAmount(figures: Figures, { kind, id, amount, isLowerBound }: Bottleneck): string {
  const note = kind === 'role' ? figuresText.used(formatShare(amount, 0)) : formatDuration(amount);
  if (isLowerBound) return figuresText.atLeast(note);
  const lead = figures.figure.leadTimeExpected.value;
  const isOnClock = figures.contributions.some(({ node, onPath }) => node === id && onPath);
  return kind === 'step' && lead !== null && lead > 0 && isOnClock
    ? figuresText.shareOfLeadTime(note, formatShare(amount / lead, 0))
    : note;
}

/** The bottleneck by its name, and how much it takes; null where there is none. */
export function describeBottleneck(
  graph: MapGraph,
  figures: Figures,
): { readonly name: string; readonly note: string } | null {
  const { bottleneck } = figures;
  if (!bottleneck) return null;
  const { kind, id, isCertain } = bottleneck;
  const note = sayAmount(figures, bottleneck);
  return {
    name: (kind === 'role' ? graph.roles.get(id) : graph.node.get(id))?.name ?? id,
    note: isCertain ? note : figuresText.largestKnown(note),
  };
}

function bottleneckTile(graph: MapGraph, figures: Figures): FigureTile {
  const { bottleneck, figure } = figures;
  const said = describeBottleneck(graph, figures);
  const base = {
    ...noTile,
    id: 'bottleneck',
    label: figuresText.label.bottleneck,
    title: figuresText.bottleneckDefinition,
  } as const;
  if (!bottleneck || !said) {
    const note =
      sayMissing(graph, 'leadTimeExpected', figure.leadTimeExpected) ??
      sayMissing(graph, 'afterValueTail', figure.afterValueTail) ??
      figuresText.lackingTimes;
    return { ...base, value: figuresText.unknown, note, tone: 'unknown' };
  }
  const isOverloaded = bottleneck.kind === 'role' && bottleneck.amount >= 1;
  const tone = isOverloaded ? 'bad' : bottleneck.isCertain ? 'plain' : 'unknown';
  return { ...base, value: said.name, note: said.note, tone };
}

/** Working days in little space: the label of the takt beside it says what a day is. */
const sayDays = ({ calendar }: MapGraph, minutes: number): string =>
  figuresText.days(formatNumber(minutes / (hoursPerDay(calendar) * 60)));

function wipTile(graph: MapGraph, figures: Figures): FigureTile {
  const tile = tileOf(graph, figures, 'wip', 'wip');
  const daily = demandPerDay(graph);
  const lead = figures.figure.leadTimeExpected.value;
  if (tile.tone === 'unknown' || daily === null || lead === null) return tile;
  if (daily < 1) return { ...tile, note: figuresText.flowingMonthly(sayDemand(graph), formatDuration(lead)) };
  return { ...tile, note: figuresText.flowing(formatNumber(daily), sayDays(graph, lead)) };
}

/** The eight tiles of the metrics strip, in their order. */
export function describeFigures(graph: MapGraph, figures: Figures): readonly FigureTile[] {
  return [
    leadTimeTile(graph, figures),
    processTimeTile(graph, figures),
    ...ratioTiles(graph, figures),
    rolledTile(graph, figures),
    taktTile(graph, figures),
    bottleneckTile(graph, figures),
    wipTile(graph, figures),
  ];
}
