import type { MapGraph } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { isReached } from './figure';

/** The steps on either side of the moment at which value is there, by their ids, in the order of the model. */
export interface ValuePoint {
  /** Steps that the customer waits for, or that run beside them. */
  readonly before: readonly string[];
  /** Steps marked as after value; empty where value is there at the end. */
  readonly after: readonly string[];
}

/** Where the customer's clock stops: which of the steps that items reach come before value, and which after. */
export function valuePointOf(graph: MapGraph): ValuePoint {
  const { structure, steps, expected } = figureInputOf(graph);
  const idsOf = (isAfter: boolean): string[] =>
    structure.network.nodes.flatMap(({ id }, at) => {
      const step = steps[at];
      return step?.isStep && isReached(expected, at) && step.afterValue === isAfter ? [id] : [];
    });
  return { before: idsOf(false), after: idsOf(true) };
}
