import type { FigureKey } from './types';

/** Figures whose values are minutes, for those who print hours. */
export const timeFigures: ReadonlySet<FigureKey> = new Set<FigureKey>([
  'leadTimeExpected',
  'leadTimeSinglePass',
  'afterValueTail',
  'processTimeOnPath',
  'waitOnPath',
  'effortPersonHours',
  'takt',
  'leadTimeElapsed',
  'slaTime',
  'hiddenRepair',
  'consumerEffort',
]);
