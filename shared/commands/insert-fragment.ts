import type { Fragment, FragmentStep } from '../catalogue/itil4/fragments/fragment-type';
import type { Flow, Position, Project } from '../model/project';
import type { Members } from '../model/schema-tools';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { libraryText } from '../text/library';
import { definedFields, type MakingCommand, type ProjectDraft } from './change';
import type { MakeId } from './command';
import { ensureNamed } from './names';
import { type NewNode, putNode, takesFlow } from './nodes';
import { orderAtEnd } from './order';
import { splitFlow } from './split-flow';

const { label, refused } = libraryText;

/** Where a fragment is put: beside everything, into the middle of a flow, or after a node and, where that is said, before another. */
export type FragmentTarget =
  | { readonly kind: 'free' }
  | { readonly kind: 'flow'; readonly flow: string }
  | { readonly kind: 'after'; readonly node: string; readonly before?: string };

/** A fragment on its way to a map; `positions` by the keys of its steps, absent where the layout chooses. */
export interface FragmentPlace {
  readonly map: string;
  readonly fragment: Fragment;
  readonly target: FragmentTarget;
  readonly positions?: ReadonlyMap<string, Position>;
}

function refuseTarget(project: Project, { map, target }: FragmentPlace): string | null {
  if (target.kind === 'free') return null;
  if (target.kind === 'flow') {
    const flow = lookUp(project.flows, target.flow);
    if (!flow) return en.commands.refused.flowGone;
    if (flow.kind === 'information') return refused.notAfter;
    return flow.map === map ? null : en.commands.refused.otherMap;
  }
  const node = lookUp(project.nodes, target.node);
  if (!node) return en.commands.refused.nodeGone;
  if (node.map !== map) return en.commands.refused.otherMap;
  return takesFlow(node.type) && node.type !== 'end' && node.type !== 'control' ? null : refused.notAfter;
}

const members = (ids: readonly string[]): Members =>
  Object.fromEntries(ids.map((id, index) => [id, index + 1]));

function nodeOf(draft: ProjectDraft, place: FragmentPlace, step: FragmentStep, makeId: MakeId): NewNode {
  const { key, practices, role, ...fields } = step;
  return {
    ...fields,
    map: place.map,
    type: 'step',
    practices: members(practices),
    role: role === undefined ? undefined : ensureNamed(draft, 'roles', role, makeId),
    position: place.positions?.get(key),
  };
}

function putFlow(draft: ProjectDraft, flow: Omit<Flow, 'order'>, makeId: MakeId): void {
  draft.flows[makeId()] = definedFields({ ...flow, order: orderAtEnd(Object.values(draft.flows)) });
}

function sourceOf(draft: ProjectDraft, target: FragmentTarget): string | null {
  if (target.kind === 'free') return null;
  return target.kind === 'after' ? target.node : (lookUp(draft.flows, target.flow)?.from ?? null);
}

/** Puts connected steps on a map as one gesture: roles are matched by name or made, shares are marked as guesses. `made` are the steps in the order of the fragment. */
export function insertFragment(place: FragmentPlace, makeId: MakeId): MakingCommand {
  const { map, fragment, target } = place;
  const ids = new Map(fragment.steps.map(({ key }) => [key, makeId()]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  return {
    name: 'fragment.insert',
    label: label.insertFragment(fragment.name),
    made: [...ids.values()],
    refuse(project) {
      if (!lookUp(project.maps, map)) return en.commands.refused.mapGone;
      return fragment.steps.length === 0 ? refused.fragment : refuseTarget(project, place);
    },
    apply(draft) {
      let after = sourceOf(draft, target);
      for (const step of fragment.steps) {
        putNode(draft, idOf(step.key), nodeOf(draft, place, step, makeId), after);
        if (after !== null) after = idOf(step.key);
      }
      for (const { from, to, kind = 'normal', share, label: said } of fragment.flows) {
        const guess = share === undefined ? {} : { share: { likely: share, source: 'guess' as const } };
        const flow = { map, from: idOf(from), to: idOf(to), kind, ...guess };
        putFlow(draft, said === undefined ? flow : { ...flow, label: said }, makeId);
      }
      const [entry, exit] = [idOf(fragment.entry), idOf(fragment.exit)];
      if (target.kind === 'flow')
        splitFlow(draft, target.flow, { nodes: [...ids.values()], ends: [entry, exit] }, makeId);
      if (target.kind !== 'after') return;
      putFlow(draft, { map, from: target.node, to: entry, kind: 'normal' }, makeId);
      const { before } = target;
      if (before !== undefined && lookUp(draft.nodes, before)?.map === map)
        putFlow(draft, { map, from: exit, to: before, kind: 'normal' }, makeId);
    },
  };
}
