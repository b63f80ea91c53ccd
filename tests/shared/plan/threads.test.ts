import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/analyse';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { addBallot, castVote } from '../../../shared/commands/ballots';
import { addImprovement, deleteImprovement, setImprovement } from '../../../shared/commands/improvements';
import { deleteMap } from '../../../shared/commands/maps';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { addNote } from '../../../shared/commands/workshop-notes';
import { addNode, renameNode, setNode } from '../../../shared/commands/nodes';
import { pasteNodes, clipOf } from '../../../shared/commands/clipboard';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { gainOf } from '../../../shared/plan/improvement-gain';
import { countBroken, futureChanges, isOverdue, planBase, threadsOf } from '../../../shared/plan/threads';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

/** Lead time by hand: log 10 + 20, route 5 + 300, fix 60 + 40: 435 minutes. */
const { project } = buildMap((m) => {
  m.stream({ demandPerMonth: 100 });
  m.role('desk', { people: 1, availability: 1 });
  m.start();
  m.step('log', { role: 'desk', processTime: 10, wait: 20, value: 'VA', kind: 'work' });
  m.step('route', { role: 'desk', processTime: 5, wait: 300, value: 'NVA', kind: 'work' });
  m.step('fix', { role: 'desk', processTime: 60, wait: 40, value: 'VA', kind: 'work' });
  m.end();
  m.path('start', 'log', 'route', 'fix', 'end');
});

const copy = makeFutureCopy({ project, map: 'map', makeId: countedIds() });
const [future] = copy.made;
const on = (id: string): string => copy.idOf(id);

/** A future state in which routing waits for one hour and the fix takes half as long. */
function withFuture(): Project {
  const copied = doUndoRedo(project, copy);
  const calm = doUndoRedo(copied, setNode({ ids: [on('route')], patch: { wait: { likely: 60 } } }));
  return doUndoRedo(calm, setNode({ ids: [on('fix')], patch: { processTime: { likely: 30 } } }));
}

const two = withFuture();

function findingsOn(of: Project) {
  const graph = graphOf(of, 'map');
  if (!graph) throw new Error('the map is gone');
  const report = analyse(graph, {
    pack: itil4,
    profile: 'workshop',
    today: '2026-11-21',
    suppressForTemplates: false,
  });
  return presentFindings(report, graph, itil4, { currency: 'EUR' }).rows;
}

describe('the gain of an improvement', () => {
  it('is that of its change alone', () => {
    const gain = gainOf(two, { future, changes: { route: 1 } });
    expect(gain).toMatchObject({ kind: 'known', source: 'map', future });
    expect(gain.kind === 'known' && gain.effect.leadTimeSaved).toBeCloseTo(240, 9);
    expect(gain.kind === 'known' && gain.effect.effortSaved).toBe(0);
  });

  it('is that of all changes that it stands for', () => {
    const gain = gainOf(two, { future, changes: { route: 1, fix: 2 } });
    expect(gain.kind === 'known' && gain.effect.leadTimeSaved).toBeCloseTo(270, 9);
    expect(gain.kind === 'known' && gain.effect.effortSaved).toBeCloseTo(30, 9);
  });

  it('counts a step that is left out', () => {
    const without = doUndoRedo(two, deleteNodes({ ids: [on('route')] }, countedIdsFrom('way')));
    const gain = gainOf(without, { future, changes: { route: 1 } });
    expect(gain.kind === 'known' && gain.effect.leadTimeSaved).toBeCloseTo(305, 9);
  });

  it('is unknown with a reason', () => {
    expect(gainOf(two, {})).toEqual({ kind: 'unknown', reason: 'noChange' });
    expect(gainOf(two, { future, changes: {} })).toEqual({ kind: 'unknown', reason: 'noChange' });
    expect(gainOf(two, { future: 'toString', changes: { route: 1 } })).toEqual({
      kind: 'unknown',
      reason: 'futureGone',
    });
    expect(gainOf(two, { future, changes: { log: 1 } })).toEqual({ kind: 'unknown', reason: 'changeGone' });
    const blank = structuredClone(two);
    delete blank.nodes.log?.processTime;
    delete blank.nodes[on('log')]?.processTime;
    expect(gainOf(blank, { future, changes: { route: 1 } })).toEqual({ kind: 'unknown', reason: 'figures' });
  });
});

function countedIdsFrom(word: string): () => string {
  let count = 0;
  return () => `${word}-${String((count += 1))}`;
}

describe('the threads of a stream', () => {
  const findings = findingsOn(two);

  it('name the worst findings that nobody answers, and changes that nobody planned', () => {
    const threads = threadsOf(two, 'stream', findings);
    expect(threads.unanswered.length).toBe(5);
    expect(threads.unplanned.map(({ about }) => about)).toEqual([['route'], ['fix']]);
    expect(threads.unplanned[0]?.leadTimeSaved).toBeCloseTo(240, 9);
  });

  it('close when an improvement answers a finding and stands for a change', () => {
    const [first] = threadsOf(two, 'stream', findings).unanswered;
    const planned = doUndoRedo(
      two,
      addImprovement(
        { name: 'Route at once', stream: 'stream', finding: first?.key, future, changes: { route: 1 } },
        countedIdsFrom('idea'),
      ),
    );
    const threads = threadsOf(planned, 'stream', findings);
    expect(threads.unanswered.map(({ key }) => key)).not.toContain(first?.key);
    expect(threads.unplanned.map(({ about }) => about)).toEqual([['fix']]);
    const [thread] = threads.threads;
    expect(thread?.finding).toBe(first);
    expect(thread?.changes.map(({ about }) => about)).toEqual([['route']]);
    expect(threadsOf(planned, 'stream', []).threads[0]?.finding).toBe('settled');
    const dropped = doUndoRedo(planned, setImprovement({ id: 'idea-1', patch: { status: 'dropped' } }));
    expect(threadsOf(dropped, 'stream', findings).unplanned).toHaveLength(2);
  });

  it('are cut where the future state is deleted, and the improvement stays', () => {
    const linked = doUndoRedo(
      two,
      addImprovement({ name: 'x', stream: 'stream', future, changes: { route: 1 } }, countedIdsFrom('idea')),
    );
    const cut = doUndoRedo(linked, deleteMap({ id: future }));
    expect(cut.improvements['idea-1']).toEqual({ name: 'x', order: 1, stream: 'stream' });
  });

  it('start from the current state', () => {
    expect(planBase(two, 'stream')).toBe('map');
    expect(futureChanges(project, 'stream')).toEqual([]);
  });
});

describe('a kaizen burst', () => {
  const ids = countedIdsFrom('burst');
  const put = addNode({ map: 'map', type: 'burst', name: 'Ask earlier' }, ids);
  const [burst = ''] = put.made;
  const after = doUndoRedo(project, put);
  const [idea = ''] = Object.keys(after.improvements);

  it('is an improvement from the moment it is put', () => {
    expect(after.improvements[idea]).toEqual({
      name: 'Ask earlier',
      order: 1,
      stream: 'stream',
      node: burst,
      status: 'idea',
    });
  });

  it('has one name with it', () => {
    const renamed = doUndoRedo(after, renameNode({ id: burst, name: 'Ask at once' }));
    expect(renamed.improvements[idea]?.name).toBe('Ask at once');
    const back = doUndoRedo(renamed, setImprovement({ id: idea, patch: { name: ' Ask twice ' } }));
    expect([back.nodes[burst]?.name, back.improvements[idea]?.name]).toEqual(['Ask twice', 'Ask twice']);
  });

  it('goes with it, either way round', () => {
    expect(doUndoRedo(after, deleteNodes({ ids: [burst] }, ids)).improvements).toEqual({});
    const gone = doUndoRedo(after, deleteImprovement({ id: idea }));
    expect([gone.improvements, gone.nodes[burst]]).toEqual([{}, undefined]);
  });

  it('takes its improvement out of the votes and the notes when it goes', () => {
    let voted = doUndoRedo(
      after,
      addNote({ stream: 'stream', kind: 'decision', name: 'Do it', improvement: idea }, () => 'note'),
    );
    const choices = [idea, 'note'];
    voted = doUndoRedo(
      voted,
      addBallot({ stream: 'stream', name: 'First', quota: 3, choices }, () => 'ballot'),
    );
    voted = doUndoRedo(
      voted,
      castVote({ ballot: 'ballot', voter: 'Ada', dots: { [idea]: 2, note: 1 } }, () => 'vote'),
    );
    const gone = doUndoRedo(voted, deleteNodes({ ids: [burst] }, ids));
    expect(gone.ballots.ballot?.choices).toEqual({ note: 2 });
    expect(gone.votes.vote?.dots).toEqual({ note: 1 });
    expect(gone.workshopNotes.note).not.toHaveProperty('improvement');
  });

  it('that is pasted is another improvement', () => {
    const clip = clipOf(after, [burst]);
    const pasted = doUndoRedo(after, pasteNodes({ map: 'map', clip, by: { x: 8, y: 8 } }, ids));
    expect(Object.values(pasted.improvements).map(({ name }) => name)).toEqual([
      'Ask earlier',
      'Ask earlier',
    ]);
  });

  it('of an older file is named as one without an improvement', () => {
    const old = structuredClone(after);
    old.improvements = {};
    expect(threadsOf(old, 'stream', []).bursts).toEqual([burst]);
    expect(threadsOf(after, 'stream', []).bursts).toEqual([]);
  });

  it('leaves a step as it is when an idea about the step is deleted', () => {
    const noted = doUndoRedo(project, addImprovement({ name: 'x', stream: 'stream', node: 'log' }, ids));
    const [only = ''] = Object.keys(noted.improvements);
    expect(doUndoRedo(noted, deleteImprovement({ id: only })).nodes).toEqual(project.nodes);
  });
});

describe('the count of broken threads', () => {
  it('has open improvements without a known gain in it, and no dropped ones', () => {
    const none = countBroken(threadsOf(project, 'stream', []));
    const planned = doUndoRedo(project, addImprovement({ name: 'x', stream: 'stream' }, countedIds()));
    expect(countBroken(threadsOf(planned, 'stream', []))).toBe(none + 1);
    const [id = ''] = Object.keys(planned.improvements);
    const dropped = doUndoRedo(planned, setImprovement({ id, patch: { status: 'dropped' } }));
    expect(countBroken(threadsOf(dropped, 'stream', []))).toBe(none);
  });
});

describe('an improvement with a date', () => {
  const idea = { name: 'x', order: 1, stream: 'stream', due: '2026-11-20' };
  it('is overdue the day after, until it is done or dropped', () => {
    expect(isOverdue(idea, '2026-11-21')).toBe(true);
    expect(isOverdue(idea, '2026-11-20')).toBe(false);
    expect(isOverdue({ ...idea, status: 'done' }, '2026-11-21')).toBe(false);
    expect(isOverdue({ ...idea, status: 'dropped' }, '2026-11-21')).toBe(false);
  });
});
