import { type BuiltMap, buildMap, hours } from '../../../helpers/build-map';

/** Maps whose figures need more than adding up: by what is odd about them. */
export const oddMaps: Readonly<Record<string, BuiltMap>> = {
  'branches-within-branches': buildMap((m) => {
    m.stream({ demandPerMonth: 40 });
    m.role('clerk', { people: 2, availability: 0.5 });
    m.start();
    m.step('take', {
      processTime: 30,
      wait: 10,
      completeAccurate: 0.9,
      role: 'clerk',
      team: 'A',
      value: 'VA',
    });
    m.node('fork', 'split');
    m.step('short', {
      processTime: 60,
      wait: hours(1),
      completeAccurate: 0.8,
      role: 'clerk',
      team: 'B',
      value: 'NVA',
    });
    m.node('fork', 'inner');
    m.step('one', {
      processTime: 20,
      wait: hours(5),
      completeAccurate: 0.95,
      role: 'clerk',
      team: 'B',
      value: 'VA',
    });
    m.step('two', {
      processTime: hours(2),
      wait: 0,
      completeAccurate: 0.7,
      role: 'clerk',
      team: 'C',
      value: 'VA',
    });
    m.node('join', 'innerJoin');
    m.node('join', 'meet');
    m.step('give', { processTime: 15, wait: 45, completeAccurate: 1, role: 'clerk', team: 'A', value: 'VA' });
    m.end();
    m.path('start', 'take', 'split', 'short', 'meet', 'give', 'end');
    m.path('split', 'inner', 'one', 'innerJoin', 'meet');
    m.path('inner', 'two', 'innerJoin');
  }),
  'three-returns': buildMap((m) => {
    m.stream({ demandPerMonth: 12 });
    m.start();
    for (const id of ['a', 'b', 'c', 'd'])
      m.step(id, {
        processTime: 45,
        wait: 90,
        completeAccurate: 0.85,
        team: id,
        value: 'VA',
        crew: [1, 2, 6],
      });
    m.end();
    m.flow('start', 'a');
    m.flow('a', 'b');
    m.flow('b', 'c', { share: 0.7 });
    m.flow('b', 'a', { share: 0.3, kind: 'rework' });
    m.flow('c', 'd', { share: [0.4, 0.5, 0.9] });
    m.flow('c', 'b', { kind: 'rework' });
    m.flow('d', 'end', { share: 0.75 });
    m.flow('d', 'd', { share: 0.1, kind: 'iteration' });
    m.flow('d', 'a', { share: 0.155, kind: 'rework' });
  }),
  'gaps-in-times': buildMap((m) => {
    m.start();
    m.step('known', { processTime: 10, wait: 20, completeAccurate: 0.9, team: 'A', value: 'VA' });
    m.step('silent', { team: 'B' });
    m.end();
    m.path('start', 'known', 'silent', 'end');
  }),
  'unknown-shares': buildMap((m) => {
    m.start();
    m.step('ask', { processTime: 10, wait: 20, completeAccurate: 0.9, team: 'A', value: 'VA' });
    m.step('left', { processTime: 10, wait: 20, completeAccurate: 0.9, team: 'B', value: 'VA' });
    m.step('right', { processTime: 30, wait: 20, completeAccurate: 0.8, team: 'A', value: 'VA' });
    m.end();
    m.path('start', 'ask', 'left', 'end');
    m.path('ask', 'right', 'end');
  }),
  'beside-the-path': buildMap((m) => {
    m.stream({ demandPerMonth: 900 });
    m.role('agent', { people: 3, availability: 0.8 });
    m.start();
    m.step('do', {
      processTime: [5, 10, 30],
      wait: [0, 30, 90],
      completeAccurate: [0.5, 0.8, 0.9],
      role: 'agent',
      value: 'VA',
    });
    m.node('fork', 'also');
    m.step('tell', { processTime: 5, detached: true, role: 'agent', value: 'NVA' });
    m.step('close', {
      processTime: 5,
      wait: 60,
      afterValue: true,
      completeAccurate: 1,
      role: 'agent',
      value: 'NNVA',
    });
    m.end();
    m.path('start', 'do', 'also', 'close', 'end');
    m.flow('also', 'tell');
  }),
  'by-role-and-consumer': buildMap((m) => {
    m.role('user', { people: 100, availability: 0.1 });
    m.role('desk', { people: 2, availability: 1 });
    m.stream({ demandPerMonth: 100 });
    m.start();
    m.step('fill', {
      processTime: 10,
      wait: 0,
      completeAccurate: 0.6,
      role: 'user',
      party: 'consumer',
      value: 'NNVA',
    });
    m.step('check', {
      processTime: 5,
      wait: 240,
      completeAccurate: 0.99,
      role: 'desk',
      party: 'provider',
      value: 'NVA',
    });
    m.node('decision', 'fine');
    m.step('grant', {
      processTime: 15,
      wait: 30,
      completeAccurate: 0.9,
      role: 'desk',
      party: 'provider',
      value: 'VA',
    });
    m.end();
    m.path('start', 'fill', 'check', 'fine');
    m.flow('fine', 'grant', { share: 2 / 3 });
    m.flow('fine', 'fill', { kind: 'rework' });
    m.flow('grant', 'end');
  }),
};
