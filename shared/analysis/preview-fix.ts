import type { FrameworkPack } from '../catalogue/types';
import type { Project } from '../model/project';
import { graphOf, type MapGraph } from '../model/queries';
import { formatDuration } from '../model/units-format';
import { severities } from '../model/value-sets';
import { fixesText } from '../text/fixes';
import { analyse } from './analyse';
import { changesOn } from './changed-map';
import { compareFigures, type FigureChange, loadChanges } from './compare-figures';
import { type PlacedFinding, placed } from './placed-findings';
import { type FixPlan, type FixWish, type NoFix, planFix } from './plan-fix';
import type { AnalysisRule } from './rule';
import type { RuleSettings } from './rule-settings';
import type { Finding, ProfileId } from './types';

/**
 * What becomes of the finding that a fix is for. `absent`: that future state does not have it any more;
 * `unknown`: it rests on what a preview does not have, such as sampled lead times.
 */
export type Fate = 'gone' | 'lower' | 'unchanged' | 'higher' | 'absent' | 'unknown';

/** What the preview depends on besides the fix. */
export interface PreviewWish extends FixWish {
  readonly rule: AnalysisRule;
  readonly finding: Finding;
  readonly pack: FrameworkPack;
  readonly profile: ProfileId;
  /** ISO date. */
  readonly today: string;
  /** How rules judge on this computer, as in `analyse`. */
  readonly application?: RuleSettings['application'];
}

/** What a fix would change. */
export interface FixPreview extends FixPlan {
  /** What changes on the map, line by line. */
  readonly changes: readonly string[];
  readonly figures: readonly FigureChange[];
  readonly fate: Fate;
  /** The finding on that map before and after, null where it is not there. */
  readonly findingBefore: Finding | null;
  readonly findingAfter: PlacedFinding | null;
  /** Other findings that come and go. */
  readonly appears: readonly PlacedFinding[];
  readonly disappears: readonly PlacedFinding[];
  /** Why the true gain may differ, where people get more or less to do; null where they do not. */
  readonly whatIf: string | null;
}

const keyOf = ({ rule, about }: Pick<Finding, 'rule' | 'about'>): string =>
  `${rule} ${[...about].sort().join(' ')}`;

/** Findings of a map, the one asked about and those that people see. Templates are not spared: a fix is no reason for new questions. */
function findingsOn(project: Project, graph: MapGraph, wish: PreviewWish): readonly Finding[] {
  const { pack, profile, today, application = [] } = wish;
  return analyse(graph, {
    pack,
    profile,
    today,
    suppressForTemplates: false,
    waivers: project.waivers,
    settings: { application, project: project.ruleSettings },
  }).findings;
}

const isSeen = ({ supersededBy, waived }: Finding): boolean => supersededBy === null && !waived;

const severityRank = ({ severity }: Finding): number => severities.indexOf(severity);

/** Positive where the second finding has less at stake, negative where it has more, 0 where it has as much or nobody knows. */
function lessAtStake(before: Finding, after: Finding): number {
  const worse = severityRank(after) - severityRank(before);
  if (worse !== 0) return worse;
  for (const what of ['leadTime', 'effortPerMonth'] as const) {
    const [then, now] = [before.impact[what], after.impact[what]];
    if (then !== null && now !== null && Math.abs(then - now) > 1e-6) return then - now;
  }
  return 0;
}

const sameEvidence = (a: Finding, b: Finding): boolean =>
  JSON.stringify(a.evidence) === JSON.stringify(b.evidence);

/** Evidence has no direction of its own: where it changes and nothing is known to be at stake, the figures tell. */
function fateByFigures(figures: readonly FigureChange[]): Fate {
  const marks = figures.map(({ mark }) => mark);
  if (marks.includes('better') && !marks.includes('worse')) return 'lower';
  return marks.includes('worse') && !marks.includes('better') ? 'higher' : 'unchanged';
}

function fateOf(before: Finding | null, after: Finding | null, figures: readonly FigureChange[]): Fate {
  if (before === null) return after === null ? 'absent' : 'higher';
  if (after === null) return 'gone';
  const less = lessAtStake(before, after);
  if (less !== 0) return less > 0 ? 'lower' : 'higher';
  return sameEvidence(before, after) ? 'unchanged' : fateByFigures(figures);
}

/** The finding after a fix: about the same things, or the only new one of its rule about a role that took the place of another. */
function findAfter(
  wish: PreviewWish,
  own: string,
  before: readonly Finding[],
  after: readonly Finding[],
): Finding | null {
  const same = after.find((each) => keyOf(each) === own);
  if (same || wish.rule.scope !== 'role') return same ?? null;
  const known = new Set(before.map(keyOf));
  return after.find((each) => each.rule === wish.rule.id && !known.has(keyOf(each))) ?? null;
}

/** Why waits that are entered make the gain smaller or larger than it will be (reference 3.6). */
function whatIfNote(before: MapGraph, after: MapGraph): string | null {
  const [largest] = loadChanges(before, after);
  if (!largest) return null;
  const { role, before: then, after: now, queue } = largest;
  const waits = queue && fixesText.preview.queue(formatDuration(queue.before), formatDuration(queue.after));
  const load = now < then ? fixesText.preview.lessLoad : fixesText.preview.moreLoad;
  return load(role, then, now) + (waits ?? '');
}

/**
 * What a fix would do, before it is done: the command (one undo step, the copy of the map included), what it changes,
 * the main figures before and after on the map that it changes, and what becomes of the findings there. A `correct`
 * fix is shown on the map itself; an `improve` fix on a future state, compared with that future state as it is now (a
 * new copy is as the shown map): what was improved there before is not counted as the gain of this fix. `targetsOf`
 * argues which map that is.
 */
export function previewFix(wish: PreviewWish): FixPreview | NoFix {
  const plan = planFix(wish);
  if (plan.kind === 'unfit') return plan;
  const [graph, next] = [graphOf(plan.before, plan.map), graphOf(plan.after, plan.map)];
  if (!graph || !next) return { kind: 'unfit', target: plan.target, sentence: fixesText.unfit.mapGone };
  const before = findingsOn(plan.before, graph, wish);
  const after = findingsOn(plan.after, next, wish);
  const own = keyOf({ rule: wish.rule.id, about: plan.about });
  const findingBefore = before.find((each) => keyOf(each) === own) ?? null;
  const findingAfter = findAfter(wish, own, before, after);
  const [then, now] = [before, after].map((findings) => new Set(findings.filter(isSeen).map(keyOf)));
  const isOther = (each: Finding): boolean => keyOf(each) !== own && each !== findingAfter;
  const figures = compareFigures(graph, next);
  return {
    ...plan,
    changes: changesOn(plan.before, plan.after, plan.map, wish.pack),
    figures,
    fate:
      findingBefore === null && plan.target.kind !== 'future'
        ? 'unknown'
        : fateOf(findingBefore, findingAfter, figures),
    findingBefore,
    findingAfter: findingAfter && placed(next, findingAfter),
    appears: after
      .filter((each) => isSeen(each) && isOther(each) && then?.has(keyOf(each)) === false)
      .map((each) => placed(next, each)),
    disappears: before
      .filter((each) => isSeen(each) && isOther(each) && now?.has(keyOf(each)) === false)
      .map((each) => placed(graph, each)),
    whatIf: whatIfNote(graph, next),
  };
}
