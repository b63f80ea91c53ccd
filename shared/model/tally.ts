import type { Project } from './project';
import { listOf, lookUp, membersOf, type WithId } from './queries';
import type { Vote } from './workshop';

/** What a dot vote gave one choice; `place` is 1 for the most dots, the same for choices with as many. */
export interface Tallied {
  readonly id: string;
  readonly dots: number;
  readonly place: number;
  /** True where another choice has as many dots, and some. */
  readonly isTied: boolean;
}

/** The dots of a ballot by person, in the order of their names. */
export function votesOf(project: Project, ballot: string): WithId<Vote>[] {
  return Object.entries(project.votes)
    .filter(([, vote]) => vote.ballot === ballot)
    .map(([id, vote]) => ({ ...vote, id }))
    .sort((a, b) => a.voter.localeCompare(b.voter, 'en', { numeric: true }));
}

/** The choices of a ballot by their dots, most first; dots that were given to something else do not count. */
export function tallyOf(project: Project, ballotId: string): readonly Tallied[] {
  const ballot = lookUp(project.ballots, ballotId);
  if (!ballot) return [];
  const votes = votesOf(project, ballotId);
  const counted = membersOf(ballot.choices).map((id) => ({
    id,
    dots: votes.reduce((sum, { dots }) => sum + (lookUp(dots, id) ?? 0), 0),
  }));
  return [...counted]
    .sort((a, b) => b.dots - a.dots)
    .map((each) => ({
      ...each,
      place: counted.filter((other) => other.dots > each.dots).length + 1,
      isTied: each.dots > 0 && counted.filter((other) => other.dots === each.dots).length > 1,
    }));
}

/** The choices that share the first place, where more than one does: they want a second round. */
export function tiedFirst(tally: readonly Tallied[]): readonly string[] {
  const first = tally.filter((each) => each.place === 1 && each.isTied);
  return first.map((each) => each.id);
}

/** Dots by id of a choice in the last ballot of a stream that was revealed; empty where there is none. */
export function lastResult(project: Project, stream: string): ReadonlyMap<string, number> {
  const ballot = listOf(project.ballots)
    .filter((each) => each.stream === stream && each.isRevealed === true)
    .at(-1);
  if (!ballot) return new Map();
  return new Map(tallyOf(project, ballot.id).flatMap(({ id, dots }) => (dots > 0 ? [[id, dots]] : [])));
}
