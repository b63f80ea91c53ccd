import { setNode } from '../../shared/commands/nodes';
import type { ValueClass } from '../../shared/model/value-sets';
import { dispatch } from '../store';

/** Classifies steps; a reason for necessary work is kept only where the class stays NNVA. */
export function setValueClass(ids: readonly string[], value: ValueClass | undefined): void {
  dispatch(setNode({ ids, patch: value === 'NNVA' ? { value } : { value, nnvaReason: undefined } }));
}
