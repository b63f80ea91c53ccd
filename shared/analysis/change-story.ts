import type { SampledLeadTime } from '../figures/types';
import { sameValue } from '../commands/change';
import { keep } from '../model/keep';
import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { formatDuration } from '../model/units-format';
import { changeStoryText as words } from '../text/change-story';
import { type Effect, effectOf } from './change-effect';
import { betweenMaps, type ChangeGroup, changeGroups, type GroupKind, graphWith } from './change-groups';
import { groupsToSay, sentenceOf } from './change-sentences';
import type { Telling } from './telling';

/** One change with its own effect, computed as if it were the only one. */
export interface StoryLine {
  readonly kind: GroupKind;
  /** What changes, and what it does to the lead time, or else to what it moves: `80 % of items skip both approvals: expected lead time 47h 30m to 27h 42m`. */
  readonly sentence: string;
  /** What else it moves: `effort 1h 42m to 1h 30m`. */
  readonly details: readonly string[];
  readonly effect: Effect;
  /** Nodes and flows that it is about, with the ids of the first map where they are on it. */
  readonly about: readonly string[];
}

/** What makes one map into another, told: the changes by what they save, and all of them together. */
export interface ChangeStory {
  readonly lines: readonly StoryLine[];
  readonly summary: string;
  readonly total: Effect;
  /** Whether the effects add up, and what happens to them together; null where there is one change at most. */
  readonly note: string | null;
}

export interface StoryWish {
  readonly project: Project;
  /** The state of the project that the first map is taken from, where that is another one. */
  readonly earlier?: Project;
  readonly before: string;
  readonly after: string;
  /** Sampled lead times, for the share within the target. */
  readonly sampled?: { readonly before: SampledLeadTime | null; readonly after: SampledLeadTime | null };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function withEffect(clause: string, effect: Effect): Pick<StoryLine, 'sentence' | 'details'> {
  const [first, ...rest] = effect.says;
  if (first !== undefined) return { sentence: words.effect(clause, first), details: rest };
  const isKnown = effect.leadTimeSaved !== null && effect.effortSaved !== null;
  return { sentence: words.effect(clause, isKnown ? words.noEffect : words.effectUnknown), details: [] };
}

/** The biggest saving first; what costs time after what does nothing, what is unknown last. */
function byGain(a: StoryLine, b: StoryLine): number {
  const gain = ({ effect }: StoryLine): number => effect.leadTimeSaved ?? -Infinity;
  const effort = ({ effect }: StoryLine): number => effect.effortSaved ?? -Infinity;
  return gain(b) - gain(a) || 0 || effort(b) - effort(a) || 0;
}

/** Savings that differ by less than this are called the same, minutes. */
const slack = 3;

/** Whether the effects of the lines add up to that of all. */
function noteOf(lines: readonly StoryLine[], total: Effect): string | null {
  const moving = lines.filter(({ effect }) => Math.abs(effect.leadTimeSaved ?? 1) > 1e-6);
  if (moving.length < 2) return null;
  const known = lines.flatMap(({ effect }) => effect.leadTimeSaved ?? []);
  const sum = known.reduce((all, each) => all + each, 0);
  if (known.length < lines.length || total.leadTimeSaved === null) return words.unclear;
  if (sum <= 0 || total.leadTimeSaved <= 0) return words.unclear;
  const rest = total.leadTimeSaved - sum;
  if (Math.abs(rest) < slack) return null;
  return rest < 0
    ? words.more(formatDuration(sum), formatDuration(total.leadTimeSaved))
    : words.less(formatDuration(sum), formatDuration(total.leadTimeSaved));
}

/** What figures take from round the map. */
const numbersRound = ({ stream, roles, currency }: MapGraph): unknown => [
  currency,
  streamNumbers.map((key) => stream[key] ?? null),
  Object.fromEntries(
    [...roles].map(([id, role]) => [id, roleNumbers.map((key) => role[key] ?? null)] as const),
  ),
];
const roleNumbers = ['people', 'availability', 'ratePerHour'] as const;
const streamNumbers = [
  'demandPerMonth',
  'demandCv',
  'arrivalsPerMonth',
  'departuresPerMonth',
  'itemsInProgress',
  'failureDemandShare',
  'targetLeadTime',
  'costOfDelayPerHour',
] as const;

/** True where demand, target, money and the people of all roles are the same on both maps. */
const sameRound = (then: MapGraph, now: MapGraph): boolean =>
  sameValue(numbersRound(then), numbersRound(now));

/** Every change that is told by itself; other working hours are one of them. */
function groupsOf(telling: Telling): readonly ChangeGroup[] {
  const { old: then, now, between } = telling;
  const round = (kind: 'calendar' | 'round'): ChangeGroup => ({ kind, about: [], apply: (rows) => rows });
  return [
    ...groupsToSay(telling, changeGroups(between.matched)),
    ...(sameValue(then.calendar, now.calendar) ? [] : [round('calendar')]),
    ...(between.earlier === between.project || sameRound(then, now) ? [] : [round('round')]),
  ];
}

interface Told {
  readonly telling: Telling;
  readonly lines: readonly StoryLine[];
}

/** What goes through the stream, as somebody named it. */
const itemsOf = ({ stream }: MapGraph): string => stream.itemName?.trim() || words.items;

function tell({ project, earlier = project, before, after }: StoryWish): Told | null {
  const between = betweenMaps(project, before, after, earlier);
  const then = between && graphWith(between, between.matched.old);
  const now = between && graphWith(between, between.matched.now, true);
  if (!between || !then || !now) return null;
  const telling: Telling = { between, old: then, now, items: itemsOf(then) };
  const lines = groupsOf(telling).flatMap((group): StoryLine[] => {
    const rows = group.apply(between.matched.old);
    const alone = graphWith(between, rows, group.kind === 'calendar', group.kind === 'round');
    if (!alone) return [];
    const effect = effectOf(then, alone);
    const said = withEffect(capital(sentenceOf(telling, group)), effect);
    return [{ kind: group.kind, ...said, effect, about: group.about }];
  });
  return { telling, lines: lines.sort(byGain) };
}

const tellings = keep<Project, WeakMap<Project, Map<string, Told | null>>>();

/** What is told of two maps, once for each state of the document: percentiles come later and change the sum alone. */
function toldOf(wish: StoryWish): Told | null {
  const { project, earlier = project } = wish;
  const known = tellings.once(project, '', () => new WeakMap());
  const told = known.get(earlier) ?? new Map<string, Told | null>();
  known.set(earlier, told);
  const name = `${wish.before} ${wish.after}`;
  const found = told.get(name);
  if (found !== undefined) return found;
  const made = tell(wish);
  told.set(name, made);
  return made;
}

/** Tells what makes one map into another: each change alone with its own computed effect, ordered by what it saves, and all together. Null where a map is gone. */
export function changeStory(wish: StoryWish): ChangeStory | null {
  const told = toldOf(wish);
  if (!told) return null;
  const { telling, lines } = told;
  const total = effectOf(telling.old, telling.now, wish.sampled);
  const moved = total.says.length > 0 ? total.says : [words.nothingMeasurable];
  const says = total.leadTimeSaved === null ? [...total.says, words.totalUnknown] : moved;
  return {
    lines,
    summary: lines.length === 0 ? words.nothingChanges : words.together(lines.length, says.join(', ')),
    total,
    note: noteOf(lines, total),
  };
}
