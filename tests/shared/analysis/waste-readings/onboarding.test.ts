import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../../shared/model/queries';
import { buildMap, hours } from '../../../helpers/build-map';
import { inARow } from '../judge-map';
import { good, reading, shown } from './read-waste';

describe('onboarding', () => {
  it('names the side that is waited for', () => {
    const sides = (answer: number, order: number): string[] =>
      reading((m) => {
        m.stream({ demandPerMonth: 30 });
        inARow(m, {
          ask: {
            ...good,
            team: 'HR',
            party: 'provider',
            kind: 'entry',
            value: 'NNVA',
            nnvaReason: 'coordination',
            processTime: 20,
            wait: 60,
          },
          answer: {
            ...good,
            team: 'Manager',
            party: 'consumer',
            kind: 'entry',
            value: 'NNVA',
            nnvaReason: 'coordination',
            touchesConsumer: true,
            processTime: 20,
            wait: answer,
          },
          order: {
            ...good,
            team: 'Shop',
            party: 'partner',
            kind: 'procurement',
            value: 'NNVA',
            nnvaReason: 'contract',
            processTime: 30,
            wait: order,
          },
          'hand-over': {
            ...good,
            team: 'HR',
            party: 'provider',
            kind: 'work',
            value: 'VA',
            processTime: 60,
            wait: hours(16),
          },
        });
      });
    expect(sides(hours(16), hours(2))).toEqual(['waiting-consumer map']);
    expect(sides(hours(2), hours(16))).toEqual(['waiting-supplier order']);
    expect(sides(hours(2), hours(2))).toEqual([]);
  });

  it('finds the same question asked twice on one way, not on two', () => {
    const ask = (isOneWay: boolean): string[] =>
      reading((m) => {
        m.stream({ demandPerMonth: 30 });
        m.start();
        m.step('collect', {
          ...good,
          name: 'Collect access needs',
          team: 'HR',
          kind: 'work',
          value: 'VA',
          processTime: 20,
          wait: 10,
        });
        m.step('again', {
          ...good,
          name: 'Collect the access needs',
          team: 'Identity',
          kind: 'work',
          value: 'VA',
          processTime: 15,
          wait: 10,
        });
        m.end();
        if (isOneWay) m.path('start', 'collect', 'again', 'end');
        else {
          m.node('decision', 'kind', { name: 'Staff or contractor?' });
          m.path('start', 'kind');
          m.flow('kind', 'collect', { share: 0.5 });
          m.flow('kind', 'again', { share: 0.5 });
          m.path('collect', 'end');
          m.path('again', 'end');
        }
      });
    expect(ask(true)).toEqual(['overprocessing-duplicate-step collect']);
    expect(ask(false)).toEqual([]);
  });

  it('asks who reads a report, not who reads the record or the welcome mail', () => {
    const made = (kind: 'work' | 'record' | 'communication'): string[] =>
      reading((m) =>
        inARow(m, {
          order: { ...good, kind: 'entry', value: 'NNVA', nnvaReason: 'coordination', outputs: ['request'] },
          write: { ...good, kind, value: 'VA', inputs: ['request'], outputs: ['document'] },
          prepare: { ...good, kind: 'work', value: 'VA', inputs: ['request'], outputs: ['device'] },
        }),
      );
    expect(made('work')).toEqual(['overproduction-unused-output write']);
    expect(made('record')).toEqual([]);
    expect(made('communication')).toEqual([]);
  });

  it('hears what the room has said about a barrier until somebody works on it', () => {
    const built = buildMap((m) => {
      m.stream({ demandPerMonth: 30 });
      inARow(m, {
        order: {
          ...good,
          kind: 'entry',
          value: 'NNVA',
          nnvaReason: 'coordination',
          processTime: 20,
          wait: 60,
        },
        prepare: {
          ...good,
          kind: 'work',
          value: 'VA',
          processTime: 120,
          wait: 300,
          barriers: { 'missing-input': 1 },
        },
        'hand-over': { ...good, kind: 'work', value: 'VA', processTime: 60, wait: 60 },
      });
    });
    const improved = (status: 'doing' | 'dropped'): string[] => {
      const improvements = {
        form: { name: 'Shorter form', order: 1, stream: 'stream', node: 'prepare', status },
      };
      const project = { ...built.project, improvements };
      return shown({ ...built, project, graph: graphOf(project, 'map') ?? built.graph });
    };
    expect(shown(built)).toEqual(['waiting-known-barrier prepare']);
    expect(improved('doing')).toEqual([]);
    expect(improved('dropped')).toEqual(['waiting-known-barrier prepare']);
  });
});
