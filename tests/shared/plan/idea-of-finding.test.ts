import { expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/analyse';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { addImprovement } from '../../../shared/commands/improvements';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { graphOf } from '../../../shared/model/queries';
import { ideaOf } from '../../../shared/plan/idea-of-finding';
import { threadsOf } from '../../../shared/plan/threads';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.stream({ demandPerMonth: 100 });
  m.role('desk', { people: 1, availability: 1 });
  m.start();
  m.step('log', { role: 'desk', processTime: 10, wait: 20, value: 'VA', kind: 'work' });
  m.step('route', { role: 'desk', processTime: 5, wait: 300, value: 'NVA', kind: 'work' });
  m.end();
  m.path('start', 'log', 'route', 'end');
});

function dominating() {
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('the map is gone');
  const settings = {
    pack: itil4,
    profile: 'workshop',
    today: '2026-11-21',
    suppressForTemplates: false,
  } as const;
  const { rows } = presentFindings(analyse(graph, settings), graph, itil4, { currency: 'EUR' });
  const row = rows.find(({ finding }) => finding.about.includes('route'));
  if (!row) throw new Error('nothing stands out at the step');
  return { row, rows };
}

it('answers a finding at its step, so that the thread from finding to idea is whole', () => {
  const { row, rows } = dominating();
  const idea = ideaOf(project, 'stream', row);
  expect(idea).toMatchObject({ name: row.title, stream: 'stream', node: 'route', status: 'idea' });
  const added = doUndoRedo(project, addImprovement(idea, countedIds()));
  expect(threadsOf(added, 'stream', rows).threads[0]?.finding).toBe(row);
});

it('stands at no step where the step of the finding is gone, and goes by another name where one is given', () => {
  const { row } = dominating();
  const without = doUndoRedo(project, deleteNodes({ ids: ['route'] }, countedIds()));
  const idea = ideaOf(
    without,
    'stream',
    { ...row, finding: { ...row.finding, about: ['route'] } },
    'Route at once',
  );
  expect(idea.name).toBe('Route at once');
  expect(idea.node).toBeUndefined();
});
