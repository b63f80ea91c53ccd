import { isDeepStrictEqual } from 'node:util';
import { analyse } from '../../../shared/analysis/analyse';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { parseJson } from '../../../shared/file-format/json';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { scenarioSchema } from '../../../shared/model/workshop';
import { graphOf } from '../../../shared/model/queries';
import { applyScenario } from '../../../shared/what-if/apply-scenario';
import { rankChanges } from '../../../shared/what-if/rank-changes';
import { scenarioFigures } from '../../../shared/what-if/scenario-figures';
import { buildMap, hours } from '../../helpers/build-map';
import { checkProject, must, strangeNumbers } from '../check-project';
import type { FuzzTarget } from '../engine';
import { exampleWords } from '../words';

const { project, mapId } = buildMap((m) => {
  m.stream({ demandPerMonth: 400, targetLeadTime: hours(24) });
  m.role('desk', { people: 2, availability: 0.5 });
  m.role('second', { people: 1, availability: 1 });
  m.start('start', { name: 'Demand' });
  m.step('log', { role: 'desk', processTime: [4, 5, 9], wait: 30, completeAccurate: 0.9 });
  m.node('decision', 'which', { name: 'Which?' });
  m.step('solve', { role: 'desk', processTime: 30, wait: hours(2), completeAccurate: 0.8 });
  m.step('hand', { role: 'second', processTime: 60, wait: hours(8), completeAccurate: 0.95, value: 'VA' });
  m.end('end', { name: 'Value' });
  m.path('start', 'log', 'which');
  m.flow('which', 'solve', { share: 0.7 });
  m.flow('which', 'hand', { share: 0.3 });
  m.flow('solve', 'log', { kind: 'rework', share: 0.1 });
  m.path('solve', 'end');
  m.path('hand', 'end');
});
const before = structuredClone(project);
const ids = [...Object.keys(project.nodes), ...Object.keys(project.flows), ...Object.keys(project.roles)];

/** What-if parameters: the changes of a scenario as JSON. */
export const whatIf: FuzzTarget = {
  name: 'what-if',
  shape: 'json',
  words: [
    ...ids,
    ...Object.keys(project.streams),
    mapId,
    'skip',
    'factor',
    'value',
    'queue',
    ...exampleWords.json,
  ],
  check(input, isDeep) {
    // As it stands in the file of a project.
    const parsed = parseJson(Buffer.from(input).toString('utf8'));
    if (parsed.kind !== 'parsed') return;
    const checked = scenarioSchema.shape.changes.safeParse(parsed.value);
    if (!checked.success) return;
    const outcome = scenarioFigures(project, mapId, checked.data);
    must(outcome !== null, 'the map is gone');
    const [strange] = strangeNumbers(outcome.figures);
    must(strange === undefined, `a figure is not finite: ${strange?.replace(/\d+/g, 'n') ?? ''}`);
    must(isDeepStrictEqual(project, before), 'a what-if changes the map');
    const again = applyScenario(project, mapId, checked.data);
    must(isDeepStrictEqual(again.project, outcome.project), 'a what-if is another the second time');
    checkProject(outcome.project, false);
    if (isDeep) checkRest(outcome.project);
  },
};

function checkRest(changed: typeof project): void {
  const graph = graphOf(changed, mapId);
  must(graph !== null, 'the map is gone');
  const report = analyse(graph, {
    pack: itil4,
    profile: 'audit',
    today: '2026-11-22',
    suppressForTemplates: true,
  });
  must(report.failed.length === 0, `a rule fails: ${report.failed.join(', ')}`);
  must(strangeNumbers(rankChanges(changed, mapId, { part: 0.5 })).length === 0, 'a ranking is not finite');
  must(isDeepStrictEqual(computeFigures(graph), computeFigures(graph)), 'figures differ the second time');
}
