import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, type MapSpec, mapOf, type NodeSpec } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));
const values = (figures: Figures, ...keys: FigureKey[]): (number | null)[] =>
  keys.map((key) => figures.figure[key].value);

const full: NodeSpec = { pt: 10, wait: 30, ca: 0.9, value: 'VA', team: 'one' };

describe('odd maps', () => {
  const pathOf = (figures: Figures): string[] =>
    figures.figure.leadTimeExpected.missing.filter((gap) => gap.field === 'path').map((gap) => gap.about);

  it('without any node have no lead time, and say so of the map', () => {
    const figures = figuresOf({ nodes: {}, flows: [] });
    expect(values(figures, 'leadTimeExpected', 'effortPersonHours', 'rolledCompleteAccurate')).toEqual([
      null,
      null,
      null,
    ]);
    expect(pathOf(figures)).toEqual(['map']);
    expect(figures.visits).toBeNull();
  });

  it('with a start and an end alone have no lead time of zero', () => {
    expect(
      values(figuresOf({ nodes: { start: {}, end: {} }, flows: ['start > end'] }), 'leadTimeExpected'),
    ).toEqual([null]);
  });

  it('without a start begin at the only node that nothing leads to', () => {
    const figures = figuresOf({
      nodes: { a: full, b: full, end: {} },
      flows: ['a > b', 'b > a 0.5 rework', 'b > end 0.5'],
    });
    expect(values(figures, 'leadTimeExpected')).toEqual([160]);
  });

  it('whose start leads nowhere begin at the only node that nothing leads to', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: full, end: {} },
      flows: chain('a', 'b', 'end'),
    });
    expect(values(figures, 'leadTimeExpected')).toEqual([80]);
  });

  it('with several beginnings and no start are not guessed at', () => {
    const figures = figuresOf({ nodes: { a: full, b: full }, flows: [] });
    expect(values(figures, 'leadTimeExpected')).toEqual([null]);
    expect(pathOf(figures)).toEqual(['a', 'b']);
  });

  it('with two starts share the items between them', () => {
    const figures = figuresOf({
      nodes: { start1: {}, start2: {}, a: { ...full, wait: 50 }, b: full, end: {} },
      flows: ['start1 > a', 'start2 > b', 'a > end', 'b > end'],
    });
    expect(figures.visits?.node.get('a')).toBe(0.5);
    expect(values(figures, 'leadTimeExpected')).toEqual([50]);
  });

  it('without an end let items end where nothing leads on', () => {
    const figures = figuresOf({ nodes: { start: {}, a: full, b: full }, flows: chain('start', 'a', 'b') });
    expect(values(figures, 'leadTimeExpected', 'firstPassYield')).toEqual([80, 1]);
  });

  it('with two ends count what reaches either', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: full, end1: {}, end2: {} },
      flows: ['start > a', 'a > end1 0.4', 'a > b 0.6', 'b > end2 0.5', 'b > a 0.5 rework'],
    });
    expect(figures.visits?.node.get('a')).toBeCloseTo(1 / 0.7, 12);
    // Neither end lies behind the return: 0.4 + 0.6 x 0.5.
    expect(figures.figure.firstPassYield.value).toBeCloseTo(0.7, 12);
  });

  it('with a loop that nothing leaves have no visits, and name its steps', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: full, end: {} },
      flows: ['start > a', 'a > b', 'b > a'],
    });
    expect(figures.visits).toBeNull();
    expect(figures.figure.leadTimeExpected).toMatchObject({ value: null, lower: null, upper: null });
    expect(pathOf(figures)).toEqual(['a', 'b']);
  });

  it('with a step that only returns to itself name it', () => {
    expect(
      pathOf(figuresOf({ nodes: { start: {}, a: full }, flows: ['start > a', 'a > a rework'] })),
    ).toEqual(['a']);
  });

  it('whose only way on is rework have no single pass', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: full, end: {} },
      flows: ['start > a', 'a > b rework', 'b > end'],
    });
    expect(values(figures, 'leadTimeExpected', 'leadTimeSinglePass', 'firstPassYield')).toEqual([
      80,
      null,
      0,
    ]);
    expect(figures.figure.leadTimeSinglePass.missing).toEqual([{ about: 'a', field: 'path' }]);
  });

  it('are not moved by notes, bursts and information flows', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, note: {}, control: {}, end: {} },
      flows: ['start > a', 'a > end', 'control > a information', 'a > note', 'a > control information'],
    });
    expect(values(figures, 'leadTimeExpected')).toEqual([40]);
  });

  it('with steps that take no time have no ratio', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: { pt: 0, wait: 0, value: 'VA' }, end: {} },
      flows: chain('start', 'a', 'end'),
    });
    expect(
      values(figures, 'leadTimeExpected', 'activityRatio', 'processCycleEfficiency', 'reworkEffortShare'),
    ).toEqual([0, null, null, null]);
  });

  it('have no trouble with ids that are names of JavaScript', () => {
    const figures = figuresOf({
      nodes: { start: {}, constructor: full, toString: full, end: {} },
      flows: chain('start', 'constructor', 'toString', 'end'),
    });
    expect(values(figures, 'leadTimeExpected')).toEqual([80]);
  });
});
