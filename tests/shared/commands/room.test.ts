import { describe, expect, it } from 'vitest';
import {
  addAgenda,
  addAgendaItem,
  deleteAgendaItem,
  moveAgendaItem,
  setAgendaItem,
} from '../../../shared/commands/agenda';
import {
  addBallot,
  castVote,
  deleteBallot,
  revealBallot,
  takeVoteBack,
} from '../../../shared/commands/ballots';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { addImprovement, deleteImprovement } from '../../../shared/commands/improvements';
import { deleteMap } from '../../../shared/commands/maps';
import {
  addNote,
  addNoteGroup,
  deleteNote,
  deleteNoteGroup,
  moveNote,
  renameNoteGroup,
  setNote,
} from '../../../shared/commands/workshop-notes';
import type { Project } from '../../../shared/model/project';
import { listOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => m.step('approve'));
const wall = { stream: 'stream', kind: 'wall' } as const;

describe('the agenda', () => {
  const lines = [
    { name: 'Charter', day: 1, part: 'morning', minutes: 45 },
    { name: ' First walk ', day: 1, part: 'morning', minutes: 60 },
    { name: 'Times', day: 1, part: 'afternoon' },
  ] as const;
  const after = doUndoRedo(project, addAgenda({ stream: 'stream', lines }, countedIds()));

  it('is put there in one go, in its order', () => {
    expect(listOf(after.agenda)).toEqual([
      { id: 'new-1', stream: 'stream', order: 1, ...lines[0] },
      { id: 'new-2', stream: 'stream', order: 2, ...lines[1], name: 'First walk' },
      { id: 'new-3', stream: 'stream', order: 3, ...lines[2] },
    ]);
  });

  it('takes blocks, changes, another order, and loses blocks', () => {
    const more = doUndoRedo(after, addAgendaItem({ stream: 'stream', name: 'Lunch', day: 1 }, countedIds()));
    expect(more.agenda['new-1']).toMatchObject({ name: 'Lunch', order: 4 });
    const done = doUndoRedo(after, setAgendaItem({ id: 'new-1', patch: { isDone: true, spent: 57 } }));
    expect(done.agenda['new-1']).toMatchObject({ isDone: true, spent: 57 });
    const named = doUndoRedo(after, setAgendaItem({ id: 'new-1', patch: { name: ' Charter again ' } }));
    expect(named.agenda['new-1']?.name).toBe('Charter again');
    const moved = doUndoRedo(after, moveAgendaItem({ id: 'new-2', by: -1 }));
    expect(listOf(moved.agenda).map((each) => each.name)).toEqual(['First walk', 'Charter', 'Times']);
    expect(doUndoRedo(after, deleteAgendaItem({ id: 'new-2' })).agenda).not.toHaveProperty('new-2');
  });

  it('says why something cannot be done', () => {
    expect(refusal(after, moveAgendaItem({ id: 'new-2', by: 1 }))).toMatch(/no place to move to/);
    expect(refusal(after, setAgendaItem({ id: 'new-1', patch: { name: ' ' } }))).toBe('A name is needed.');
    expect(refusal(after, setAgendaItem({ id: 'new-1', patch: { minutes: -5 } }))).toMatch(/cannot be used/);
    expect(refusal(project, deleteAgendaItem({ id: 'constructor' }))).toMatch(/no longer on the agenda/);
    expect(refusal(project, addAgendaItem({ stream: 'nobody', name: 'x', day: 1 }, countedIds()))).toMatch(
      /no longer/,
    );
  });
});

describe('a note', () => {
  const noted = doUndoRedo(
    project,
    addNote({ ...wall, name: ' Typed twice ', group: 'Waste', node: 'approve', by: 'Ada' }, countedIds()),
  );

  it('hangs under a heading, which is made once', () => {
    expect(noted.workshopNotes['new-1']).toEqual({
      ...wall,
      name: 'Typed twice',
      group: 'new-2',
      node: 'approve',
      by: 'Ada',
      order: 1,
    });
    expect(noted.noteGroups).toEqual({ 'new-2': { name: 'Waste', order: 1, stream: 'stream' } });
    const ids = (): (() => string) => {
      let count = 10;
      return () => `id-${(count += 1)}`;
    };
    const second = doUndoRedo(noted, addNote({ ...wall, name: 'Waits', group: 'waste ' }, ids()));
    expect(Object.keys(second.noteGroups)).toEqual(['new-2']);
    expect(second.workshopNotes['id-11']?.group).toBe('new-2');
  });

  it('is edited, parked, moved and deleted', () => {
    const parked = doUndoRedo(noted, setNote({ id: 'new-1', patch: { kind: 'parked', isSettled: true } }));
    expect(parked.workshopNotes['new-1']).toMatchObject({ kind: 'parked', isSettled: true });
    const loose = doUndoRedo(noted, moveNote({ id: 'new-1', group: null }));
    expect(loose.workshopNotes['new-1']).not.toHaveProperty('group');
    expect(doUndoRedo(noted, deleteNote({ id: 'new-1' })).workshopNotes).toEqual({});
  });

  it('is put between two others', () => {
    let now: Project = noted;
    for (const id of ['b', 'c'])
      now = doUndoRedo(
        now,
        addNote({ ...wall, name: id, group: 'Waste' }, () => id),
      );
    now = doUndoRedo(now, moveNote({ id: 'c', group: 'new-2', after: 'new-1' }));
    expect(listOf(now.workshopNotes).map((each) => each.id)).toEqual(['new-1', 'c', 'b']);
  });

  it('keeps its place on the wall when its heading is deleted', () => {
    const bare = doUndoRedo(noted, deleteNoteGroup({ id: 'new-2' }));
    expect(bare.noteGroups).toEqual({});
    expect(bare.workshopNotes['new-1']).toMatchObject({ name: 'Typed twice' });
    expect(bare.workshopNotes['new-1']).not.toHaveProperty('group');
  });

  it('lets headings be added and renamed, each name once', () => {
    const two = doUndoRedo(
      noted,
      addNoteGroup({ stream: 'stream', name: 'Ideas' }, () => 'ideas'),
    );
    expect(doUndoRedo(two, renameNoteGroup({ id: 'ideas', name: 'Hopes' })).noteGroups.ideas?.name).toBe(
      'Hopes',
    );
    expect(refusal(two, renameNoteGroup({ id: 'ideas', name: ' WASTE' }))).toBe(
      'There is already a group called “WASTE”.',
    );
    expect(refusal(two, addNoteGroup({ stream: 'stream', name: 'ideas' }, countedIds()))).toMatch(/already/);
  });

  it('says why something cannot be done', () => {
    expect(refusal(project, addNote({ ...wall, name: ' ' }, countedIds()))).toBe('A note needs some words.');
    expect(refusal(noted, setNote({ id: 'new-1', patch: { name: '' } }))).toBe('A note needs some words.');
    expect(refusal(noted, moveNote({ id: 'new-1', group: 'toString' }))).toMatch(
      /group of notes is no longer/,
    );
    expect(refusal(noted, setNote({ id: 'new-1', patch: { group: 'gone' } }))).toMatch(/no longer/);
    expect(refusal(project, deleteNote({ id: 'valueOf' }))).toMatch(/no longer/);
    expect(refusal(project, deleteNoteGroup({ id: 'valueOf' }))).toMatch(/no longer/);
  });

  it('outlives the step, the map and the improvement that it points to', () => {
    const two = structuredClone(noted);
    two.maps.future = { stream: 'stream', name: 'Future', state: 'future', order: 2 };
    const linked = doUndoRedo(two, setNote({ id: 'new-1', patch: { future: 'future' } }));
    expect(doUndoRedo(linked, deleteMap({ id: 'future' })).workshopNotes['new-1']).not.toHaveProperty(
      'future',
    );
    expect(doUndoRedo(linked, deleteMap({ id: 'map' })).workshopNotes['new-1']).not.toHaveProperty('node');
    const without = doUndoRedo(linked, deleteNodes({ ids: ['approve'] }, countedIds()));
    expect(without.workshopNotes['new-1']).not.toHaveProperty('node');
    const idea = doUndoRedo(
      linked,
      addImprovement({ name: 'Ask once', stream: 'stream' }, () => 'idea'),
    );
    const became = doUndoRedo(idea, setNote({ id: 'new-1', patch: { improvement: 'idea' } }));
    const gone = doUndoRedo(became, deleteImprovement({ id: 'idea' }));
    expect(gone.workshopNotes['new-1']).not.toHaveProperty('improvement');
  });
});

describe('a dot vote', () => {
  let noted: Project = project;
  for (const id of ['a', 'b', 'c'])
    noted = doUndoRedo(
      noted,
      addNote({ ...wall, name: id }, () => id),
    );
  const open = doUndoRedo(
    noted,
    addBallot({ stream: 'stream', name: 'Worst', quota: 3, choices: ['a', 'b', 'c', 'a'] }, () => 'ballot'),
  );
  const cast = (voter: string, dots: Record<string, number>, id = voter): ReturnType<typeof castVote> =>
    castVote({ ballot: 'ballot', voter, dots }, () => id);
  const voted = doUndoRedo(open, cast('Ada', { a: 2, b: 1, c: 0 }));

  it('takes the dots of each person, once, and never more than the quota', () => {
    expect(open.ballots.ballot?.choices).toEqual({ a: 1, b: 2, c: 3 });
    expect(voted.votes.Ada).toEqual({ ballot: 'ballot', voter: 'Ada', dots: { a: 2, b: 1 } });
    expect(refusal(voted, cast(' ada', { a: 1 }))).toBe('ada has voted already: take those dots back first.');
    expect(refusal(open, cast('Bo', { a: 2, b: 2 }))).toBe('Each person has 3 dots.');
    expect(refusal(open, cast('Bo', { a: 0 }))).toBe('Give one dot or more.');
    expect(refusal(open, cast('Bo', { other: 1 }))).toMatch(/no longer be voted for/);
    expect(refusal(open, cast(' ', { a: 1 }))).toBe('A name is needed.');
  });

  it('lets dots be taken back until it is revealed', () => {
    expect(doUndoRedo(voted, takeVoteBack({ id: 'Ada' })).votes).toEqual({});
    const shown = doUndoRedo(voted, revealBallot({ id: 'ballot' }));
    expect(shown.ballots.ballot?.isRevealed).toBe(true);
    expect(refusal(shown, takeVoteBack({ id: 'Ada' }))).toMatch(/has been revealed/);
    expect(refusal(shown, cast('Bo', { a: 1 }))).toMatch(/has been revealed/);
    expect(refusal(shown, revealBallot({ id: 'ballot' }))).toMatch(/has been revealed/);
    expect(refusal(open, revealBallot({ id: 'ballot' }))).toBe('Nobody has voted yet.');
  });

  it('goes with its dots, and loses what is no longer there', () => {
    const gone = doUndoRedo(voted, deleteBallot({ id: 'ballot' }));
    expect([gone.ballots, gone.votes]).toEqual([{}, {}]);
    const without = doUndoRedo(voted, deleteNote({ id: 'a' }));
    expect(without.ballots.ballot?.choices).toEqual({ b: 2, c: 3 });
    expect(without.votes.Ada?.dots).toEqual({ b: 1 });
  });

  it('wants something to choose from', () => {
    expect(
      refusal(noted, addBallot({ stream: 'stream', name: 'x', quota: 3, choices: ['a', 'a'] }, countedIds())),
    ).toMatch(/two things or more/);
    expect(
      refusal(noted, addBallot({ stream: 'stream', name: 'x', quota: 0, choices: ['a', 'b'] }, countedIds())),
    ).toMatch(/cannot be used/);
    expect(refusal(project, deleteBallot({ id: 'valueOf' }))).toMatch(/no longer/);
  });
});
