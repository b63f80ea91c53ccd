import { expect, it } from 'vitest';
import { changeStory } from '../../../shared/analysis/change-story';
import { changesBetween } from '../../../shared/analysis/changed-map';
import { mapChanges } from '../../../shared/analysis/map-changes';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { openHistory, run } from '../../../shared/commands/history';
import { makeScenarioFuture } from '../../../shared/what-if/scenario-future';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

const hours = (count: number): number => count * 60;

/** The wait takes 1 to 40 hours, most likely 8: (1 + 4 x 8 + 40) / 6 = 12 h 10 min on average. */
const map = buildMap((m) => {
  m.start();
  m.step('fix', { name: 'Fix', processTime: 30, wait: [hours(1), hours(8), hours(40)] });
  m.end();
  m.path('start', 'fix', 'end');
});

it('is said with the same figures in the story, in the list of changes and on the drawing', () => {
  const changes = { 'fix:wait': { about: 'fix', field: 'wait', value: hours(2) } };
  const copy = makeScenarioFuture({ project: map.project, map: 'map', changes, makeId: countIds() });
  const done = run(openHistory(map.project), copy);
  if (done.kind === 'refused') throw new Error(done.sentence);
  const { project } = done.history;
  const [before, after] = ['map', copy.made[0]];

  const [line] = changeStory({ project, before, after })?.lines ?? [];
  expect(line?.sentence).toContain('The wait before “Fix” falls from 12h 10m to 2h');
  expect(changesBetween(project, before, after, itil4).map((each) => each.line)).toEqual([
    '“Fix”: wait before 12h 10m (1h – 40h) → 2h',
  ]);
  expect(mapChanges(project, before, after).find(({ id }) => id === 'fix')?.short).toEqual([
    'wait 12h 10m → 2h',
  ]);
});
