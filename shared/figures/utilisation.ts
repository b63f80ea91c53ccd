import type { FigureInput } from './figure';
import { isReached } from './figure';
import { demandRate } from './takt';

/** Utilisation per role: demand rate x sum of visits x process time x crew over its steps / (people x availability); null where one of them is unknown. */
export function utilisations(input: FigureInput): Map<string, number | null> {
  const { structure, steps, expected } = input;
  const { graph, nodes } = structure.network;
  const rate = demandRate(graph);
  const load = new Map<string, number | null>();
  nodes.forEach((node, at) => {
    const step = steps[at];
    if (!step?.isStep || node.role === undefined || !isReached(expected, at)) return;
    const before = load.get(node.role) ?? (load.has(node.role) ? null : 0);
    const isKnown = expected.problems.length === 0 && expected.isKnown[at] === 1 && step.processTime !== null;
    const minutes = isKnown ? (expected.visits[at] ?? 0) * (step.processTime ?? 0) * step.crew : null;
    load.set(node.role, before === null || minutes === null ? null : before + minutes);
  });
  const result = new Map<string, number | null>();
  for (const role of graph.roles.values()) {
    const minutes = load.has(role.id) ? (load.get(role.id) ?? null) : 0;
    const capacity =
      role.people === undefined || role.availability === undefined ? null : role.people * role.availability;
    const isUnknown = minutes === null || rate === null || capacity === null || capacity === 0;
    result.set(role.id, isUnknown ? null : (rate * minutes) / capacity);
  }
  return result;
}
