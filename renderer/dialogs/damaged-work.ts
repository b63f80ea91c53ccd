import type { RecoverableWork } from '../../shared/ipc/recovery';

/** How much of lost work cannot be opened by any version of the app. */
export function damagedOf(works: readonly RecoverableWork[]): 'none' | 'some' | 'all' {
  const damaged = works.filter(({ isDamaged }) => isDamaged).length;
  if (damaged === 0) return 'none';
  return damaged === works.length ? 'all' : 'some';
}
