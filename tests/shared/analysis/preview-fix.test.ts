import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { compareMaps } from '../../../shared/analysis/compare-maps';
import { scaleField, setRoleOf } from '../../../shared/analysis/fixes/fields';
import { mergeSteps, removeStep } from '../../../shared/analysis/fixes/structure';
import { fitsFinding, type FixTarget, type NoFix, targetsOf } from '../../../shared/analysis/plan-fix';
import { type FixPreview, previewFix } from '../../../shared/analysis/preview-fix';
import type { AnalysisRule, Suggestion } from '../../../shared/analysis/rule';
import type { Finding } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run, undo } from '../../../shared/commands/history';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { judge, today } from './judge-map';

const judged = { pack: itil4, profile: 'review', today } as const;

/** 10 + 20 to log, 5 + 300 to route, 60 + 40 to fix: 435 minutes, 75 of them work. */
const repair = buildMap((m) => {
  m.stream({ demandPerMonth: 100 });
  m.map({ observedOn: '2026-11-01' });
  m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
  m.start();
  m.step('log', { role: 'desk', processTime: 10, wait: 20, value: 'VA', completeAccurate: 0.9 });
  m.step('route', { role: 'desk', processTime: 5, wait: 300, value: 'NVA', completeAccurate: 0.8 });
  m.step('fix', { processTime: 60, wait: 40, value: 'VA', completeAccurate: 1 });
  m.end();
  m.path('start', 'log', 'route', 'fix', 'end');
});

const nvaRule = allRules.find(({ id }) => id === 'waste-overprocessing-nva-step') as AnalysisRule;
const withFix = (suggestion: Suggestion): AnalysisRule => ({ ...nvaRule, suggest: [suggestion] });
const removing = withFix({ kind: 'improve', label: 'Remove it', command: removeStep() });

function waste(project: Project): Finding {
  const graph = graphOf(project, 'map') ?? repair.graph;
  const found = judge({ ...repair, project, graph }, { rules: [nvaRule] }).findings[0];
  if (!found) throw new Error('no finding');
  return found;
}

function preview(
  rule: AnalysisRule,
  more: { project?: Project; target?: FixTarget } = {},
): FixPreview | NoFix {
  const { project = repair.project, target } = more;
  const wish = { project, map: 'map', finding: waste(project), rule, suggestionIndex: 0, target };
  return previewFix({ ...judged, ...wish, makeId: countIds() });
}

function planned(answer: FixPreview | NoFix): FixPreview {
  if (answer.kind === 'unfit') throw new Error(answer.sentence);
  return answer;
}

describe('the preview of an improvement', () => {
  const seen = planned(preview(removing));

  it('compares the figures, each for better or worse', () => {
    const rows = Object.fromEntries(seen.figures.map((row) => [row.id, row]));
    expect(rows.leadTimeExpected).toMatchObject({
      before: '7h 15m',
      after: '2h 10m',
      difference: '−5h 05m',
      mark: 'better',
    });
    expect(rows.effortPersonHours).toMatchObject({ before: '1h 15m', after: '1h 10m', mark: 'better' });
    // 75 of 435 minutes, then 70 of 130.
    expect(rows.activityRatio).toMatchObject({
      before: '17.2\u00a0%',
      after: '53.8\u00a0%',
      difference: '+36.6 points',
    });
    // 0.9 x 0.8, then 0.9.
    expect(rows.rolledCompleteAccurate).toMatchObject({
      before: '72\u00a0%',
      after: '90\u00a0%',
      mark: 'better',
    });
    expect(rows.costPerItem).toBeUndefined();
  });

  it('says what changes and what becomes of the finding', () => {
    expect(seen.changes).toEqual(['“Route” is taken out']);
    expect(seen.fate).toBe('gone');
    expect(seen.disappears.map(({ rule }) => rule)).toContain('flow-dominant-wait');
  });

  it('says that waits are inputs where people have less to do', () => {
    // 100 x 15 minutes a month, then 100 x 10, of 173.33 hours.
    expect(seen.whatIf).toContain('“Service desk” becomes less busy (14\u00a0% → 10\u00a0% of their time)');
    expect(
      planned(preview(withFix({ kind: 'improve', label: 'Halve', command: scaleField('wait', 0.5) }))).whatIf,
    ).toBeNull();
  });

  it('goes to a new copy as one step, and leaves the current state alone', () => {
    const result = run(openHistory(repair.project), seen.command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    const { project, past } = result.history;
    expect(past.map(({ label }) => label)).toEqual(['Remove it']);
    expect(project.maps[seen.map]).toMatchObject({ state: 'future', copiedFrom: 'map' });
    expect(Object.values(project.nodes).filter(({ map }) => map === 'map')).toHaveLength(5);
    expect(Object.values(project.nodes).filter(({ map }) => map === seen.map)).toHaveLength(4);
    expect(undo(result.history).project).toEqual(repair.project);
  });

  it('calls a finding lower that stays with less at stake', () => {
    const halved = planned(
      preview(withFix({ kind: 'improve', label: 'Halve', command: scaleField('wait', 0.5) })),
    );
    expect(halved.fate).toBe('lower');
    expect(halved.findingAfter?.impact.leadTime).toBe(155);
  });
});

describe('where a fix goes', () => {
  const copy = makeFutureCopy({ project: repair.project, map: 'map', makeId: countIds() });
  const result = run(openHistory(repair.project), copy);
  const project = result.kind === 'done' ? result.history.project : repair.project;
  const [future] = copy.made;

  it('is the map itself for a correction, a future state for an improvement', () => {
    expect(targetsOf(project, 'map', 'correct')).toEqual([{ kind: 'here', map: 'map' }]);
    expect(targetsOf(repair.project, 'map', 'improve')).toEqual([{ kind: 'new' }]);
    expect(targetsOf(project, 'map', 'improve')).toEqual([{ kind: 'future', map: future }, { kind: 'new' }]);
    expect(targetsOf(project, future, 'improve')).toEqual([{ kind: 'here', map: future }, { kind: 'new' }]);
  });

  it('joins what was done on the newest future state before', () => {
    const seen = planned(preview(removing, { project }));
    expect(seen.map).toBe(future);
    const done = run(openHistory(project), seen.command);
    expect(Object.keys(done.kind === 'done' ? done.history.project.maps : {})).toHaveLength(2);
  });

  it('is refused in words where that map has it no more, or is gone', () => {
    const { [copy.idOf('route')]: _gone, ...nodes } = project.nodes;
    const without = { ...project, nodes };
    expect(preview(removing, { project: without })).toMatchObject({
      kind: 'unfit',
      sentence: 'What the finding is about is not on that map any more.',
    });
    expect(planned(preview(removing, { project: without, target: { kind: 'new' } })).fate).toBe('gone');
    expect(preview(removing, { target: { kind: 'future', map: 'constructor' } }).kind).toBe('unfit');
  });

  it('keeps people of the current state as they are', () => {
    const more = withFix({ kind: 'improve', label: 'More people', command: setRoleOf({ people: 2 }) });
    const seen = planned(preview(more, { project }));
    expect(seen.after.roles.desk?.people).toBe(1);
    expect(seen.changes).toContain('New role for this map: “Service desk (Future state)”, 2 people');
    expect(seen.figures.find(({ id }) => id === 'busy desk')).toMatchObject({ mark: 'better' });
    // 100 x 15 minutes of 173.33 hours, of one person and then of two.
    expect(seen.whatIf).toContain('“Service desk” becomes less busy (14\u00a0% → 7\u00a0% of their time)');
    // 200 visits of 7.5 minutes in 10 400: rho 0.1442, (1 + 1.222) / 2 x 0.1442 / 0.8558 x 7.5 = 1.404 minutes.
    expect(seen.whatIf).toContain('By the estimate of its queue an item waits 1m 24s for these people now');
  });

  it('says what more people cost in a month, where their rate is known', () => {
    const more = withFix({ kind: 'improve', label: 'More people', command: setRoleOf({ people: 2 }) });
    const { desk } = project.roles;
    if (!desk) throw new Error('no role');
    const paid = { ...project, roles: { ...project.roles, desk: { ...desk, ratePerHour: 60 } } };
    const costs = (of: Project): unknown[] =>
      planned(preview(more, { project: of })).figures.filter(({ id }) => id === 'cost desk');
    expect(costs(project)).toEqual([]);
    // 173.33 hours at 60, once and twice.
    expect(costs(paid)).toMatchObject([{ name: 'People of “Service desk”, cost a month', mark: 'worse' }]);
    expect(JSON.stringify(costs(paid))).toMatch(/10.?400.*20.?800/);
  });

  it('puts the place before the sentence of what comes and goes', () => {
    const gone = planned(preview(removing, { project })).disappears;
    const wait = gone.find(({ rule }) => rule === 'flow-dominant-wait');
    expect(wait?.sentence).toBe(`Route: ${wait?.message ?? ''}`);
    for (const each of gone.filter(({ about }) => about[0] === future))
      expect(each.sentence).toBe(each.message);
  });
});

describe('a fix that cannot be done', () => {
  it('says so for a task, for what does not fit, and for what is so already', () => {
    expect(preview(withFix({ kind: 'task', label: 'Ask' })).kind).toBe('unfit');
    expect(preview(withFix({ kind: 'improve', label: 'None', command: () => null })).kind).toBe('unfit');
    const same = withFix({ kind: 'correct', label: 'Same', command: setRoleOf({ people: 1 }) });
    expect(preview(same)).toMatchObject({ sentence: 'This is so already: nothing would change.' });
  });
});

describe('what is offered', () => {
  it('leaves out what does not fit what the finding is about', () => {
    const offered = (suggestion: Suggestion): boolean =>
      fitsFinding({
        project: repair.project,
        map: 'map',
        finding: waste(repair.project),
        rule: withFix(suggestion),
        suggestionIndex: 0,
        makeId: countIds(),
      });
    expect(offered({ kind: 'improve', label: 'Remove', command: removeStep() })).toBe(true);
    expect(offered({ kind: 'improve', label: 'Merge', command: mergeSteps() })).toBe(false);
    expect(offered({ kind: 'task', label: 'Ask' })).toBe(true);
  });
});

describe('a finding about a role', () => {
  it('keeps the id of the role on a copy, also where a step has the same id', () => {
    const { project } = buildMap((m) => {
      m.stream({ demandPerMonth: 600 });
      m.role('test', { name: 'Tester', people: 1, availability: 1 });
      m.start();
      m.step('test', { role: 'test', processTime: 16, wait: 60 });
      m.end();
      m.path('start', 'test', 'end');
    });
    const rule = allRules.find(({ id }) => id === 'flow-high-utilisation') as AnalysisRule;
    const finding = judge({ ...repair, graph: graphOf(project, 'map') ?? repair.graph }, { rules: [rule] })
      .findings[0];
    if (!finding) throw new Error('no finding');
    const more = {
      ...rule,
      suggest: [{ kind: 'improve', label: 'More', command: setRoleOf({ people: 2 }) } as const],
    };
    const wish = {
      ...judged,
      project,
      map: 'map',
      finding,
      rule: more,
      suggestionIndex: 0,
      makeId: countIds(),
    };
    expect(planned(previewFix(wish)).fate).toBe('gone');
  });
});

describe('comparing a map with its future state', () => {
  it('finds what was changed there, whatever its ids', () => {
    const seen = planned(preview(removing));
    const done = run(openHistory(repair.project), seen.command);
    if (done.kind === 'refused') throw new Error(done.sentence);
    const { project } = done.history;
    const pair = { project, before: 'map', after: seen.map, application: [] };
    const found = compareMaps({ ...judged, ...pair });
    expect(found?.changes.map(({ line }) => line)).toEqual(['“Route” is taken out']);
    expect(found?.figures.find(({ id }) => id === 'leadTimeExpected')).toMatchObject({ after: '2h 10m' });
    expect(found?.disappears.map(({ rule }) => rule)).toContain('waste-overprocessing-nva-step');
    expect(compareMaps({ ...judged, ...pair, after: 'none' })).toBeNull();
  });

  it('lists the same changes as the preview of what was done', () => {
    const fixes = [
      removing,
      withFix({ kind: 'improve', label: 'More people', command: setRoleOf({ people: 2 }) }),
      withFix({ kind: 'improve', label: 'Halve', command: scaleField('wait', 0.5) }),
    ];
    for (const rule of fixes) {
      const answer = preview(rule);
      if (answer.kind === 'unfit') continue;
      const done = run(openHistory(repair.project), answer.command);
      if (done.kind === 'refused') throw new Error(done.sentence);
      const pair = { project: done.history.project, before: 'map', after: answer.map, application: [] };
      const found = compareMaps({ ...judged, ...pair });
      expect(found?.changes.map(({ line }) => line)).toEqual(answer.changes);
      expect(found?.figures).toEqual(answer.figures);
      expect(found?.disappears.map(({ rule: id }) => id)).toEqual(
        expect.arrayContaining(answer.disappears.map(({ rule: id }) => id)),
      );
    }
  });

  it('compares percentiles and items within the target where they are sampled, and items on the way', () => {
    const seen = planned(preview(removing));
    const done = run(openHistory(repair.project), seen.command);
    if (done.kind === 'refused') throw new Error(done.sentence);
    const { project } = done.history;
    const streams = Object.fromEntries(
      Object.entries(project.streams).map(([id, stream]) => [id, { ...stream, targetLeadTime: 180 }]),
    );
    const sample = (graph: MapGraph) => sampleLeadTime(graph, { runs: 200, seed: 1 });
    const pair = { project: { ...project, streams }, before: 'map', after: seen.map, application: [] };
    const rows = new Map(compareMaps({ ...judged, ...pair, sample })?.figures.map((row) => [row.id, row]));
    // Single values: every item takes 435 minutes, then 130; the target is 180.
    expect(rows.get('p85')).toMatchObject({ before: '7h 15m', after: '2h 10m', mark: 'better' });
    expect(rows.get('withinTarget')).toMatchObject({ difference: '+100 points', mark: 'better' });
    expect(rows.get('wip')).toMatchObject({ mark: 'better' });
    expect(compareMaps({ ...judged, ...pair })?.figures.some(({ id }) => id === 'p85')).toBe(false);
  });
});
