import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { setNode } from '../../../shared/commands/nodes';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

function addWorkshop(project: Project): void {
  const stream = 'stream';
  project.stakeholders.user = { name: 'Χρήστης', stream, order: 1, kind: 'user', note: 'Σημείωση' };
  project.stakeholders.sponsor = { name: 'Χορηγός', stream, order: 2, kind: 'sponsor' };
  const item = { stakeholder: 'user', steps: { one: 1 } };
  project.valueItems.works = { ...item, name: 'Λειτουργεί', order: 1, kind: 'outcome' };
  project.valueItems.there = {
    ...item,
    name: 'Διαθέσιμο',
    order: 2,
    kind: 'warranty',
    aspect: 'availability',
  };
  project.valueItems.cost = { stakeholder: 'sponsor', name: 'Κόστος', order: 3, kind: 'cost-imposed' };
  project.groups.group = { name: 'Ομάδα', order: 1, map: 'map' };
  project.agenda.walk = { name: 'Περίπατος', stream, order: 1, day: 1, part: 'morning', minutes: 45 };
  project.agenda.vote = {
    name: 'Ψήφος',
    stream,
    order: 2,
    day: 2,
    part: 'afternoon',
    minutes: 30,
    spent: 40,
  };
  project.noteGroups.heading = { name: 'Θέμα', stream, order: 1 };
  const note = { stream, by: 'Άννα', on: '2026-11-20' };
  project.workshopNotes.wall = {
    ...note,
    name: 'Ιδέα',
    order: 1,
    kind: 'wall',
    group: 'heading',
    node: 'two',
  };
  project.workshopNotes.loose = { ...note, name: 'Άλλη', order: 2, kind: 'wall' };
  project.workshopNotes.parked = { ...note, name: 'Αργότερα', order: 3, kind: 'parked' };
  project.workshopNotes.decided = { ...note, name: 'Απόφαση', order: 4, kind: 'decision', node: 'two' };
  project.ballots.ballot = { name: 'Ερώτηση', stream, order: 1, quota: 3, choices: { wall: 1, loose: 2 } };
  project.votes.first = { ballot: 'ballot', voter: 'Άννα', dots: { wall: 2, loose: 1 } };
}

function addPlan(project: Project, future: string): void {
  project.improvements.auto = {
    name: 'Κανόνας',
    stream: 'stream',
    order: 1,
    node: 'two',
    owner: 'Άννα',
    due: '2020-01-15',
    status: 'planned',
    size: 'event',
    effort: 0.3,
    impact: 0.8,
    measure: 'Χρόνος',
    baseline: '15',
    target: '2',
    stage: 'how',
    future,
    changes: { two: 1 },
  };
  project.scenarios.less = {
    name: 'Λιγότερο',
    map: 'map',
    order: 1,
    changes: { 'two:wait': { about: 'two', field: 'wait', factor: 0.5 } },
  };
}

/** A project with something in each of its tables, in words without a Latin letter, and a future state with a change. */
export function fullMap(): string {
  const { project } = buildMap((m) => {
    m.stream({
      name: 'Αίτημα',
      demandPerMonth: 900,
      targetLeadTime: 960,
      purpose: 'Έργο',
      owner: 'Ομάδα',
    });
    m.role('desk', { name: 'Γραφείο', people: 2, availability: 0.5 });
    m.start('start', { name: 'Αρχή' });
    m.step('one', { name: 'Λήψη', role: 'desk', processTime: 12, wait: 60, completeAccurate: 0.8 });
    m.step('two', {
      name: 'Έγκριση',
      role: 'desk',
      processTime: 5,
      wait: [200, 900, 2000],
      kind: 'approval',
      value: 'NVA',
      group: 'group',
      completeAccurate: { likely: 0.7, source: 'guess' },
    });
    m.step('three', {
      name: 'Παράδοση',
      processTime: [10, 20, 60],
      wait: 240,
      value: 'VA',
      wip: 14,
      practices: ['change-enablement'],
      group: 'group',
    });
    m.node('decision', 'which', { name: 'Ποιο;' });
    m.node('note', 'note', { name: 'Σημείωση', position: { x: 200, y: 620 } });
    m.node('burst', 'burst', { name: 'Ιδέα', position: { x: 420, y: 620 } });
    m.end('end', { name: 'Τέλος' });
    m.path('start', 'one', 'two', 'which', 'three', 'end');
    m.flow('which', 'one', { kind: 'rework', share: 0.2 });
  });
  addWorkshop(project);
  const copy = makeFutureCopy({ project, map: 'map', makeId: countIds() });
  let history = openHistory(project);
  for (const command of [copy, setNode({ ids: [copy.idOf('two')], patch: { wait: { likely: 60 } } })]) {
    const result = run(history, command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    history = result.history;
  }
  const done = structuredClone<Project>(history.project);
  addPlan(done, Object.keys(done.maps).find((id) => id !== 'map') ?? 'map');
  for (const [id, map] of Object.entries(done.maps)) if (id !== 'map') map.name = 'Μέλλον';
  const first = done.maps['map'];
  if (first) first.name = 'Τώρα';
  return writeProject(done);
}
