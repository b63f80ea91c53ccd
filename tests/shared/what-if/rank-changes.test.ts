import { describe, expect, it } from 'vitest';
import { firstOffers } from '../../../shared/what-if/first-offers';
import { rankChanges } from '../../../shared/what-if/rank-changes';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { scenarioFigures } from '../../../shared/what-if/scenario-figures';
import { graphOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { calculatedTemplates } from '../figures/templates';

/** Lead time by hand: log 10 + 20, route 5 + 300, fix 60 + 40 at 1 / 0.8 = 1.25 visits each (a fifth of the fixes goes back to log): 1.25 x 435 = 543.75 minutes. */
const { project } = buildMap((m) => {
  m.stream({ demandPerMonth: 100, costOfDelayPerHour: 6 });
  m.role('desk', { people: 1, availability: 1, ratePerHour: 60 });
  m.start();
  m.step('log', { role: 'desk', processTime: 10, wait: 20, completeAccurate: 0.8, value: 'VA' });
  m.step('route', { role: 'desk', processTime: 5, wait: 300, completeAccurate: 1, value: 'NVA' });
  m.step('fix', { role: 'desk', processTime: 60, wait: 40, completeAccurate: 0.95, value: 'VA' });
  m.end();
  m.path('start', 'log', 'route', 'fix');
  m.flow('fix', 'end', { share: 0.8 });
  m.flow('fix', 'log', { share: 0.2, kind: 'rework' });
});

describe('ranking single changes', () => {
  const ranked = rankChanges(project, 'map', { part: 0.5 });
  const of = (key: string) => ranked.find((each) => each.key === key);

  it('finds the gains that a calculation by hand finds', () => {
    expect(of('route:skip')?.leadTime).toBeCloseTo(1.25 * 305, 6);
    expect(of('route:wait')?.leadTime).toBeCloseTo(1.25 * 150, 6);
    expect(of('fix--log:share')?.leadTime).toBeCloseTo(543.75 - 435 / 0.9, 6);
    expect(of('fix:processTime')?.leadTime).toBeCloseTo(1.25 * 30, 6);
    expect(of('log:wait')?.leadTime).toBeCloseTo(1.25 * 10, 6);
  });

  it('offers at first the volume and the strongest of each kind, not one kind alone', () => {
    const graph = graphOf(project, 'map');
    if (!graph) throw new Error('the map is gone');
    const offered = firstOffers(project, graph, ranked, 6);
    // Waits, work and returns; one more person shortens the queue by the estimate alone.
    expect(offered).toEqual(
      expect.arrayContaining(['route:wait', 'fix:processTime', 'fix--log:share', 'desk:people']),
    );
    expect(offered).toHaveLength(6);
    expect(offered.slice(0, 2)).toEqual(['stream:demandPerMonth', 'route:wait']);
  });

  it('offers the share of a choice where nothing returns, and the volume behind the rest where it is unknown', () => {
    const plain = buildMap((m) => {
      m.start();
      m.step('sort', { processTime: 10, wait: 20 });
      m.step('help', { processTime: 30, wait: 40 });
      m.end();
      m.path('start', 'sort');
      m.flow('sort', 'help', { share: 0.3 });
      m.flow('sort', 'end', { share: 0.7 });
      m.path('help', 'end');
    });
    const all = rankChanges(plain.project, 'map', { part: 0.5 });
    expect(firstOffers(plain.project, plain.graph, all, 6)).toEqual([
      // 10 minutes of 20, 0.3 x 20 of 40, 5 of 10, 0.3 x 15 of 30.
      'sort:wait',
      'help:wait',
      'sort:processTime',
      'help:processTime',
      'sort--help:share',
      'stream:demandPerMonth',
    ]);
  });

  it('puts the largest first', () => {
    expect(ranked.slice(0, 4).map(({ key }) => key)).toEqual([
      'route:skip',
      'route:wait',
      'fix--log:share',
      'fix:processTime',
    ]);
  });

  it('counts effort for work and none for waits', () => {
    expect(of('fix:processTime')?.effort).toBeCloseTo(1.25 * 30, 6);
    expect(of('route:wait')?.effort).toBe(0);
  });

  it('adds work and delay of a month: 37.5 min x 100 items x (60 + 6) an hour', () => {
    expect(of('fix:processTime')?.money).toBeCloseTo((37.5 / 60) * 100 * 66, 6);
  });

  it('counts one more person as no gain on the clock, and tells the queue apart as an estimate', () => {
    expect(of('desk:people')?.leadTime).toBe(0);
    expect(of('desk:people')?.queue).toBeGreaterThan(0);
  });

  it('raises what is right by ten points, to all at most', () => {
    expect(of('log:completeAccurate')?.quality).toBeCloseTo(0.9 * 0.95 - 0.8 * 0.95, 9);
    expect(of('fix:completeAccurate')?.quality).toBeCloseTo(0.8 - 0.8 * 0.95, 9);
    expect(of('route:completeAccurate')).toBeUndefined();
    expect(rankChanges(project, 'map', { part: 0.5 }, 'quality')[0]?.key).toBe('log:completeAccurate');
  });

  it('cuts by the part that is asked for', () => {
    const all = rankChanges(project, 'map', { part: 0.2 });
    expect(all.find(({ key }) => key === 'route:wait')?.leadTime).toBeCloseTo(1.25 * 60, 6);
  });

  it('does not leave steps out that add value or are required', () => {
    expect(ranked.filter(({ kind }) => kind === 'skip').map(({ change }) => change.about)).toEqual(['route']);
  });

  it('knows no gain where the lead time is unknown', () => {
    const unknown = structuredClone(project);
    delete unknown.nodes.log?.wait;
    const first = rankChanges(unknown, 'map', { part: 0.5 }).find(({ key }) => key === 'route:wait');
    expect(first?.leadTime).toBeNull();
    expect(first?.effort).toBe(0);
  });
});

describe.each(calculatedTemplates.map(({ id }) => id))('the ranking of the template %s', (id) => {
  it('tells the gains that the figures of each scenario show', () => {
    const made = newFromTemplate(id, { makeId: countIds() });
    const graph = made && graphOf(made.project, made.mapId);
    if (!made || !graph) throw new Error(`there is no template ${id}`);
    const before = computeFigures(graph).figure;
    for (const each of rankChanges(made.project, made.mapId, { part: 0.5 })) {
      const after = scenarioFigures(made.project, made.mapId, { [each.key]: each.change })?.figures.figure;
      const gain = (key: 'leadTimeExpected' | 'effortPersonHours' | 'delayCostPerMonth'): number =>
        (before[key].value ?? Number.NaN) - (after?.[key].value ?? Number.NaN);
      expect(each.leadTime, each.key).toBeCloseTo(gain('leadTimeExpected'), 6);
      expect(each.effort, each.key).toBeCloseTo(gain('effortPersonHours'), 6);
      expect(each.money, each.key).toBeCloseTo(gain('delayCostPerMonth'), 4);
      expect(each.quality ?? 0, each.key).toBeCloseTo(
        (after?.rolledCompleteAccurate.value ?? 0) - (before.rolledCompleteAccurate.value ?? 0),
        9,
      );
    }
  });
});
