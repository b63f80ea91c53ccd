import type { MapNode } from '../../model/project';
import { meanOf } from '../../model/quantity';
import { type Choose, graphFor } from './fix';

const timeOf = ({ wait, processTime }: MapNode): number =>
  (wait ? meanOf(wait) : 0) + (processTime ? meanOf(processTime) : 0);

/** Of the steps that a finding involves, in their order, the one before which about half of their time is over; none where that parts nothing. */
export const halfWay: Choose = (context) => {
  const graph = graphFor(context);
  const steps = context.involves.flatMap((id) => graph?.node.get(id) ?? []);
  const total = steps.reduce((sum, step) => sum + timeOf(step), 0);
  let passed = 0;
  let best: { readonly id: string; readonly longer: number } | null = null;
  for (const step of steps) {
    const longer = Math.max(passed, total - passed);
    if (passed > 0 && (best === null || longer < best.longer)) best = { id: step.id, longer };
    passed += timeOf(step);
  }
  return best === null ? [] : [best.id];
};
