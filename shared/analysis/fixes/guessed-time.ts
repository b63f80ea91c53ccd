import type { Quantity } from '../../model/quantity';

/** Minutes that nobody has seen, for a step that a fix adds. */
export const guessedTime = (minutes: number): Quantity => ({ likely: minutes, source: 'guess' });
