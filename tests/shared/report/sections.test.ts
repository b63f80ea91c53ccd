import { describe, expect, it } from 'vitest';
import { buildReport, emptySections } from '../../../shared/report/build-report';
import type { ReportWish } from '../../../shared/report/context';
import { type Block, type SectionName, sectionNames, type TableBlock } from '../../../shared/report/types';
import { emptyProject } from '../../../shared/model/new-project';
import { countIds } from '../../helpers/count-ids';
import { fullProject, futureMap } from '../../helpers/full-project';

const wish: ReportWish = {
  scope: { kind: 'project' },
  sections: sectionNames,
  lanes: null,
  ladder: true,
  today: '2026-11-22',
};
const report = buildReport(fullProject, wish);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function blocksOf(name: SectionName, from = report): readonly Block[] {
  return from.sections.find((section) => section.name === name)?.blocks ?? [];
}

/** The rows of a table as texts. */
function rowsOf(name: SectionName, caption: string, from = report): string[][] {
  const found = blocksOf(name, from).find(
    (block): block is TableBlock => block.kind === 'table' && block.caption === caption,
  );
  if (!found) throw new Error(`no table ${caption} in ${name}`);
  return found.rows.map((row) => row.map(({ text }) => plain(text)));
}

const said = (name: SectionName, from = report): string =>
  blocksOf(name, from)
    .map((block) => (block.kind === 'paragraph' ? plain(block.text) : ''))
    .join('\n');

describe('the report of a full project', () => {
  it('has every section', () => {
    expect(report.sections.map(({ name }) => name)).toEqual([...sectionNames]);
    expect([...emptySections(fullProject, wish)]).toEqual([]);
    expect(report.title).toBe('Restore access');
    expect(report.subtitle).toBe('Current state · Calm routing · observed on 2026-10-20');
  });

  it('sums up what the whole says: 435 minutes now, 165 then', () => {
    const tiles = blocksOf('cover').flatMap((block) => (block.kind === 'tiles' ? block.tiles : []));
    expect(tiles.map(({ name, value }) => [name, plain(value)])).toEqual([
      ['Lead time', '7h 15m'],
      ['Process time', '1h 15m'],
      ['Activity ratio', '17.2 %'],
      ['Rolled %C&A', '72 %'],
      ['Bottleneck', 'Service desk'],
    ]);
    expect(tiles[0]?.tone).toBe('bad');
    const text = said('cover');
    expect(text).toContain('An item takes 7h 15m on average until value is there; 1h 15m of that is work.');
    expect(text).toMatch(/Calm routing: .*7h 15m to 2h 45m/);
    expect(text).toContain('2 improvements are planned, 1 of them with an owner and a date.');
  });

  it('tells the charter with dates and target, and who gains and pays what at which step', () => {
    const charter = new Map(rowsOf('charter', 'Charter').map(([field = '', text = '']) => [field, text]));
    expect(charter.get('Purpose')).toBe('People can work again');
    expect(charter.get('Target lead time')).toBe('4h');
    expect(charter.get('Workshop')).toBe('2026-11-02 to 2026-11-04');
    expect(rowsOf('charter', 'Stakeholders')).toEqual([
      ['Ana, accounting', 'User', 'Must send invoices by noon'],
    ]);
    expect(rowsOf('charter', 'What the stream gives and takes')).toEqual([
      ['Ana, accounting', 'Outcomes supported', 'Invoices go out on the same day', 'Fix'],
      ['Ana, accounting', 'Warranty (availability)', 'Restored within four hours', ''],
      ['Ana, accounting', 'Costs imposed', 'Has to call twice', 'Route'],
    ]);
  });

  it('lists the steps along the stream, without columns that nobody filled', () => {
    expect(rowsOf('current', 'Steps of Current state')).toEqual([
      ['Log', 'Service desk', '10m', '20m', '90 %', 'VA'],
      ['Route', 'Service desk', '5m', '5h', '100 %', 'NVA'],
      ['Fix', 'Service desk', '1h', '40m', '80 %', 'VA'],
    ]);
  });

  it('draws the ladder of work and wait in hours', () => {
    const chart = blocksOf('figures').find((block) => block.kind === 'chart' && block.isStacked);
    if (chart?.kind !== 'chart') throw new Error('no ladder');
    expect(chart.categories).toEqual(['Log', 'Route', 'Fix']);
    expect(chart.series.map(({ values }) => values.map((value) => Math.round((value ?? 0) * 60)))).toEqual([
      [10, 5, 60],
      [20, 300, 40],
    ]);
  });

  it('tells what each change of the future state brings, and both side by side', () => {
    const lists = blocksOf('future').flatMap((block) =>
      block.kind === 'list' ? block.items.map(plain) : [],
    );
    expect(lists[0]).toMatch(/Route.*7h 15m to 3h 15m/);
    expect(lists[1]).toMatch(/Fix.*7h 15m to 6h 45m/);
    const rows = rowsOf('future', 'Current state and Calm routing side by side');
    expect(rows.find(([name]) => name === 'Lead time, expected')?.slice(0, 3)).toEqual([
      'Lead time, expected',
      '7h 15m',
      '2h 45m',
    ]);
    expect(blocksOf('future').some(({ kind }) => kind === 'picture')).toBe(true);
  });

  it('lists improvements with what they bring, and what is late or hangs loose', () => {
    expect(rowsOf('plan', 'Improvements')).toEqual([
      ['Route by category', 'Route', 'Kim', '2026-11-10, overdue', 'Under way', '−4h lead time'],
      ['Teach the first line', 'Whole stream', '', '', 'Idea', 'No change linked'],
    ]);
    expect(rowsOf('plan', 'How we will see that it helped')).toEqual([
      ['Route by category', 'Median wait before routing', '5h', '1h'],
    ]);
    expect(rowsOf('plan', 'Effort and impact as the room judges them')).toEqual([
      ['Route by category', '20 %', '90 %', 'Do now'],
    ]);
  });

  it('keeps the log of the workshop: agenda, decisions, parking lot, wall and votes', () => {
    expect(rowsOf('workshop', 'Agenda')).toEqual([
      ['Day 1, Morning', 'Welcome and scope', '45m', '50m', 'yes'],
      ['Day 1, Afternoon', 'First walk', '1h 45m', '', ''],
    ]);
    expect(rowsOf('workshop', 'Decisions')).toEqual([
      ['No more routing by hand', 'Kim', '2026-11-03', 'Calm routing'],
    ]);
    expect(rowsOf('workshop', 'Parking lot')).toEqual([['Ask legal about logs', 'Lee', 'dealt with']]);
    const lists = blocksOf('workshop').flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(lists).toEqual(['Two tools for one ticket (Sam)', 'Nobody owns the queue']);
    expect(rowsOf('workshop', 'Dot vote: What first?')).toEqual([
      ['Route by category', '5', '1'],
      ['Two tools for one ticket', '1', '2'],
    ]);
    expect(said('workshop')).toContain('The vote is not revealed yet.');
  });

  it('tells of two maps alone where two are compared, and of one where one is asked for', () => {
    const compared = buildReport(fullProject, {
      ...wish,
      scope: { kind: 'compare', from: 'map', to: futureMap },
    });
    expect(compared.sections.some(({ name }) => name === 'future')).toBe(true);
    const one = buildReport(fullProject, { ...wish, scope: { kind: 'map', map: 'map' } });
    expect(one.sections.some(({ name }) => name === 'future')).toBe(false);
  });

  it('tells the steps of a selection only', () => {
    const some = buildReport(fullProject, {
      ...wish,
      scope: { kind: 'selection', map: 'map', nodes: ['log', 'fix'] },
    });
    expect(rowsOf('current', 'Steps of Current state', some).map(([name]) => name)).toEqual(['Log', 'Fix']);
  });
});

describe('the report of an empty project', () => {
  it('says nothing false: no figures, no findings', () => {
    const names = { project: 'P', stream: 'S', map: 'M', demand: 'D', value: 'V' };
    const { project } = emptyProject({ makeId: countIds(), names });
    const empty = buildReport(project, wish);
    expect(empty.sections.map(({ name }) => name)).toEqual(['current']);
    expect(said('current', empty)).toContain('The map has no steps yet.');
  });
});
