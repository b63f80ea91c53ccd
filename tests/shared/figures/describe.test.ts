import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import {
  describeFigure,
  describeFigures,
  type FigureTile,
  type TileId,
} from '../../../shared/figures/describe';
import { explain } from '../../../shared/figures/explain';
import { chain, h, type MapSpec, mapOf } from './maps';

const noBreak = (text: string): string => text.replaceAll('\u00a0', ' ');

function tilesOf(spec: MapSpec): Record<TileId, FigureTile> {
  const graph = mapOf(spec);
  const tiles = describeFigures(graph, computeFigures(graph));
  return Object.fromEntries(tiles.map((tile) => [tile.id, tile])) as Record<TileId, FigureTile>;
}

/** Two steps, 1 h of 10 h worked; 42 asked for a day keep 5.25 people busy. */
const complete: MapSpec = {
  nodes: {
    start: {},
    log: { pt: { likely: 15, source: 'measured' }, wait: 105, ca: 0.8, value: 'VA', role: 'desk' },
    fix: { pt: 45, wait: 435, ca: 0.5, value: 'NNVA', role: 'desk' },
    end: {},
  },
  flows: chain('start', 'log', 'fix', 'end'),
  demand: (42 * (40 * 52)) / 12 / 8,
  target: h(8),
  roles: { desk: { people: 100, availability: 1 } },
};

describe('the metrics strip', () => {
  it('has the eight tiles in their order', () => {
    const graph = mapOf(complete);
    expect(describeFigures(graph, computeFigures(graph)).map((tile) => tile.label)).toEqual([
      'Lead time',
      'Process time',
      'Activity ratio',
      'Value-added',
      'Rolled %C&A',
      'Takt time',
      'Bottleneck',
      'WIP',
    ]);
  });

  it('shows what is known, with how it comes about under it', () => {
    const tiles = tilesOf(complete);
    const shown = Object.fromEntries(
      Object.entries(tiles).map(([id, { value, note }]) => [id, noBreak(`${value} | ${note}`)]),
    );
    expect(shown).toEqual({
      leadTime: '10h | +2h over 8h target',
      processTime: '1h | 1 of 2 steps measured',
      activityRatio: '10.0 % | 1h of 10h',
      valueAdded: '2.5 % | 15m of lead time',
      rolled: '40 % | right at every step',
      takt: '11m 26s | 480 min ÷ 42 a day',
      bottleneck: 'Desk | 5 % of the people’s time',
      wip: '53 | 42 a day × 1.25 days',
    });
  });

  it('shows the single pass beside the expected lead time', () => {
    const flows = ['start > log', 'log > fix', 'fix > end 0.8', 'fix > log 0.2 rework'];
    const { leadTime } = tilesOf({ ...complete, flows });
    expect([leadTime.value, leadTime.aside]).toEqual(['12h 30m', 'single pass 10h']);
  });

  it('says good of a target that is met and bad of one that is missed', () => {
    expect(tilesOf(complete).leadTime).toMatchObject({ tone: 'bad', emphasis: '+2h' });
    expect(tilesOf({ ...complete, target: h(12) }).leadTime).toMatchObject({
      tone: 'good',
      note: '2h under 12h target',
      emphasis: '2h',
    });
  });

  it('says how long working time lasts on the wall', () => {
    // 10 h at 40 h a week are a quarter of a week: 1.75 days.
    expect(tilesOf(complete).leadTime.title).toContain('about 1.75 calendar days');
  });

  it('calls a role bad whose people cannot do the work', () => {
    const { bottleneck } = tilesOf({ ...complete, roles: { desk: { people: 5, availability: 1 } } });
    expect(noBreak(bottleneck.note)).toBe('105 % of the people’s time');
    expect(bottleneck.tone).toBe('bad');
  });

  it('names the longest step where nothing is known of roles', () => {
    const { bottleneck } = tilesOf({ ...complete, roles: {} });
    expect(noBreak(`${bottleneck.value} | ${bottleneck.note}`)).toBe('Fix | 8h, 80 % of lead time');
  });

  it('never names a step that nobody waits for, and says so in the arithmetic', () => {
    // Telling the users takes 100 h 30 m beside the item's way; only Fix (8 h) holds it up.
    const spec: MapSpec = {
      nodes: {
        start: { type: 'start' },
        fork: { type: 'fork' },
        fix: { pt: h(1), wait: h(7) },
        tell: { pt: 30, wait: h(100), detached: true },
        end: { type: 'end' },
      },
      flows: ['start > fork', 'fork > fix', 'fork > tell', 'fix > end'],
    };
    const graph = mapOf(spec);
    const figures = computeFigures(graph);
    expect(figures.bottleneck).toMatchObject({ id: 'fix', amount: h(8), isCertain: true });
    expect(explain('bottleneck', graph, figures).rows.map((row) => row.about)).toEqual([['fix']]);
  });

  it('says in the tip what the rolled share is of', () => {
    expect(tilesOf(complete).rolled.title).toContain('40 of 100 items pass every step without a correction.');
  });

  it('counts a small demand by the month', () => {
    const tiles = tilesOf({ ...complete, demand: 2 });
    expect([tiles.takt.note, tiles.wip.note]).toEqual(['173h ÷ 2 a month', '2 a month × 10h']);
  });
});

describe('the metrics strip of a map with gaps', () => {
  const { log, fix, ...others } = complete.nodes;
  const gapped = (without: readonly string[]): MapSpec => ({
    ...complete,
    nodes: {
      ...others,
      log: { ...log },
      fix: Object.fromEntries(Object.entries(fix ?? {}).filter(([field]) => !without.includes(field))),
    },
  });

  it('shows what is certain and which inputs lack', () => {
    const { leadTime, activityRatio } = tilesOf({ ...gapped(['wait']), target: h(8) });
    expect(noBreak(`${leadTime.value}: ${leadTime.note}`)).toBe('at least 2h 45m: 1 of 2 waits unknown');
    expect(leadTime.tone).toBe('unknown');
    // One hour of at least 2 h 45 m.
    expect(noBreak(activityRatio.value)).toBe('at most 36.4 %');
  });

  it('says that the target is missed for certain although inputs lack', () => {
    const { leadTime } = tilesOf({ ...gapped(['wait']), target: h(2) });
    expect([leadTime.tone, leadTime.note]).toEqual(['bad', '+45m over 2h target; 1 of 2 waits unknown']);
  });

  it('bounds quality from above', () => {
    const { rolled } = tilesOf(gapped(['ca']));
    expect(noBreak(`${rolled.value} | ${rolled.note}`)).toBe('at most 80 % | 1 of 2 %C&A unknown');
  });

  it('bounds the value-added share from both sides where a class lacks', () => {
    const { valueAdded } = tilesOf(gapped(['value']));
    expect(noBreak(`${valueAdded.value} | ${valueAdded.note}`)).toBe(
      '2.5 % to 10.0 % | 1 of 2 classes unknown',
    );
  });

  it('asks for the demand', () => {
    const { demand: _, ...rest } = complete;
    const { takt, wip, bottleneck } = tilesOf(rest);
    expect(takt).toMatchObject({ value: 'unknown', note: 'needs demand per month', tone: 'unknown' });
    expect(wip.note).toBe('needs demand per month');
    expect(bottleneck.value).toBe('Fix');
  });

  it('marks a bottleneck that a missing value may overtake', () => {
    const { bottleneck } = tilesOf({ ...gapped(['wait']), roles: {} });
    expect(bottleneck).toMatchObject({ value: 'Log', note: 'largest known: 2h', tone: 'unknown' });
  });

  it('keeps an overloaded role the bottleneck when a step of it without times is added', () => {
    const { nodes, ...rest } = complete;
    const spec: MapSpec = {
      ...rest,
      nodes: { ...nodes, blank: { role: 'desk' }, check: { pt: 30, wait: 0, role: 'iam' } },
      flows: ['start > log', 'log > fix', 'fix > blank', 'blank > check', 'check > end'],
      roles: { desk: { people: 5, availability: 1 }, iam: { people: 3, availability: 1 } },
    };
    const { bottleneck } = tilesOf(spec);
    expect([bottleneck.value, noBreak(bottleneck.note), bottleneck.tone]).toEqual([
      'Desk',
      'at least 105 % of the people’s time',
      'bad',
    ]);
  });

  it('names the node whose shares are open', () => {
    const { leadTime } = tilesOf({
      ...complete,
      flows: ['start > log', 'log > fix', 'log > end', 'fix > end'],
    });
    expect([leadTime.value, leadTime.note]).toEqual(['at least 2h', 'shares out of “Log” unclear']);
  });

  it.each<[string, Record<string, object>, string[], string]>([
    ['without steps', { start: {}, end: {} }, ['start > end'], 'no step yet'],
    [
      'whose steps nothing leads to',
      { start: {}, a: {}, b: {}, end: {} },
      [],
      'no clear start: connect it to a step',
    ],
    [
      'with a fork that nothing joins',
      { start: {}, fork: {}, a: {}, b: {}, end: {} },
      ['start > fork', 'fork > a', 'fork > b', 'a > end', 'b > end'],
      '“Fork” has no join for its branches',
    ],
    [
      'with a join that belongs to no fork',
      { start: {}, decision: {}, a: {}, b: {}, join: {}, end: {} },
      ['start > decision', 'decision > a 0.5', 'decision > b 0.5', 'a > join', 'b > join', 'join > end'],
      '“Join” has no fork',
    ],
    [
      'with a loop that nothing leaves',
      { start: {}, a: {}, b: {}, end: {} },
      ['start > a', 'a > b', 'b > a 1 rework', 'b > end 0'],
      'items that come to “A” never reach an end',
    ],
  ])('says what is wrong with a map %s', (_, nodes, flows, note) => {
    const { leadTime, bottleneck } = tilesOf({ nodes, flows });
    expect([leadTime.value, leadTime.note, leadTime.tone]).toEqual(['unknown', note, 'unknown']);
    expect([bottleneck.value, bottleneck.note]).toEqual(['unknown', note]);
  });
});

describe('one figure in words', () => {
  it('has its name, value and definition', () => {
    const graph = mapOf(complete);
    expect(describeFigure(graph, computeFigures(graph), 'effortPersonHours')).toEqual({
      name: 'Effort (person time)',
      value: '1h',
      missing: null,
      definition:
        'Expected visits × process time × people busy at once, summed over all steps, those beside the path included.',
    });
  });
});
