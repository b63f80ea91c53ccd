import type { MapNode } from '../../model/project';
import { lookUp, membersOf, type WithId } from '../../model/queries';
import { isPrivateByName } from '../private-channels';
import type { FixContext } from '../rule';
import { setStep } from './fields';
import { graphFor } from './fix';

/** The system that all can see and that most steps of the map use; null where there is none. */
function sharedSystem(context: FixContext): string | null {
  const uses = new Map<string, number>();
  for (const node of graphFor(context)?.nodes ?? [])
    for (const id of node.systems ? membersOf(node.systems) : []) {
      const system = lookUp(context.project.systems, id);
      if (system && !(system.isPrivate ?? isPrivateByName(system.name)))
        uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  const [most] = [...uses].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** Lets the steps meant use the system in which most of the stream is tracked; null where nothing is tracked. */
export const trackTogether = setStep(({ systems = {} }: WithId<MapNode>, context) => {
  const id = sharedSystem(context);
  if (id === null || Object.hasOwn(systems, id)) return null;
  return { systems: { ...systems, [id]: Math.max(0, ...Object.values(systems)) + 1 } };
});
