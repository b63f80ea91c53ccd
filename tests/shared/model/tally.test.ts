import { describe, expect, it } from 'vitest';
import { addBallot, castVote, revealBallot } from '../../../shared/commands/ballots';
import type { Command } from '../../../shared/commands/command';
import { addNote } from '../../../shared/commands/workshop-notes';
import { lastResult, tallyOf, tiedFirst, votesOf } from '../../../shared/model/tally';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { doUndoRedo } from '../../helpers/do-undo-redo';

const start = buildMap((m) => m.step('approve')).project;

function room(votes: Readonly<Record<string, Record<string, number>>>): Project {
  const ballot = { stream: 'stream', name: 'Worst', quota: 3, choices: ['a', 'b', 'c', 'd'] };
  const commands: Command[] = [
    ...ballot.choices.map((id) => addNote({ stream: 'stream', kind: 'wall', name: id }, () => id)),
    addBallot(ballot, () => 'ballot'),
    ...Object.entries(votes).map(([voter, dots]) =>
      castVote({ ballot: 'ballot', voter, dots }, () => voter.replace(' ', '-')),
    ),
  ];
  return commands.reduce(doUndoRedo, start);
}

describe('the count of a dot vote', () => {
  it('sorts by dots; as many dots are the same place, and no dot is no tie', () => {
    // a: 1 + 0 = 1; b: 2 + 1 = 3; c: 0 + 1 = 1; d: nothing.
    const tally = tallyOf(room({ Ada: { a: 1, b: 2 }, Bo: { b: 1, c: 1 } }), 'ballot');
    expect(tally).toEqual([
      { id: 'b', dots: 3, place: 1, isTied: false },
      { id: 'a', dots: 1, place: 2, isTied: true },
      { id: 'c', dots: 1, place: 2, isTied: true },
      { id: 'd', dots: 0, place: 4, isTied: false },
    ]);
    expect(tiedFirst(tally)).toEqual([]);
  });

  it('names those that share the first place', () => {
    const tally = tallyOf(room({ Ada: { a: 2, c: 1 }, Bo: { c: 1, d: 1 } }), 'ballot');
    expect(tiedFirst(tally)).toEqual(['a', 'c']);
  });

  it('puts people in the order of their numbers', () => {
    const voted = room({ 'Person 10': { a: 1 }, 'Person 2': { a: 1 } });
    expect(votesOf(voted, 'ballot').map((vote) => vote.voter)).toEqual(['Person 2', 'Person 10']);
  });

  it('is known to the wall only once it is revealed', () => {
    const voted = room({ Ada: { a: 2, b: 1 } });
    expect([...lastResult(voted, 'stream')]).toEqual([]);
    const shown = doUndoRedo(voted, revealBallot({ id: 'ballot' }));
    expect([...lastResult(shown, 'stream')]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect([...lastResult(shown, 'another')]).toEqual([]);
    expect(tallyOf(shown, 'gone')).toEqual([]);
  });
});
