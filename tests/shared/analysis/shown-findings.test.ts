import { describe, expect, test } from 'vitest';
import type { FindingRow } from '../../../shared/analysis/present-findings';
import { type FindingsView, plainView, shownFindings } from '../../../shared/analysis/shown-findings';

function row(key: string, fields: Partial<FindingRow> = {}): FindingRow {
  return {
    key,
    group: 'warning',
    sentence: `Sentence of ${key}`,
    where: { name: 'Log', ids: ['log'] },
    steps: ['Log'],
    principles: ['Focus on value'],
    wastes: ['Waiting'],
    dimensions: ['Partners and suppliers'],
    rule: 'flow-dominant-wait',
    title: 'One wait dominates',
    whyItMatters: '',
    whatToDo: '',
    whenItIsFine: '',
    howToChange: '',
    folds: [],
    worth: null,
    rank: 0,
    confidence: 1,
    trust: '',
    isBackground: false,
    isWaived: false,
    returned: null,
    waiverWords: null,
    suggestions: [],
    finding: {
      rule: 'flow-dominant-wait',
      severity: 'medium',
      about: ['log'],
      involves: [],
      message: '',
      evidence: {},
      threshold: {},
      impact: { leadTime: null, effortPerMonth: null },
      confidence: 1,
      supersededBy: null,
      waiver: null,
      returned: null,
      waived: false,
    },
    ...fields,
  };
}

const shown = (rows: readonly FindingRow[], view: Partial<FindingsView> = {}) =>
  shownFindings(rows, { ...plainView, ...view });
const keys = (rows: readonly FindingRow[]): string[] => rows.map((each) => each.key);

/** Nine open rows of which two stand in the background. */
const nine = Array.from({ length: 9 }, (_, index) =>
  row(String(index), { rank: index, isBackground: index > 6 }),
);

describe('the list of findings', () => {
  test('shows seven, and the rest at one click', () => {
    const first = shown(nine);
    expect(keys(first.rows)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect([first.more, first.canShowFewer]).toEqual([2, false]);
    const all = shown(nine, { isAll: true });
    expect([all.rows.length, all.more, all.canShowFewer]).toEqual([9, 0, true]);
  });

  test('is whole where it is short', () => {
    const short = shown(nine.slice(2));
    expect([short.rows.length, short.more, short.canShowFewer]).toEqual([7, 0, false]);
  });

  test.each<Partial<FindingsView>>([
    { search: 'sentence' },
    { group: 'waste' },
    { hidden: ['info'] },
    { waste: 'Waiting' },
  ])('holds nothing back once a person arranged it: %j', (view) => {
    expect([shown(nine, view).rows.length, shown(nine, view).more]).toEqual([9, 0]);
  });

  test('is narrowed by severity, waste, principle, dimension and words together', () => {
    const rows = [
      row('a', { group: 'error' }),
      row('b', { wastes: ['Motion'] }),
      row('c', { principles: [] }),
      row('d', { dimensions: ['Information and technology'] }),
      row('e', { sentence: 'Waits 4h for 12m of work' }),
    ];
    expect(keys(shown(rows, { hidden: ['warning'] }).rows)).toEqual(['a']);
    expect(keys(shown(rows, { waste: 'Motion' }).rows)).toEqual(['b']);
    expect(keys(shown(rows, { principle: 'Focus on value' }).rows)).toEqual(['a', 'b', 'd', 'e']);
    expect(keys(shown(rows, { dimension: 'Information and technology' }).rows)).toEqual(['d']);
    expect(keys(shown(rows, { search: 'WORK waits' }).rows)).toEqual(['e']);
    expect(keys(shown(rows, { search: 'waits', waste: 'Motion' }).rows)).toEqual([]);
  });

  test('puts the worst or the dearest first', () => {
    const rows = [row('dear', { rank: 0 }), row('bad', { group: 'error', rank: 1 })];
    expect(keys(shown(rows).rows)).toEqual(['bad', 'dear']);
    expect(keys(shown(rows, { order: 'worth' }).rows)).toEqual(['dear', 'bad']);
  });

  test('walks a finding of two wastes once, though both headings have it', () => {
    const rows = [row('a', { wastes: ['Waiting', 'Motion'] }), row('b', { wastes: ['Waiting'] })];
    const { groups, rows: walked } = shown(rows, { group: 'waste' });
    expect(groups.map((group) => keys(group.rows))).toContainEqual(['a']);
    expect(groups.map((group) => keys(group.rows))).toContainEqual(['a', 'b']);
    expect([...keys(walked)].sort()).toEqual(['a', 'b']);
  });

  test('keeps accepted ones apart and filters them alike', () => {
    const rows = [row('open'), row('fine', { isWaived: true }), row('calm', { isWaived: true, wastes: [] })];
    expect(keys(shown(rows).waived)).toEqual(['fine', 'calm']);
    expect(keys(shown(rows, { waste: 'Waiting' }).waived)).toEqual(['fine']);
    expect(keys(shown(rows).rows)).toEqual(['open']);
  });
});
