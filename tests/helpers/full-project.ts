import { makeFutureCopy } from '../../shared/commands/future-copy';
import { setNode } from '../../shared/commands/nodes';
import type { Project } from '../../shared/model/project';
import { buildMap } from './build-map';
import { countedIds, doUndoRedo } from './do-undo-redo';

/** Lead time by hand: log 10 + 20, route 5 + 300, fix 60 + 40: 435 minutes, 75 of them work. */
const { project: today } = buildMap((m) => {
  m.stream({
    name: 'Restore access',
    purpose: 'People can work again',
    valueOutcome: 'Ana can send invoices again',
    demandPerMonth: 100,
    targetLeadTime: 240,
    owner: 'Head of service desk',
    startsOn: '2026-11-02',
    endsOn: '2026-11-04',
  });
  m.map({ name: 'Current state', observedOn: '2026-10-20', note: 'Walked with the desk' });
  m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
  m.start();
  m.step('log', { name: 'Log', role: 'desk', processTime: 10, wait: 20, completeAccurate: 0.9, value: 'VA' });
  m.step('route', {
    name: 'Route',
    role: 'desk',
    processTime: 5,
    wait: 300,
    completeAccurate: 1,
    value: 'NVA',
  });
  m.step('fix', { name: 'Fix', role: 'desk', processTime: 60, wait: 40, completeAccurate: 0.8, value: 'VA' });
  m.end();
  m.path('start', 'log', 'route', 'fix', 'end');
});

const copy = makeFutureCopy({ project: today, map: 'map', makeId: countedIds(), name: 'Calm routing' });
const [future = ''] = copy.made;
const on = (id: string): string => copy.idOf(id);

/** Routing waits 60 instead of 300 minutes, the fix takes 30 instead of 60: 165 minutes. */
function withFuture(): Project {
  const copied = doUndoRedo(today, copy);
  const calm = doUndoRedo(copied, setNode({ ids: [on('route')], patch: { wait: { likely: 60 } } }));
  return doUndoRedo(calm, setNode({ ids: [on('fix')], patch: { processTime: { likely: 30 } } }));
}

const base = withFuture();
const [stream = ''] = Object.keys(base.streams);

/** The future state of the full project. */
export const futureMap = future;

/** A project in which every part of a report has something to say; its numbers are worked out above. */
export const fullProject: Project = {
  ...base,
  stakeholders: {
    ana: { name: 'Ana, accounting', order: 1, stream, kind: 'user', note: 'Must send invoices by noon' },
  },
  valueItems: {
    gain: {
      name: 'Invoices go out on the same day',
      order: 1,
      stakeholder: 'ana',
      kind: 'outcome',
      steps: { fix: 1 },
    },
    promise: {
      name: 'Restored within four hours',
      order: 2,
      stakeholder: 'ana',
      kind: 'warranty',
      aspect: 'availability',
    },
    burden: {
      name: 'Has to call twice',
      order: 3,
      stakeholder: 'ana',
      kind: 'cost-imposed',
      steps: { route: 1 },
    },
  },
  improvements: {
    calm: {
      name: 'Route by category',
      order: 1,
      stream,
      node: 'route',
      owner: 'Kim',
      due: '2026-11-10',
      status: 'doing',
      effort: 0.2,
      impact: 0.9,
      measure: 'Median wait before routing',
      baseline: '5h',
      target: '1h',
      future,
      changes: { route: 1 },
    },
    loose: { name: 'Teach the first line', order: 2, stream },
  },
  waivers: {},
  agenda: {
    welcome: {
      name: 'Welcome and scope',
      order: 1,
      stream,
      day: 1,
      part: 'morning',
      minutes: 45,
      spent: 50,
      isDone: true,
    },
    walk: { name: 'First walk', order: 2, stream, day: 1, part: 'afternoon', minutes: 105 },
  },
  noteGroups: { tools: { name: 'Tools', order: 1, stream } },
  workshopNotes: {
    decision: {
      name: 'No more routing by hand',
      order: 1,
      stream,
      kind: 'decision',
      by: 'Kim',
      on: '2026-11-03',
      future,
    },
    parked: { name: 'Ask legal about logs', order: 2, stream, kind: 'parked', by: 'Lee', isSettled: true },
    grouped: { name: 'Two tools for one ticket', order: 3, stream, kind: 'wall', group: 'tools', by: 'Sam' },
    alone: { name: 'Nobody owns the queue', order: 4, stream, kind: 'wall' },
  },
  ballots: {
    vote: {
      name: 'What first?',
      order: 1,
      stream,
      quota: 3,
      choices: { calm: 1, grouped: 2 },
      isRevealed: true,
    },
    hidden: { name: 'And then?', order: 2, stream, quota: 1, choices: { alone: 1 } },
  },
  votes: {
    kim: { ballot: 'vote', voter: 'Kim', dots: { calm: 2, grouped: 1 } },
    lee: { ballot: 'vote', voter: 'Lee', dots: { calm: 3 } },
  },
};
