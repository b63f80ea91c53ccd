import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { Ballot } from '../model/workshop';
import { en } from '../text/en';
import { roomCommandsText as words } from '../text/room-commands';
import { sameName, type MakingCommand } from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

const { refused } = en.commands;

/** Starts a dot vote over notes, groups or improvements, in the order of `choices`. */
export function addBallot(
  {
    choices,
    ...ballot
  }: Pick<Ballot, 'name' | 'stream' | 'quota'> & {
    readonly choices: readonly string[];
  },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'ballot.add',
    label: words.label.addBallot(ballot.name),
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, ballot.stream)) return refused.streamGone;
      if (ballot.name.trim() === '') return refused.noName;
      return new Set(choices).size < 2 ? words.refused.fewChoices : null;
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.ballots));
      const members = Object.fromEntries([...new Set(choices)].map((each, index) => [each, index + 1]));
      draft.ballots[id] = { ...ballot, name: ballot.name.trim(), order, choices: members };
    },
  };
}

/** Why these dots cannot be given, or null. */
function refuseDots(ballot: Ballot, dots: Readonly<Record<string, number>>): string | null {
  if (ballot.isRevealed === true) return words.refused.isRevealed;
  if (Object.keys(dots).some((id) => !Object.hasOwn(ballot.choices, id))) return words.refused.choiceGone;
  const sum = Object.values(dots).reduce((total, each) => total + each, 0);
  if (sum === 0) return words.refused.noDots;
  return sum > ballot.quota ? words.refused.tooManyDots(ballot.quota) : null;
}

function voteOf(project: Project, ballot: string, voter: string): string | undefined {
  return Object.entries(project.votes).find(
    ([, vote]) => vote.ballot === ballot && sameName(vote.voter, voter),
  )?.[0];
}

/** Gives the dots of one person; whoever has voted already must take that back first. */
export function castVote(
  {
    ballot: ballotId,
    voter,
    dots,
  }: { readonly ballot: string; readonly voter: string; readonly dots: Readonly<Record<string, number>> },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  const given = Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0));
  return {
    name: 'vote.cast',
    label: words.label.castVote(voter.trim()),
    made: [id],
    refuse(project) {
      const ballot = lookUp(project.ballots, ballotId);
      if (!ballot) return words.refused.ballotGone;
      if (voter.trim() === '') return refused.noName;
      if (voteOf(project, ballotId, voter) !== undefined) return words.refused.hasVoted(voter.trim());
      return refuseDots(ballot, given);
    },
    apply(draft) {
      draft.votes[id] = { ballot: ballotId, voter: voter.trim(), dots: given };
    },
  };
}

/** Takes the dots of one person back, while they are hidden. */
export function takeVoteBack({ id }: { readonly id: string }): Command {
  return {
    name: 'vote.takeBack',
    label: words.label.takeVoteBack,
    refuse(project) {
      const vote = lookUp(project.votes, id);
      if (!vote) return words.refused.voteGone;
      return lookUp(project.ballots, vote.ballot)?.isRevealed === true ? words.refused.isRevealed : null;
    },
    apply(draft) {
      delete draft.votes[id];
    },
  };
}

/** Shows the result of a dot vote; it takes no more dots then. */
export function revealBallot({ id }: { readonly id: string }): Command {
  return {
    name: 'ballot.reveal',
    label: words.label.revealBallot,
    refuse(project) {
      const ballot = lookUp(project.ballots, id);
      if (!ballot) return words.refused.ballotGone;
      if (ballot.isRevealed === true) return words.refused.isRevealed;
      return Object.values(project.votes).some((vote) => vote.ballot === id)
        ? null
        : words.refused.nobodyVoted;
    },
    apply(draft) {
      const ballot = lookUp(draft.ballots, id);
      if (ballot) ballot.isRevealed = true;
    },
  };
}

/** Deletes a dot vote with its dots. */
export function deleteBallot({ id }: { readonly id: string }): Command {
  return {
    name: 'ballot.delete',
    label: words.label.deleteBallot,
    refuse: (project) => (lookUp(project.ballots, id) ? null : words.refused.ballotGone),
    apply(draft) {
      delete draft.ballots[id];
      for (const [voteId, vote] of Object.entries(draft.votes))
        if (vote.ballot === id) delete draft.votes[voteId];
    },
  };
}
