import { expect, it } from 'vitest';
import { damagedOf } from '../../../renderer/dialogs/damaged-work';
import type { RecoverableWork } from '../../../shared/ipc/recovery';
import { recoveryText } from '../../../shared/text/recovery';

const work = (isDamaged: boolean): RecoverableWork => ({
  token: 'a'.repeat(32),
  title: 'Orders',
  file: null,
  keptAt: '2026-11-22T10:00:00.000Z',
  problem: null,
  isDamaged,
  content: null,
});

it('lost work is called safe only as far as it is not damaged', () => {
  const said = (...works: readonly boolean[]) => recoveryText.description(true, damagedOf(works.map(work)));
  expect(said(false, false)).toContain('It is safe on this computer');
  expect(said(false, true)).toContain('What is not damaged is safe on this computer');
  expect(said(true, true)).not.toContain('safe');
  expect(recoveryText.beside.description('one.vsmap', damagedOf([work(true)]))).not.toContain('safe');
});
