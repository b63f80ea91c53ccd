import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { figureDetailsText as words } from '../text/figure-details';
import { formatFigure } from './describe';
import type { LittleCheck } from './little';
import type { Origin, Provenance } from './provenance';
import type { QueueEstimate } from './queue-estimates';
import type { Range, RangedKey } from './ranges';
import type { RhythmWait } from './rhythm-waits';
import type { Spending, WastePareto } from './waste-pareto';

/** A name with what is said of it, and further sentences. */
export interface DetailRow {
  readonly name: string;
  readonly value: string;
  readonly notes: readonly string[];
}

const nameOf = (graph: MapGraph, id: string): string =>
  graph.node.get(id)?.name ?? graph.roles.get(id)?.name ?? id;

/** The ends of a figure in words; null where inputs lack or nothing varies. */
export function describeRange(graph: MapGraph, key: RangedKey, { low, likely, high }: Range): string | null {
  if (low === null || likely === null || high === null || low === high) return null;
  const say = (value: number): string => formatFigure(key, value, graph.currency);
  return words.range(say(low), say(high), say(likely));
}

const origins: readonly Origin[] = ['measured', 'log', 'estimate', 'guess', 'unstated'];

/** Which part of a figure is measured, from logs, estimated, guessed or not stated. */
export function describeProvenance({ parts }: Provenance): string {
  const known = origins.filter((origin) => parts[origin] > 0);
  return words.origins(known.map((origin) => words.origin[origin](formatShare(parts[origin], 0))));
}

/** A bar of the Pareto of wastes in words. */
export interface SpendingRow extends DetailRow {
  readonly id: Spending;
}

/** The bars of the Pareto of wastes that hold any time, each with its lead time, its share of it and its effort. */
export function describePareto({ bars, leadTime, isPart }: WastePareto): readonly SpendingRow[] {
  const shown = bars.filter((bar) => bar.leadTime > 0 || bar.effort > 0);
  return shown.map((bar, at) => {
    const share = formatShare(leadTime > 0 ? bar.leadTime / leadTime : 0, 0);
    return {
      id: bar.id,
      name: words.spending[bar.id],
      value: words.spent(formatDuration(bar.leadTime), share, formatDuration(bar.effort)),
      notes: isPart && at === shown.length - 1 ? [words.partOnly] : [],
    };
  });
}

function sayQueue({ wait, utilisation, chanceOfWaiting, reason }: QueueEstimate): string {
  const load = formatShare(utilisation ?? 0, 0);
  if (reason === 'grows') return words.queueGrows(load);
  if (wait === null) return words.queueUnknown;
  return words.queue(
    formatDuration(wait < 10 ? wait : Math.round(wait)),
    load,
    formatShare(chanceOfWaiting ?? 0, 0),
  );
}

/** What the queues of the roles explain, with the steps whose stated wait they do not. */
export function describeQueues(graph: MapGraph, estimates: readonly QueueEstimate[]): readonly DetailRow[] {
  return estimates.map((estimate) => {
    const long = estimate.steps
      .filter(({ isExplained }) => isExplained === false)
      .map(({ node, stated }) => words.stepWith(nameOf(graph, node), formatDuration(stated ?? 0)));
    const assumed = estimate.queue === null ? [] : estimate.assumed.map((each) => words.assumed[each]);
    const notes = long.length === 0 ? assumed : [...assumed, words.tooLong(long)];
    return { name: nameOf(graph, estimate.role), value: sayQueue(estimate), notes };
  });
}

/** What dates and batches explain of the waits. */
export function describeRhythms(graph: MapGraph, waits: readonly RhythmWait[]): readonly DetailRow[] {
  return waits.flatMap(({ node, cadence, batch, stated }) => {
    const parts = [
      ...(cadence === null ? [] : [words.cadence(formatDuration(cadence))]),
      ...(batch === null ? [] : [words.batch(formatDuration(batch))]),
    ];
    if (parts.length === 0) return [];
    const said = stated === null ? parts : [...parts, words.stated(formatDuration(stated))];
    return [{ name: nameOf(graph, node), value: said.join(', '), notes: [] }];
  });
}

/** Counted items beside those that Little's law expects. */
export function describeLittle(graph: MapGraph, checks: readonly LittleCheck[]): readonly DetailRow[] {
  return checks.map(({ node, counted, expected, factor }) => ({
    name: node === null ? words.wholeStream : nameOf(graph, node),
    value: words.counted(formatNumber(counted), formatNumber(expected)),
    notes: factor === null ? [] : [words.factor(formatNumber(factor))],
  }));
}
