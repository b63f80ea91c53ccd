import { describe, expect, it } from 'vitest';
import { type Facts, factsOf } from '../../../shared/analysis/facts';
import { nodesBehind, reachOf } from '../../../shared/analysis/facts-onward';
import { longestSilence } from '../../../shared/analysis/facts-silence';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { inARow, today } from './judge-map';

function factsFrom(tell: (m: MapBuilder) => void): Facts {
  const { graph } = buildMap(tell);
  return factsOf(graph, computeFigures(graph), { pack: itil4, today, suppressForTemplates: false });
}

const reach = (tell: (m: MapBuilder) => void, id: string): number | null | undefined =>
  reachOf(factsFrom(tell)).get(id);

describe('the share of items that come to a node', () => {
  const withReturns = (m: MapBuilder): void => {
    m.start();
    for (const id of ['check', 'work', 'confirm', 'other']) m.step(id);
    m.end();
    m.path('start', 'check');
    m.flow('check', 'check', { kind: 'rework', share: 0.5 });
    m.flow('check', 'work', { share: 0.4 });
    m.flow('check', 'other', { share: 0.1 });
    m.path('work', 'confirm', 'end');
    m.path('other', 'end');
  };

  it('leaves returns aside: of those that lead on, four of five go to work', () => {
    expect(reach(withReturns, 'check')).toBeCloseTo(1, 12);
    expect(reach(withReturns, 'work')).toBeCloseTo(0.8, 12);
    expect(reach(withReturns, 'confirm')).toBeCloseTo(0.8, 12);
    expect(reach(withReturns, 'other')).toBeCloseTo(0.2, 12);
  });

  it('is the same in every branch of a fork, and behind its join', () => {
    const forked = (m: MapBuilder): void => {
      m.start();
      m.step('first');
      m.node('fork', 'both');
      m.step('a');
      m.step('b');
      m.node('join', 'met');
      m.step('last');
      m.end();
      m.path('start', 'first');
      m.flow('first', 'both', { share: 0.7 });
      m.flow('first', 'end', { share: 0.3 });
      m.path('both', 'a', 'met');
      m.path('both', 'b', 'met');
      m.path('met', 'last', 'end');
    };
    for (const id of ['a', 'b', 'last']) expect(reach(forked, id)).toBeCloseTo(0.7, 12);
  });

  it('is unknown behind shares that nobody knows', () => {
    const blank = (m: MapBuilder): void => {
      m.start();
      for (const id of ['sort', 'a', 'b']) m.step(id);
      m.end();
      m.path('start', 'sort', 'a', 'end');
      m.path('sort', 'b', 'end');
    };
    expect(reach(blank, 'sort')).toBe(1);
    expect(reach(blank, 'a')).toBeNull();
  });
});

describe('the nodes behind a node', () => {
  it('are those that the flows lead to, without a way back', () => {
    const facts = factsFrom((m) => inARow(m, { a: {}, b: {}, c: {} }));
    expect([...nodesBehind(facts, ['b'])].sort()).toEqual(['c', 'end']);
    expect([...nodesBehind(facts, ['b'], true)].sort()).toEqual(['a', 'start']);
  });
});

describe('the longest silence', () => {
  it('counts waits and work of silent steps and the wait before the consumer hears again', () => {
    const silence = longestSilence(
      factsFrom((m) =>
        inARow(m, {
          order: { touchesConsumer: true, wait: 5, processTime: 10 },
          build: { touchesConsumer: false, wait: 20, processTime: 30 },
          show: { touchesConsumer: true, wait: 40, processTime: 50 },
          file: { touchesConsumer: false, wait: 1, processTime: 2 },
          later: { touchesConsumer: false, wait: 900, processTime: 2, afterValue: true },
        }),
      ),
    );
    expect(silence).toMatchObject({ minutes: 90, from: 'Order', to: 'Show', steps: ['build', 'show'] });
  });

  it('follows the way that most items take', () => {
    const silence = longestSilence(
      factsFrom((m) => {
        m.start();
        m.step('sort', { touchesConsumer: true, wait: 0, processTime: 1 });
        m.step('usual', { touchesConsumer: false, wait: 60, processTime: 0 });
        m.step('rare', { touchesConsumer: false, wait: 6000, processTime: 0 });
        m.end();
        m.path('start', 'sort');
        m.flow('sort', 'usual', { share: 0.6 });
        m.flow('sort', 'rare', { share: 0.4 });
        m.path('usual', 'end');
        m.path('rare', 'end');
      }),
    );
    expect(silence).toMatchObject({ minutes: 60, from: 'Sort', to: null });
  });

  it('takes the longest branch of a fork in which nobody speaks with the consumer', () => {
    const silence = longestSilence(
      factsFrom((m) => {
        m.start();
        m.step('order', { touchesConsumer: true, wait: 0, processTime: 1 });
        m.node('fork', 'both');
        m.step('short', { touchesConsumer: false, wait: 10, processTime: 0 });
        m.step('long', { touchesConsumer: false, wait: 90, processTime: 5 });
        m.node('join', 'met');
        m.step('tell', { touchesConsumer: true, wait: 7, processTime: 1 });
        m.end();
        m.path('start', 'order', 'both', 'short', 'met');
        m.path('both', 'long', 'met', 'tell', 'end');
      }),
    );
    expect(silence).toMatchObject({ minutes: 102, from: 'Order', to: 'Tell', steps: ['long', 'tell'] });
  });
});
