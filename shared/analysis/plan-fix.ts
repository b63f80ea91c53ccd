import { makeFutureCopy, futuresOf, linkBetween } from '../commands/future-copy';
import type { Command, MakeId } from '../commands/command';
import { openHistory, run } from '../commands/history';
import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import { fixesText } from '../text/fixes';
import type { AnalysisRule, FixContext } from './rule';
import type { Finding } from './types';

/** Where a fix goes: the shown map itself, a future state that is there, or a new one. */
export type FixTarget =
  | { readonly kind: 'here'; readonly map: string }
  | { readonly kind: 'future'; readonly map: string }
  | { readonly kind: 'new' };

/** What a fix is made from. */
export interface FixWish {
  readonly project: Project;
  /** The shown map, which the finding is about. */
  readonly map: string;
  readonly finding: Pick<Finding, 'about' | 'involves' | 'evidence'>;
  readonly rule: Pick<AnalysisRule, 'suggest' | 'scope'>;
  readonly suggestionIndex: number;
  /** The usual one (`targetsOf`, first) unless chosen. */
  readonly target?: FixTarget | undefined;
  readonly makeId: MakeId;
}

/** A fix that can be done. */
export interface FixPlan {
  readonly kind: 'planned';
  readonly label: string;
  readonly target: FixTarget;
  /** The id of the map that it changes, also where that is made by it. */
  readonly map: string;
  /** One undo step: the copy where there is one, and the fix. */
  readonly command: Command;
  /** The project before the fix, with the map that it changes. */
  readonly before: Project;
  readonly after: Project;
  /** The id on the changed map of what the finding is about. */
  readonly about: readonly string[];
}

/** A fix that cannot be done there, in words. */
export interface NoFix {
  readonly kind: 'unfit';
  readonly target: FixTarget;
  readonly sentence: string;
}

/**
 * The maps that a fix may go to, the usual one first.
 * A `correct` fix mends the shown map: the map said something wrong, and a copy of what is wrong helps nobody.
 * An `improve` fix changes the work itself, and the current state must stay what was observed, or nobody could compare.
 * It goes to the shown map where that is a future state already (somebody is designing it), else to the newest future
 * state that was copied from it, so that several fixes come together, else to a new copy. Another future state or a new
 * one can be chosen, to weigh one way against another.
 */
export function targetsOf(project: Project, map: string, kind: 'correct' | 'improve'): FixTarget[] {
  const here: FixTarget = { kind: 'here', map };
  if (kind === 'correct') return [here];
  const futures = futuresOf(project, map).map((each): FixTarget => ({ kind: 'future', map: each }));
  const isFuture = lookUp(project.maps, map)?.state === 'future';
  return [...(isFuture ? [here] : []), ...futures, { kind: 'new' }];
}

/** One command after another, as one gesture; refused where either is. */
function inTurn(first: Command, second: Command): Command {
  return {
    ...second,
    refuse(project) {
      const sentence = first.refuse(project);
      if (sentence !== null) return sentence;
      const done = run(openHistory(project), first);
      return done.kind === 'refused' ? done.sentence : second.refuse(done.history.project);
    },
    apply(draft) {
      first.apply(draft);
      second.apply(draft);
    },
  };
}

interface Place {
  readonly map: string;
  readonly project: Project;
  /** Makes the map, where it is new. */
  readonly copy: Command | null;
  readonly idOf: (id: string) => string | null;
}

function placeFor({ project, map, makeId }: FixWish, target: FixTarget): Place | null {
  if (target.kind === 'here') return { map: target.map, project, copy: null, idOf: (id) => id };
  if (target.kind === 'future') {
    if (!lookUp(project.maps, target.map)) return null;
    return { map: target.map, project, copy: null, idOf: linkBetween(project, map, target.map).onCopy };
  }
  const copy = makeFutureCopy({ project, map, makeId });
  const done = run(openHistory(project), copy);
  if (done.kind === 'refused') return null;
  return { map: copy.made[0], project: done.history.project, copy, idOf: copy.idOf };
}

const plainEvidence = (evidence: Finding['evidence']): FixContext['evidence'] =>
  Object.fromEntries(Object.entries(evidence).map(([name, { value }]) => [name, value]));

/** True where a remedy can be taken: one that changes a map only where its command fits what the finding is about. */
export function fitsFinding(wish: Omit<FixWish, 'target'>): boolean {
  const { project, map, finding, rule, makeId } = wish;
  const suggestion = rule.suggest[wish.suggestionIndex];
  if (suggestion === undefined || !('command' in suggestion)) return suggestion !== undefined;
  const { about, involves } = finding;
  const context = { project, map, about, involves, evidence: plainEvidence(finding.evidence), makeId };
  const command = suggestion.command(context);
  return command !== null && command.refuse(project) === null;
}

/** Prepares a fix: the command and what it leads to, or why it cannot be done there. Never throws. */
export function planFix(wish: FixWish): FixPlan | NoFix {
  const { project, map, finding, rule, makeId } = wish;
  const suggestion = rule.suggest[wish.suggestionIndex];
  const here: FixTarget = { kind: 'here', map };
  if (suggestion?.kind !== 'correct' && suggestion?.kind !== 'improve')
    return { kind: 'unfit', target: wish.target ?? here, sentence: fixesText.unfit.noCommand };
  const target = wish.target ?? targetsOf(project, map, suggestion.kind)[0] ?? here;
  const unfit = (sentence: string): NoFix => ({ kind: 'unfit', target, sentence });
  const place = placeFor(wish, target);
  if (place === null) return unfit(fixesText.unfit.mapGone);
  // A role belongs to the project, whatever else may bear its id.
  const about: readonly (string | null)[] =
    rule.scope === 'role' ? finding.about : finding.about.map(place.idOf);
  if (about.includes(null)) return unfit(fixesText.unfit.notThere);
  const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
  const command = suggestion.command({
    project: place.project,
    map: place.map,
    about: known(about),
    involves: known(finding.involves.map(place.idOf)),
    evidence: plainEvidence(finding.evidence),
    makeId,
  });
  if (command === null) return unfit(fixesText.unfit.doesNotFit);
  const named = { ...command, label: suggestion.label };
  const done = run(openHistory(place.project), named);
  if (done.kind === 'refused') return unfit(done.sentence);
  if (done.history.project === place.project) return unfit(fixesText.unfit.changesNothing);
  return {
    kind: 'planned',
    label: suggestion.label,
    target,
    map: place.map,
    command: place.copy ? inTurn(place.copy, named) : named,
    before: place.project,
    after: done.history.project,
    about: known(about),
  };
}
