import { expect, it } from 'vitest';
import { placed } from '../../../shared/analysis/placed-findings';
import { buildMap } from '../../helpers/build-map';
import { judge } from './judge-map';

const built = buildMap((m) => {
  m.role('desk', { name: 'Service desk' });
  m.start();
  m.step('route', { role: 'desk', processTime: 5, wait: 300, value: 'NVA' });
  m.end();
  m.path('start', 'route', 'end');
});

it('a finding names its step or its role before the sentence, once', () => {
  const [finding] = judge(built).findings;
  if (!finding) throw new Error('no finding');
  const say = (about: string, message: string): string =>
    placed(built.graph, { ...finding, about: [about], message }).sentence;
  expect(say('route', 'Waits 5h')).toBe('Route: Waits 5h');
  expect(say('desk', 'Busy all the time')).toBe('Service desk: Busy all the time');
  expect(say('desk', 'The role “Service desk” is busy')).toBe('The role “Service desk” is busy');
  expect(say(built.graph.id, 'Takes 5h')).toBe('Takes 5h');
});
