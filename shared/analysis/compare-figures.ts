import { formatFigure, sayFigure } from '../figures/describe';
import { computeFigures } from '../figures/compute-figures';
import { queueEstimates } from '../figures/queue-estimates';
import { minutesPerMonth } from '../figures/takt';
import type { FigureKey, Figures, SampledLeadTime } from '../figures/types';
import type { MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import { figuresText } from '../text/figures';
import { fixesText } from '../text/fixes';

/** How a figure changes: for the better, for the worse, not at all, or unknown. */
export type Mark = 'better' | 'worse' | 'same' | 'unknown';

/** A figure before and after, in words. */
export interface FigureChange {
  readonly id: FigureKey | 'p50' | 'p85' | 'p95' | 'withinTarget' | `busy ${string}` | `cost ${string}`;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** By how much it changes, with its sign: `−4h`, `+1.5 points`; null where it stays or is unknown. */
  readonly difference: string | null;
  readonly mark: Mark;
}

/** Main figures, and what counts as better. Items on the way and money are left out where they are unknown on both sides. */
const compared: readonly (readonly [FigureKey, 'less' | 'more', 'always' | 'known'])[] = [
  ['leadTimeExpected', 'less', 'always'],
  ['effortPersonHours', 'less', 'always'],
  ['activityRatio', 'more', 'always'],
  ['rolledCompleteAccurate', 'more', 'always'],
  ['handoffsProvider', 'less', 'always'],
  ['wip', 'less', 'known'],
  ['costPerItem', 'less', 'known'],
  ['costPerMonth', 'less', 'known'],
  ['delayCostPerMonth', 'less', 'known'],
];

/** Figures that are shares differ by points. */
const shares: readonly FigureKey[] = ['activityRatio', 'rolledCompleteAccurate'];

/** Smaller differences are noise of the arithmetic. */
const noise = 1e-9;

/** Which way a value goes: differences that are noise of the arithmetic are none. */
export function markOf(before: number | null, after: number | null, better: 'less' | 'more'): Mark {
  if (before === null || after === null) return 'unknown';
  const change = after - before;
  if (Math.abs(change) <= noise * Math.max(1, Math.abs(before))) return 'same';
  return change < 0 === (better === 'less') ? 'better' : 'worse';
}

const signed = (change: number, text: string): string =>
  change < 0 ? fixesText.preview.less(text) : fixesText.preview.more(text);

/** By how many points two shares differ, with the sign; null where they do not, or where one is unknown. */
export function pointsBetween(before: number | null, after: number | null): string | null {
  if (before === null || after === null) return null;
  const points = Math.round(Math.abs(after - before) * 1000) / 10;
  return points === 0 ? null : signed(after - before, fixesText.preview.points(formatNumber(points)));
}

/** By how much a figure differs, with the sign; null where it does not, or where one side is unknown. */
export function differenceOf(key: FigureKey, before: number | null, after: number | null): string | null {
  if (before === null || after === null || markOf(before, after, 'less') === 'same') return null;
  if (shares.includes(key)) return pointsBetween(before, after);
  return signed(after - before, formatFigure(key, Math.abs(after - before)));
}

/** The role with the most work for its people, where demand and people are known. */
function busiestOf({ utilisation }: Figures): string | null {
  let found: { readonly id: string; readonly share: number } | null = null;
  for (const [id, share] of utilisation)
    if (share !== null && (found === null || share > found.share)) found = { id, share };
  return found?.id ?? null;
}

interface Sides {
  readonly before: MapGraph;
  readonly after: MapGraph;
  readonly old: Figures;
  readonly fresh: Figures;
}

/** How much of its time a role uses, before and after; null where neither is known. */
function busyChange({ before, after, old, fresh }: Sides, role: string, next: string): FigureChange | null {
  const [a, b] = [old.utilisation.get(role) ?? null, fresh.utilisation.get(next) ?? null];
  const say = (share: number | null): string =>
    share === null ? figuresText.unknown : formatShare(share, 0);
  const name = before.roles.get(role)?.name ?? after.roles.get(next)?.name;
  if ((a === null && b === null) || name === undefined) return null;
  return {
    id: `busy ${role}`,
    name: fixesText.preview.busy(name),
    before: say(a),
    after: say(b),
    difference: pointsBetween(a, b),
    mark: markOf(a, b, 'less'),
  };
}

/** The roles that are busiest before and after, each with its own change. */
function busiestChanges(sides: Sides): FigureChange[] {
  const { before, after, old, fresh } = sides;
  const first = busiestOf(old);
  const last = busiestOf(fresh);
  const pairs = new Map<string, string>();
  if (first !== null) pairs.set(first, roleAfter(before, after, first));
  if (last !== null && ![...pairs.values()].includes(last)) pairs.set(roleAfter(after, before, last), last);
  return [...pairs].flatMap(([role, next]) => busyChange(sides, role, next) ?? []);
}

/** What the people of a role cost in a month of their time for this stream, whether they are busy or not; null where a part is unknown. */
function monthOf(graph: MapGraph, id: string): number | null {
  const { people, availability, ratePerHour } = graph.roles.get(id) ?? {};
  if (people === undefined || availability === undefined || ratePerHour === undefined) return null;
  return (people * availability * ratePerHour * minutesPerMonth(graph)) / 60;
}

/** Roles whose people cost more or less in a month than before. */
function peopleCosts({ before, after }: Sides): FigureChange[] {
  return [...before.roles].flatMap(([id, { name }]): FigureChange[] => {
    const next = roleAfter(before, after, id);
    const [a, b] = [monthOf(before, id), monthOf(after, next)];
    if (a === null || b === null || !after.nodes.some(({ role }) => role === next)) return [];
    const difference = differenceOf('costPerMonth', a, b);
    if (difference === null) return [];
    const say = (value: number): string => formatFigure('costPerMonth', value, after.currency);
    const mark = markOf(a, b, 'less');
    return [
      {
        id: `cost ${id}`,
        name: fixesText.preview.cost(name),
        before: say(a),
        after: say(b),
        difference,
        mark,
      },
    ];
  });
}

/** Sampled lead times of the two maps; null where one cannot be sampled. */
export interface SampledBoth {
  readonly before: SampledLeadTime | null;
  readonly after: SampledLeadTime | null;
}

/** Percentiles and the share of items within the target. */
export function sampledChanges({ before, after }: SampledBoth): FigureChange[] {
  const times = (['p50', 'p85', 'p95'] as const).map((id): FigureChange => {
    const [a, b] = [before?.[id] ?? null, after?.[id] ?? null];
    const say = (value: number | null): string =>
      value === null ? figuresText.unknown : formatFigure('leadTimeExpected', value);
    return {
      id,
      name: fixesText.preview.percentiles[id],
      before: say(a),
      after: say(b),
      difference: differenceOf('leadTimeExpected', a, b),
      mark: markOf(a, b, 'less'),
    };
  });
  const [a, b] = [before?.shareWithinTarget ?? null, after?.shareWithinTarget ?? null];
  if (a === null && b === null) return times;
  const say = (value: number | null): string =>
    value === null ? figuresText.unknown : formatShare(value, 0);
  const name = fixesText.preview.withinTarget;
  const mark = markOf(a, b, 'more');
  const within: FigureChange = {
    id: 'withinTarget',
    name,
    before: say(a),
    after: say(b),
    difference: pointsBetween(a, b),
    mark,
  };
  return [...times, within];
}

/** The main figures of two maps side by side; percentiles where one of them was sampled. */
export function compareFigures(before: MapGraph, after: MapGraph, sampled?: SampledBoth): FigureChange[] {
  const [then, now] = [computeFigures(before), computeFigures(after)];
  const rows = compared.flatMap(([key, better, when]): FigureChange[] => {
    const [a, b] = [then.figure[key], now.figure[key]];
    if (when === 'known' && a.value === null && b.value === null) return [];
    const format = (value: number): string => formatFigure(key, value, after.currency);
    const texts = { before: sayFigure(a, format), after: sayFigure(b, format) };
    const isUnknown = a.value === null || b.value === null;
    const mark = isUnknown && texts.before === texts.after ? 'same' : markOf(a.value, b.value, better);
    const difference = differenceOf(key, a.value, b.value);
    return [{ id: key, name: figuresText.name[key], ...texts, difference, mark }];
  });
  const sides = { before, after, old: then, fresh: now };
  const isSampled = sampled !== undefined && (sampled.before ?? sampled.after) !== null;
  return [
    ...rows.slice(0, 1),
    ...(isSampled ? sampledChanges(sampled) : []),
    ...rows.slice(1),
    ...busiestChanges(sides),
    ...peopleCosts(sides),
  ];
}

/** How the expected lead time differs between two maps. */
export function leadTimeChange(before: MapGraph, after: MapGraph): FigureChange | null {
  return compareFigures(before, after).find(({ id }) => id === 'leadTimeExpected') ?? null;
}

/** A role whose people get more or less to do. */
export interface LoadChange {
  readonly role: string;
  readonly before: number;
  readonly after: number;
  /** Minutes that its queue lets a visit wait by the estimate; null where one of the two is unknown. */
  readonly queue: { readonly before: number; readonly after: number } | null;
}

/** The node that a node is on another map: itself, or what one was copied from the other. */
function twinOf(graph: MapGraph, { id, copiedFrom = '' }: WithId<MapNode>): WithId<MapNode> | undefined {
  return (
    graph.node.get(id) ?? graph.node.get(copiedFrom) ?? graph.nodes.find((node) => node.copiedFrom === id)
  );
}

/** The role that does on the second map what a role does on the first: itself, or the one that took its place at a step. */
export function roleAfter(before: MapGraph, after: MapGraph, role: string): string {
  const steps = before.nodes.filter((node) => node.role === role).map((node) => twinOf(after, node)?.role);
  return steps.includes(role) ? role : (steps.find((each) => each !== undefined) ?? role);
}

/** How much of their time the people of each role use, 0.., before and after; roles without people or demand are absent. */
export function busyBefore(
  before: MapGraph,
  after: MapGraph,
): { readonly role: string; readonly before: number; readonly after: number }[] {
  const [then, now] = [computeFigures(before).utilisation, computeFigures(after).utilisation];
  return [...then].flatMap(([id, share]) => {
    const next = now.get(roleAfter(before, after, id)) ?? null;
    const role = before.roles.get(id)?.name ?? id;
    return share === null || next === null ? [] : [{ role, before: share, after: next }];
  });
}

/** Roles that become busier or less busy by half a percent or more, the largest change first; a role without any work left has no queue to speak of. */
export function loadChanges(before: MapGraph, after: MapGraph): LoadChange[] {
  const waitsOn = (graph: MapGraph): Map<string, number | null> =>
    new Map(queueEstimates(graph).map(({ role, wait }) => [role, wait]));
  const waits = [waitsOn(before), waitsOn(after)] as const;
  const [then, now] = [computeFigures(before).utilisation, computeFigures(after).utilisation];
  const changes = [...then].flatMap(([id, share]) => {
    const other = roleAfter(before, after, id);
    const next = now.get(other) ?? null;
    const [a, b] = [waits[0].get(id) ?? null, waits[1].get(other) ?? null];
    const queue = a === null || b === null ? null : { before: a, after: b };
    const role = before.roles.get(id)?.name ?? id;
    return share === null || next === null || next === 0 || Math.abs(next - share) < 0.005
      ? []
      : [{ role, before: share, after: next, queue }];
  });
  return changes.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
