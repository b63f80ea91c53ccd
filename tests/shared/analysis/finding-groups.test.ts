import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { groupRows, searchRows } from '../../../shared/analysis/finding-groups';
import { orderRows, presentFindings } from '../../../shared/analysis/present-findings';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { buildMap } from '../../helpers/build-map';
import { inARow, judge } from './judge-map';

const ids = ['flow-dominant-wait', 'waste-motion-rekeying', 'principle-unobserved-current-state'];
const built = buildMap((m) => {
  m.stream({ demandPerMonth: 100, costOfDelayPerHour: 2 });
  m.role('agent', { ratePerHour: 50 });
  inARow(m, {
    approve: { processTime: 6, wait: 300 },
    register: { role: 'agent', processTime: 30, wait: 0, rekeys: true },
  });
});
const report = judge(built, { rules: allRules.filter(({ id }) => ids.includes(id)) });
const { rows } = presentFindings(report, built.graph, itil4, { currency: 'EUR' });

describe('rows of findings', () => {
  it('say what is at stake: time of an item, work of a month, money of a month', () => {
    const worth = Object.fromEntries(rows.map((row) => [row.rule, row.worth?.replaceAll('\u00a0', ' ')]));
    // 300 - 3 x 6 minutes for each of 100 items at 2 an hour; 100 x 30 minutes at 50 an hour.
    expect(worth).toEqual({
      'flow-dominant-wait': '4h 42m per item · 940 EUR a month',
      'waste-motion-rekeying': '50h of work a month · 2 500 EUR a month',
      'principle-unobserved-current-state': undefined,
    });
    const [silent] = presentFindings(report, built.graph, itil4).rows;
    expect(silent?.worth).not.toContain('EUR');
  });

  it('are grouped by step, the whole map last', () => {
    expect(groupRows(rows, 'step').map(({ name, rows: own }) => [name, own.map(({ rule }) => rule)])).toEqual(
      [
        ['Approve', ['flow-dominant-wait']],
        ['Register', ['waste-motion-rekeying']],
        ['Whole map', ['principle-unobserved-current-state']],
      ],
    );
  });

  it('are grouped by waste, a row under each of its wastes, none last', () => {
    const groups = groupRows(rows, 'waste').map(({ name, rows: own }) => [name, own.length]);
    expect(groups).toEqual([
      ['Motion', 1],
      ['Waiting', 1],
      ['Overprocessing', 1],
      ['Defects', 1],
      ['No waste', 1],
    ]);
  });

  it('are grouped by principle and dimension without losing a row', () => {
    for (const by of ['principle', 'dimension'] as const) {
      const kept = new Set(groupRows(rows, by).flatMap((group) => group.rows));
      expect(kept).toEqual(new Set(rows));
    }
  });

  it('are found by every word that is typed, in any case and field', () => {
    const found = (text: string): string[] => searchRows(rows, text).map(({ rule }) => rule);
    expect(found('')).toEqual(rows.map(({ rule }) => rule));
    expect(found('APPROVE')).toEqual(['flow-dominant-wait']);
    expect(found('defects register')).toEqual(['waste-motion-rekeying']);
    expect(found('start where')).toEqual(['principle-unobserved-current-state']);
    expect(found('approve register')).toEqual([]);
  });

  it('stand worst first, or by what is at stake', () => {
    const order = (by: 'worth' | 'severity'): string[] => orderRows(rows, by).map(({ rule }) => rule);
    expect(order('severity')).toEqual([
      'flow-dominant-wait',
      'waste-motion-rekeying',
      'principle-unobserved-current-state',
    ]);
    expect(order('worth')).toEqual([
      'waste-motion-rekeying',
      'flow-dominant-wait',
      'principle-unobserved-current-state',
    ]);
  });
});
