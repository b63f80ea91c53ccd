import { expect, it } from 'vitest';
import { graphOf, lookUp } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

it.each(names)('%s is no id of anything that is not there', (name) => {
  expect(lookUp({}, name)).toBeUndefined();
  expect(lookUp({ other: { name: 'Log' } }, name)).toBeUndefined();
  expect(graphOf(buildMap((m) => m.step('log')).project, name)).toBeNull();
});

it('an own record of such a name is found', () => {
  const table: Record<string, { name: string }> = { constructor: { name: 'Log' } };
  expect(lookUp(table, 'constructor')).toEqual({ name: 'Log' });
});
