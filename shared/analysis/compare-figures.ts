import { formatFigure, sayFigure } from '../figures/describe';
import { computeFigures } from '../figures/compute-figures';
import type { FigureKey, Figures } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import { figuresText } from '../text/figures';
import { fixesText } from '../text/fixes';

/** How a figure changes: for the better, for the worse, not at all, or unknown. */
export type Mark = 'better' | 'worse' | 'same' | 'unknown';

/** A figure before and after, in words. */
export interface FigureChange {
  readonly id: FigureKey | 'busiest';
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** By how much it changes, with its sign: `−4h`, `+1.5 points`; null where it stays or is unknown. */
  readonly difference: string | null;
  readonly mark: Mark;
}

/** Main figures, and what counts as better. Money is left out where it is unknown on both sides. */
const compared: readonly (readonly [FigureKey, 'less' | 'more', 'always' | 'known'])[] = [
  ['leadTimeExpected', 'less', 'always'],
  ['effortPersonHours', 'less', 'always'],
  ['activityRatio', 'more', 'always'],
  ['rolledCompleteAccurate', 'more', 'always'],
  ['handoffsProvider', 'less', 'always'],
  ['costPerItem', 'less', 'known'],
];

/** Figures that are shares differ by points. */
const shares: readonly FigureKey[] = ['activityRatio', 'rolledCompleteAccurate'];

/** Smaller differences are noise of the arithmetic. */
const noise = 1e-9;

function markOf(before: number | null, after: number | null, better: 'less' | 'more'): Mark {
  if (before === null || after === null) return 'unknown';
  const change = after - before;
  if (Math.abs(change) <= noise * Math.max(1, Math.abs(before))) return 'same';
  return change < 0 === (better === 'less') ? 'better' : 'worse';
}

const signed = (change: number, text: string): string =>
  change < 0 ? fixesText.preview.less(text) : fixesText.preview.more(text);

function pointsBetween(before: number | null, after: number | null): string | null {
  if (before === null || after === null) return null;
  const points = Math.round(Math.abs(after - before) * 1000) / 10;
  return points === 0 ? null : signed(after - before, fixesText.preview.points(formatNumber(points)));
}

function differenceOf(key: FigureKey, before: number | null, after: number | null): string | null {
  if (before === null || after === null || markOf(before, after, 'less') === 'same') return null;
  if (shares.includes(key)) return pointsBetween(before, after);
  return signed(after - before, formatFigure(key, Math.abs(after - before)));
}

interface Busiest {
  readonly name: string;
  readonly share: number;
}

/** The role with the most work for its people, where demand and people are known. */
function busiestOf(graph: MapGraph, { utilisation }: Figures): Busiest | null {
  let found: Busiest | null = null;
  for (const [id, share] of utilisation)
    if (share !== null && (found === null || share > found.share))
      found = { name: graph.roles.get(id)?.name ?? id, share };
  return found;
}

function busiestChange(before: Busiest | null, after: Busiest | null): FigureChange[] {
  if (before === null && after === null) return [];
  const isSame = before?.name === after?.name;
  const say = (one: Busiest | null): string => {
    if (one === null) return figuresText.unknown;
    const share = formatShare(one.share, 0);
    return isSame ? share : fixesText.preview.role(one.name, share);
  };
  return [
    {
      id: 'busiest',
      name: isSame ? fixesText.preview.busy(before?.name ?? '') : fixesText.preview.busiest,
      before: say(before),
      after: say(after),
      difference: pointsBetween(before?.share ?? null, after?.share ?? null),
      mark: markOf(before?.share ?? null, after?.share ?? null, 'less'),
    },
  ];
}

/** The main figures of two maps side by side. */
export function compareFigures(before: MapGraph, after: MapGraph): FigureChange[] {
  const [then, now] = [computeFigures(before), computeFigures(after)];
  const rows = compared.flatMap(([key, better, when]): FigureChange[] => {
    const [a, b] = [then.figure[key], now.figure[key]];
    if (when === 'known' && a.value === null && b.value === null) return [];
    const format = (value: number): string => formatFigure(key, value);
    const texts = { before: sayFigure(a, format), after: sayFigure(b, format) };
    const isUnknown = a.value === null || b.value === null;
    const mark = isUnknown && texts.before === texts.after ? 'same' : markOf(a.value, b.value, better);
    const difference = differenceOf(key, a.value, b.value);
    return [{ id: key, name: figuresText.name[key], ...texts, difference, mark }];
  });
  return [...rows, ...busiestChange(busiestOf(before, then), busiestOf(after, now))];
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
}

/** The role that does on the second map what a role does on the first: itself, or the one that took its place at a step. */
function roleAfter(before: MapGraph, after: MapGraph, role: string): string {
  const steps = before.nodes.filter((node) => node.role === role).map(({ id }) => after.node.get(id)?.role);
  return steps.includes(role) ? role : (steps.find((each) => each !== undefined) ?? role);
}

/** Roles that become busier or less busy by half a percent or more, the largest change first; a role without any work left has no queue to speak of. */
export function loadChanges(before: MapGraph, after: MapGraph): LoadChange[] {
  const [then, now] = [computeFigures(before).utilisation, computeFigures(after).utilisation];
  const changes = [...then].flatMap(([id, share]) => {
    const next = now.get(roleAfter(before, after, id)) ?? null;
    const role = before.roles.get(id)?.name ?? id;
    return share === null || next === null || next === 0 || Math.abs(next - share) < 0.005
      ? []
      : [{ role, before: share, after: next }];
  });
  return changes.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
