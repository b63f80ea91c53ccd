import type { MakingCommand, ProjectDraft } from '../commands/change';
import { patchRecord } from '../commands/change';
import type { Command, MakeId } from '../commands/command';
import { insertOnFlow } from '../commands/insert';
import { ensureNamed } from '../commands/names';
import { addNextStep, addNode, type NewNode } from '../commands/nodes';
import { orderAtEnd } from '../commands/order';
import { meanOf, type Quantity } from '../model/quantity';
import { isForward, lookUp, type MapGraph } from '../model/queries';
import type { Position } from '../model/project';
import type { FlowKind } from '../model/value-sets';
import { en } from '../text/en';
import { placeAfter, placeBeside, type QuickPlace } from './quick-context';
import type { QuickContext, QuickLine, QuickPart, Said } from './types';

type SaidOf<F extends Said['field']> = Said & { readonly field: F };

/** What the line says about a field, in its order. */
export function allSaid<F extends Said['field']>(parts: readonly QuickPart[], field: F): SaidOf<F>[] {
  return parts.flatMap(({ said }) => (said.field === field ? [said as SaidOf<F>] : []));
}

function oneSaid<F extends Said['field']>(parts: readonly QuickPart[], field: F): SaidOf<F> | undefined {
  return allSaid(parts, field)[0];
}

/** The wait that a lead time leaves beside the work, minutes. */
export function waitOfLead(lead: Quantity, work: Quantity): Quantity {
  return { likely: Math.max(0, meanOf(lead) - meanOf(work)) };
}

/** The fields of the step that a line describes; the role is not among them, since it may have to be made. */
export function fieldsOf(parts: readonly QuickPart[]): Omit<NewNode, 'map'> {
  const value = (field: Said['field']): unknown => {
    const said = oneSaid(parts, field);
    return said && 'value' in said ? said.value : undefined;
  };
  const work = oneSaid(parts, 'processTime')?.value;
  const lead = oneSaid(parts, 'leadTime')?.value;
  const practices = allSaid(parts, 'practice').map((said, index) => [said.value, index + 1] as const);
  const plain = ['team', 'note', 'activity', 'processTime', 'completeAccurate', 'crew', 'kind'] as const;
  const fields: Record<string, unknown> = Object.fromEntries(plain.map((field) => [field, value(field)]));
  return {
    ...fields,
    type: 'step',
    name: oneSaid(parts, 'name')?.value ?? '',
    wait: lead && work ? waitOfLead(lead, work) : oneSaid(parts, 'wait')?.value,
    value: oneSaid(parts, 'value')?.value,
    nnvaReason: oneSaid(parts, 'value')?.reason,
    automation: oneSaid(parts, 'automation')?.value,
    practices: practices.length === 0 ? undefined : Object.fromEntries(practices),
  };
}

/** Where the step of a line will stand on the map; null where what it stands beside has nothing before it. */
export function placeOf(
  parts: readonly QuickPart[],
  graph: MapGraph,
  context: QuickContext,
): QuickPlace | null {
  const join = oneSaid(parts, 'join');
  if (join) return { kind: 'join', ends: join.nodes.map(({ id }) => id) };
  const parallel = oneSaid(parts, 'parallel');
  if (parallel) return placeBeside(graph, parallel.id);
  const [from, ...others] = allSaid(parts, 'from');
  const share = from?.share ?? oneSaid(parts, 'share')?.value;
  const after = from?.id ?? context.anchor?.id;
  if (after === undefined) return { kind: 'alone' };
  return placeAfter(graph, after, share !== undefined || others.length > 0);
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly share?: Quantity | undefined;
}

function addFlow(draft: ProjectDraft, { share, ...way }: Way, makeId: MakeId): void {
  const map = lookUp(draft.nodes, way.from)?.map;
  if (map === undefined) return;
  const order = orderAtEnd(Object.values(draft.flows));
  draft.flows[makeId()] = { map, ...way, order, ...(share === undefined ? {} : { share: { ...share } }) };
}

/** Makes a flow; where the step leads there already in that way, that flow gets the share. */
function leadTo(draft: ProjectDraft, way: Way, makeId: MakeId): void {
  const known = Object.values(draft.flows).find(
    ({ from, to, kind }) => from === way.from && to === way.to && kind === way.kind,
  );
  if (!known) addFlow(draft, way, makeId);
  else if (way.share !== undefined) known.share = { ...way.share };
}

/** A fork in the way to the node beside, from which the new step starts too; an existing fork is used. */
function startBeside(
  draft: ProjectDraft,
  place: Extract<QuickPlace, { kind: 'beside' }>,
  step: string,
  makeId: MakeId,
): void {
  const flow = lookUp(draft.flows, place.flow);
  if (!flow) return;
  const isFork = lookUp(draft.nodes, place.from)?.type === 'fork';
  let fork = place.from;
  if (!isFork) {
    const made = insertOnFlow({ flow: place.flow, node: { type: 'fork', name: '' } }, makeId);
    made.apply(draft);
    fork = made.made[0] ?? fork;
  }
  addFlow(draft, { from: fork, to: step, kind: 'normal' }, makeId);
}

/** The one flow on which items go on out of a node that does not lead to another end. */
function onlyExit(draft: ProjectDraft, from: string, ends: readonly string[]): { to: string } | undefined {
  const exits = Object.values(draft.flows).filter((flow) => flow.from === from && isForward(flow));
  const [exit] = exits;
  return exits.length === 1 && exit && !ends.includes(exit.to) ? exit : undefined;
}

/** A join that all the ends lead into, and the step after it, which leads on to where they led. */
function endBranches(draft: ProjectDraft, ends: readonly string[], step: string, makeId: MakeId): void {
  const map = lookUp(draft.nodes, step)?.map;
  if (map === undefined) return;
  const join = addNode({ map, type: 'join', name: '', order: orderBefore(draft, step) }, makeId);
  join.apply(draft);
  const [id = ''] = join.made;
  const targets = new Set<string>();
  for (const from of ends) {
    const exit = onlyExit(draft, from, ends);
    if (exit) {
      targets.add(exit.to);
      exit.to = id;
    } else addFlow(draft, { from, to: id, kind: 'normal' }, makeId);
  }
  addFlow(draft, { from: id, to: step, kind: 'normal' }, makeId);
  for (const to of targets) addFlow(draft, { from: step, to, kind: 'normal' }, makeId);
}

/** An order right before a node. */
function orderBefore(draft: ProjectDraft, id: string): number {
  const own = lookUp(draft.nodes, id)?.order ?? 1;
  const earlier = Object.values(draft.nodes).flatMap(({ order }) => (order < own ? [order] : []));
  return (Math.max(own - 1, ...earlier) + own) / 2;
}

/** Where a step stands on the canvas, and what makes room for it; nothing where the layout chooses. */
export interface QuickSpot {
  readonly position?: Position | undefined;
  readonly room?: Command | null;
}

/** Ids that a command makes again each time it is done, so that commands after it can name them. */
function repeatable(makeId: MakeId): { make: MakeId; rewindable: (apply: () => void) => void } {
  const ids: string[] = [];
  let next = 0;
  return {
    make() {
      const id = (ids[next] ??= makeId());
      next += 1;
      return id;
    },
    rewindable(apply) {
      const start = next;
      apply();
      next = start;
    },
  };
}

function firstCommand(
  place: QuickPlace,
  node: Omit<NewNode, 'map'>,
  map: string,
  makeId: MakeId,
): MakingCommand {
  if (place.kind === 'between') return insertOnFlow({ flow: place.flow, node }, makeId);
  if (place.kind === 'next') return addNextStep({ ...node, after: place.after }, makeId);
  return addNode({ ...node, map }, makeId);
}

/** Gives the step its role and its other flows. */
function complete(
  draft: ProjectDraft,
  step: string,
  line: QuickLine,
  place: QuickPlace,
  makeId: MakeId,
): void {
  const { parts } = line;
  const node = lookUp(draft.nodes, step);
  const role = oneSaid(parts, 'role');
  if (node && role) patchRecord(node, { role: ensureNamed(draft, 'roles', role.value, makeId) });
  if (place.kind === 'beside') startBeside(draft, place, step, makeId);
  if (place.kind === 'join') endBranches(draft, place.ends, step, makeId);
  const [first, ...others] = allSaid(parts, 'from');
  const share = first?.share ?? oneSaid(parts, 'share')?.value;
  if (share !== undefined && place.kind === 'next') {
    const entry = Object.values(draft.flows).find((flow) => flow.to === step && flow.from === place.after);
    if (entry) entry.share = { ...share };
  }
  for (const from of others)
    addFlow(draft, { from: from.id, to: step, kind: 'normal', share: from.share }, makeId);
  for (const to of allSaid(parts, 'to'))
    leadTo(draft, { from: step, to: to.id ?? step, kind: to.kind, share: to.share }, makeId);
}

/** Why the flows that a line asks for cannot be, or null. */
function refuseFlows(line: QuickLine, graph: MapGraph): string | null {
  const { refused } = en.commands;
  const from = allSaid(line.parts, 'from').map(({ id }) => id);
  const join = oneSaid(line.parts, 'join')?.nodes.map(({ id }) => id) ?? [];
  const to = allSaid(line.parts, 'to').filter(({ kind }) => kind !== 'information');
  if ([...from, ...join].some((id) => graph.node.get(id)?.type === 'end')) return refused.outOfEnd;
  const isIntoStart = to.some(({ id }) => id !== null && graph.node.get(id)?.type === 'start');
  return isIntoStart ? refused.intoStart : null;
}

/** The step of an understood line with everything that it says, as one command; a sentence where it cannot be. */
export function quickStep(
  line: QuickLine,
  { graph, context, spot = {} }: { graph: MapGraph; context: QuickContext; spot?: QuickSpot },
  makeId: MakeId,
): MakingCommand | { readonly sentence: string } {
  const [problem] = line.problems;
  if (problem) return { sentence: problem.sentence };
  if (line.parts.length === 0) return { sentence: en.capture.problems.noName };
  const place = placeOf(line.parts, graph, context);
  if (place === null) return { sentence: en.capture.problems.besideStart };
  const sentence = refuseFlows(line, graph);
  if (sentence !== null) return { sentence };
  const ids = repeatable(makeId);
  const node = { ...fieldsOf(line.parts), position: spot.position };
  const first = firstCommand(place, node, graph.id, ids.make);
  const [step = ''] = first.made;
  return {
    ...first,
    name: 'node.quickStep',
    label: en.capture.label(1),
    apply(draft) {
      ids.rewindable(() => {
        first.apply(draft);
        spot.room?.apply(draft);
        complete(draft, step, line, place, ids.make);
      });
    },
  };
}
