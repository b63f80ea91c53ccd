import { expect, it } from 'vitest';
import { late } from '../../renderer/late';

it('loads what is wanted late once, however often it is asked for', async () => {
  let loads = 0;
  const thing = late(async () => {
    loads += 1;
    return await Promise.resolve('editor');
  });
  expect({ loads, now: thing.now() }).toEqual({ loads: 0, now: null });
  expect(await Promise.all([thing.get(), thing.get()])).toEqual(['editor', 'editor']);
  expect({ loads, now: thing.now() }).toEqual({ loads: 1, now: 'editor' });
});

it('tries again when loading failed', async () => {
  let loads = 0;
  const thing = late(async () => {
    loads += 1;
    if (loads === 1) throw new Error('no such file');
    return await Promise.resolve('editor');
  });
  await expect(thing.get()).rejects.toThrow('no such file');
  expect(thing.now()).toBeNull();
  expect(await thing.get()).toBe('editor');
});
