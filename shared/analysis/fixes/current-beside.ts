import { currentFromThis } from '../../commands/future-copy';
import type { Fix } from './fix';

/** Starts the current state that a future state lacks as a copy of it, its values without their sources. */
export const currentBeside: Fix = (context) => currentFromThis(context);
