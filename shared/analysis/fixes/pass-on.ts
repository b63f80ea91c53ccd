import type { ProjectDraft } from '../../commands/change';
import { lookUp, membersOf } from '../../model/queries';
import type { Members } from '../../model/schema-tools';
import { exitsOf, isForward } from './rewire';

/** The first steps behind a node, past choices, forks and joins. */
function nextSteps(draft: ProjectDraft, from: string): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const waiting = [from];
  for (const id of waiting)
    for (const { flow } of exitsOf(draft, id).filter(isForward)) {
      if (seen.has(flow.to)) continue;
      seen.add(flow.to);
      if (lookUp(draft.nodes, flow.to)?.type === 'step') found.push(flow.to);
      else waiting.push(flow.to);
    }
  return found;
}

/** True where another step hands that artefact on. */
function isMadeElsewhere(draft: ProjectDraft, step: string, map: string, artefact: string): boolean {
  return Object.entries(draft.nodes).some(
    ([id, node]) => id !== step && node.map === map && Object.hasOwn(node.outputs ?? {}, artefact),
  );
}

/**
 * Before a step goes: the steps behind it that used what it handed on use what it was given instead, and no more what
 * nobody makes any longer. A step of which nobody said what it uses stays so.
 */
export function passInputsOn(draft: ProjectDraft, step: string): void {
  const { map = '', inputs = {}, outputs = {} } = lookUp(draft.nodes, step) ?? {};
  const given = membersOf(inputs).filter((each) => isMadeElsewhere(draft, step, map, each));
  const gone = membersOf(outputs).filter((each) => !isMadeElsewhere(draft, step, map, each));
  for (const id of nextSteps(draft, step)) {
    const next = lookUp(draft.nodes, id);
    const known = next?.inputs;
    if (!known || !membersOf(outputs).some((each) => Object.hasOwn(known, each))) continue;
    const kept = membersOf(known).filter((each) => !gone.includes(each));
    const used: Members = Object.fromEntries(
      [...new Set([...kept, ...given])].map((each, order) => [each, order]),
    );
    next.inputs = used;
  }
}
