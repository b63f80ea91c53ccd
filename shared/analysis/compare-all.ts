import { computeFigures } from '../figures/compute-figures';
import { formatFigure, sayFigure } from '../figures/describe';
import type { Figure, FigureKey } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import { compareText } from '../text/compare';
import { figuresText } from '../text/figures';
import { fixesText } from '../text/fixes';
import {
  differenceOf,
  type FigureChange,
  type Mark,
  markOf,
  pointsBetween,
  roleAfter,
  type SampledBoth,
  sampledChanges,
} from './compare-figures';

/** A figure before and after with its relative change. */
export interface FigureRow extends Omit<FigureChange, 'id'> {
  readonly id: string;
  /** `−42 %`; null for shares, where nothing changes, and where one side is unknown or zero. */
  readonly percent: string | null;
  /** What the figure is; null for those of one role. */
  readonly definition: string | null;
}

/** Figures of one subject. */
export interface FigureGroup {
  readonly id: keyof typeof compareText.figures.groups;
  readonly rows: readonly FigureRow[];
}

type Better = 'less' | 'more' | 'neither';

const keys: Readonly<
  Record<'time' | 'quality' | 'flow' | 'people' | 'money', readonly (readonly [FigureKey, Better])[]>
> = {
  time: [
    ['leadTimeExpected', 'less'],
    ['leadTimeSinglePass', 'less'],
    ['leadTimeElapsed', 'less'],
    ['slaTime', 'less'],
    ['waitOnPath', 'less'],
    ['processTimeOnPath', 'less'],
    ['afterValueTail', 'less'],
    ['activityRatio', 'more'],
    ['processCycleEfficiency', 'more'],
  ],
  quality: [
    ['rolledCompleteAccurate', 'more'],
    ['rolledPerStep', 'more'],
    ['firstPassYield', 'more'],
    ['reworkEffortShare', 'less'],
    ['hiddenRepair', 'less'],
  ],
  flow: [
    ['handoffs', 'less'],
    ['handoffsProvider', 'less'],
    ['wip', 'less'],
    ['takt', 'neither'],
  ],
  people: [
    ['effortPersonHours', 'less'],
    ['consumerEffort', 'less'],
    ['peopleNeeded', 'less'],
  ],
  money: [
    ['costPerItem', 'less'],
    ['costPerMonth', 'less'],
    ['delayCostPerMonth', 'less'],
  ],
};

const shares: readonly FigureKey[] = [
  'activityRatio',
  'processCycleEfficiency',
  'rolledCompleteAccurate',
  'rolledPerStep',
  'firstPassYield',
  'reworkEffortShare',
];

/** The relative change, `−42 %`. */
function percentOf(a: number | null, b: number | null): string | null {
  if (a === null || b === null || a <= 0 || a === b) return null;
  const text = formatShare(Math.abs(b - a) / a, 0);
  return compareText.figures.signed(b < a ? '−' : '+', text);
}

function toned(mark: Mark, better: Better): Mark {
  return better === 'neither' && mark !== 'unknown' ? 'same' : mark;
}

function rowOf(
  key: FigureKey,
  better: Better,
  [a, b]: readonly [Figure, Figure],
  currency: string,
): FigureRow {
  const format = (value: number): string => formatFigure(key, value, currency);
  const [before, after] = [sayFigure(a, format), sayFigure(b, format)];
  const isUnknown = a.value === null || b.value === null;
  const isSame = before === after && (!isUnknown || before !== figuresText.unknown);
  const isShare = shares.includes(key);
  return {
    id: key,
    name: figuresText.name[key],
    definition: figuresText.definition[key],
    before,
    after,
    difference: isSame
      ? null
      : isShare
        ? pointsBetween(a.value, b.value)
        : differenceOf(key, a.value, b.value),
    percent: isShare || isSame ? null : percentOf(a.value, b.value),
    mark: isSame ? 'same' : toned(markOf(a.value, b.value, better === 'more' ? 'more' : 'less'), better),
  };
}

/** What is unknown on both maps, or a share of nothing, says nothing. */
const isSaid = (a: Figure, b: Figure): boolean =>
  [a, b].some(({ value, lower, upper }) => (value ?? lower ?? upper) !== null);

/** How busy each role is, and how many people it needs. */
function roleRows(before: MapGraph, after: MapGraph): FigureRow[] {
  const [then, now] = [computeFigures(before), computeFigures(after)];
  return [...before.roles].flatMap(([id, { name }]): FigureRow[] => {
    const next = roleAfter(before, after, id);
    const isThere = [...before.nodes, ...after.nodes].some(({ role }) => role === id || role === next);
    const [a, b] = [then.utilisation.get(id) ?? null, now.utilisation.get(next) ?? null];
    const [c, d] = [then.peopleNeeded.get(id) ?? null, now.peopleNeeded.get(next) ?? null];
    if (!isThere || (a === null && b === null && c === null && d === null)) return [];
    const busy = (value: number | null): string =>
      value === null ? figuresText.unknown : formatShare(value, 0);
    const needed = (value: number | null): string =>
      value === null ? figuresText.unknown : formatNumber(value);
    return [
      {
        id: `busy ${id}`,
        name: fixesText.preview.busy(name),
        definition: null,
        before: busy(a),
        after: busy(b),
        difference: pointsBetween(a, b),
        percent: null,
        mark: markOf(a, b, 'less'),
      },
      {
        id: `needed ${id}`,
        name: compareText.figures.needed(name),
        definition: null,
        before: needed(c),
        after: needed(d),
        difference: differenceOf('peopleNeeded', c, d),
        percent: percentOf(c, d),
        mark: markOf(c, d, 'less'),
      },
    ];
  });
}

/** Every figure of two maps side by side, by subject; percentiles where one of them was sampled. Figures that nobody knows on either map are left out. */
export function compareAll(before: MapGraph, after: MapGraph, sampled?: SampledBoth): readonly FigureGroup[] {
  const [then, now] = [computeFigures(before).figure, computeFigures(after).figure];
  const rows = (id: keyof typeof keys): FigureRow[] =>
    keys[id].flatMap(([key, better]) =>
      isSaid(then[key], now[key]) ? [rowOf(key, better, [then[key], now[key]], after.currency)] : [],
    );
  const isSampled = sampled !== undefined && (sampled.before ?? sampled.after) !== null;
  const percentiles = (isSampled ? sampledChanges(sampled) : []).map((row): FigureRow => {
    const [a, b] =
      row.id === 'p50' || row.id === 'p85' || row.id === 'p95'
        ? [sampled?.before?.[row.id] ?? null, sampled?.after?.[row.id] ?? null]
        : [null, null];
    return { ...row, percent: percentOf(a, b), definition: null };
  });
  const groups: FigureGroup[] = [
    { id: 'time', rows: rows('time') },
    { id: 'sampled', rows: percentiles },
    { id: 'quality', rows: rows('quality') },
    { id: 'flow', rows: rows('flow') },
    { id: 'people', rows: [...rows('people'), ...roleRows(before, after)] },
    { id: 'money', rows: rows('money') },
  ];
  return groups.filter((group) => group.rows.length > 0);
}
