import { describe, expect, test } from 'vitest';
import { judgeValue, suggestClass, unclassifiedSteps } from '../../../shared/analysis/classify';
import { rankNodes } from '../../../shared/layout/ranks';
import { type WorkKind, workKinds } from '../../../shared/model/value-sets';
import { buildMap } from '../../helpers/build-map';

describe('the three questions about value', () => {
  test('are asked one after the other, and end with the first yes', () => {
    expect(judgeValue({})).toEqual({ kind: 'ask', question: 'again' });
    expect(judgeValue({ again: true })).toEqual({ kind: 'class', value: 'NVA' });
    expect(judgeValue({ again: false })).toEqual({ kind: 'ask', question: 'worth' });
    expect(judgeValue({ again: false, worth: true })).toEqual({ kind: 'class', value: 'VA' });
    expect(judgeValue({ again: false, worth: false })).toEqual({ kind: 'ask', question: 'duty' });
    expect(judgeValue({ again: false, worth: false, duty: true })).toEqual({ kind: 'class', value: 'NNVA' });
  });

  test('three times no is non-value-adding', () => {
    expect(judgeValue({ again: false, worth: false, duty: false })).toEqual({ kind: 'class', value: 'NVA' });
  });

  test('rework is never value-adding, whatever the consumer would say', () => {
    expect(judgeValue({ again: true, worth: true, duty: true })).toEqual({ kind: 'class', value: 'NVA' });
  });
});

describe('a class to begin with', () => {
  test('follows from the kind of work, as the reference says', () => {
    const adding: WorkKind[] = ['work', 'build', 'deploy', 'verify', 'communication'];
    const necessary: WorkKind[] = ['approval', 'inspection', 'record', 'decision', 'entry'];
    for (const kind of adding) expect(suggestClass({ kind })).toEqual({ value: 'VA', because: kind });
    for (const kind of necessary) expect(suggestClass({ kind })).toEqual({ value: 'NNVA', because: kind });
    expect(suggestClass({ kind: 'handoff' })).toEqual({ value: 'NVA', because: 'handoff' });
    const silent = workKinds.filter((kind) => suggestClass({ kind }) === null);
    expect(silent).toEqual(['review', 'procurement']);
  });

  test('is non-value-adding for rework of any kind, and silent where nothing is known', () => {
    expect(suggestClass({ kind: 'build', isRework: true })).toEqual({ value: 'NVA', because: 'rework' });
    expect(suggestClass({})).toBeNull();
  });
});

test('steps without a class come in the order of the stream, those off it last; other nodes never', () => {
  const { graph } = buildMap((m) => {
    m.start('demand');
    m.step('parked', {});
    m.step('ship', {});
    m.step('log', {});
    m.step('check', { value: 'NNVA' });
    m.node('decision', 'which', {});
    m.end('value');
    m.path('demand', 'log', 'check', 'which', 'ship', 'value');
  });
  const found = unclassifiedSteps(graph, rankNodes(graph).ordered);
  expect(found.map((step) => step.id)).toEqual(['log', 'ship', 'parked']);
});
