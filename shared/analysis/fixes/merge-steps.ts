import { definedFields, type ProjectDraft } from '../../commands/change';
import type { MakeId } from '../../commands/command';
import type { MapNode, Project } from '../../model/project';
import { knownMean, meanOf, type Quantity } from '../../model/quantity';
import { lookUp } from '../../model/queries';
import type { Members } from '../../model/schema-tools';
import { type ValueClass, valueClasses } from '../../model/value-sets';
import { fixesText } from '../../text/fixes';
import { takeOut } from './remove-step';
import { deleteNode, entrancesOf, exitsOf, isForward, isReturn, leadElsewhere, sharesOf } from './rewire';

/** How the work of two steps becomes that of one: both are done, or (the same work twice) only the longer one. */
export type MergedWork = 'sum' | 'longer';

/** The flow from one step to the next where nothing else leads on from the first or into the second. */
export function onlyFlowBetween(project: Project, first: string, second: string): string | null {
  const out = exitsOf(project, first).filter(isForward);
  const into = entrancesOf(project, second).filter(isForward);
  const [flow] = out;
  return flow && out.length === 1 && into.length === 1 && flow.flow.to === second ? flow.id : null;
}

function union(a: Members | undefined, b: Members | undefined): Members | undefined {
  if (!a || !b) return a ?? b;
  const last = Math.max(0, ...Object.values(a));
  const added = Object.keys(b).filter((id) => !Object.hasOwn(a, id));
  return { ...a, ...Object.fromEntries(added.map((id, index) => [id, last + index + 1])) };
}

const isRanged = ({ low, high }: Quantity): boolean => low !== undefined || high !== undefined;

function combined(
  a: Quantity | undefined,
  b: Quantity | undefined,
  combine: (x: number, y: number) => number,
): Quantity | undefined {
  if (!a || !b) return undefined;
  const likely = combine(a.likely, b.likely);
  if (!isRanged(a) && !isRanged(b)) return { likely };
  return {
    likely,
    low: combine(a.low ?? a.likely, b.low ?? b.likely),
    high: combine(a.high ?? a.likely, b.high ?? b.likely),
  };
}

const add = (x: number, y: number): number => x + y;

function workOf(a: MapNode, b: MapNode, work: MergedWork): Quantity | undefined {
  if (!a.processTime || !b.processTime) return undefined;
  if (work === 'sum') return combined(a.processTime, b.processTime, add);
  return meanOf(a.processTime) >= meanOf(b.processTime) ? a.processTime : b.processTime;
}

/** People busy at once, so that the effort of both stays what it was; undefined where one does all. */
function crewOf(a: MapNode, b: MapNode, work: MergedWork): Quantity | undefined {
  const [x, y] = [knownMean(a.crew) ?? 1, knownMean(b.crew) ?? 1];
  const [p, q] = [knownMean(a.processTime), knownMean(b.processTime)];
  if (x === y || work === 'longer') return a.crew ?? (x === y ? b.crew : undefined);
  return p === null || q === null || p + q === 0
    ? { likely: Math.max(x, y) }
    : { likely: (x * p + y * q) / (p + q) };
}

const best = (a: ValueClass | undefined, b: ValueClass | undefined): ValueClass | undefined =>
  a === undefined || b === undefined ? undefined : valueClasses.find((each) => each === a || each === b);

const either = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === true || b === true ? true : (a ?? b);

const joinedText = (a: string | undefined, b: string | undefined): string | undefined =>
  [a, b].filter((text) => text !== undefined && text !== '').join('\n') || undefined;

/**
 * The fields of two steps that become one. Whoever did the first does both: role, team and place are those of the
 * first. Nobody works better for it: the shares of usable outputs are multiplied, and a time that one of them lacks is
 * lacking in both.
 */
function mergedNode(a: MapNode, b: MapNode, work: MergedWork): MapNode {
  const value = best(a.value, b.value);
  const reason = value === 'NNVA' ? (a.nnvaReason ?? b.nnvaReason) : undefined;
  const { nnvaReason: _a, processTime: _p, completeAccurate: _c, value: _v, crew: _crew, ...first } = a;
  const { wait: _wait, wip: _wip, cadence: _cadence, cutoff: _cutoff, ...second } = b;
  const {
    nnvaReason: _b,
    processTime: _q,
    completeAccurate: _d,
    value: _w,
    crew: _other,
    ...filling
  } = second;
  const cost =
    a.costPerVisit === undefined && b.costPerVisit === undefined
      ? undefined
      : (a.costPerVisit ?? 0) + (b.costPerVisit ?? 0);
  return definedFields({
    ...filling,
    ...first,
    name: fixesText.mergedName(a.name, b.name),
    value,
    nnvaReason: reason,
    processTime: workOf(a, b, work),
    completeAccurate: combined(a.completeAccurate, b.completeAccurate, (x, y) => x * y),
    crew: crewOf(a, b, work),
    costPerVisit: work === 'sum' ? cost : (a.costPerVisit ?? b.costPerVisit),
    practices: union(a.practices, b.practices),
    systems: union(a.systems, b.systems),
    inputs: union(a.inputs, b.inputs),
    outputs: union(a.outputs, b.outputs),
    barriers: union(a.barriers, b.barriers),
    touchesConsumer: either(a.touchesConsumer, b.touchesConsumer),
    note: joinedText(a.note, b.note),
  }) as MapNode;
}

/** Leads the flows of the second step to the first: what left the second leaves the first, with the share of those that came to it. */
function inherit(draft: ProjectDraft, a: string, b: string, between: string, makeId: MakeId): void {
  const exits = exitsOf(draft, a);
  const shares = sharesOf(exits);
  const passed = shares.get(between) ?? null;
  const after = exitsOf(draft, b).map(({ id, flow }) => ({ id, flow: { ...flow } }));
  const shareAfter = sharesOf(after);
  const isPlain = exits.length === 1;
  for (const [id, flow] of Object.entries(draft.flows)) {
    if (flow.kind === 'information' && (flow.from === b || flow.to === b)) {
      const ends = { from: flow.from === b ? a : flow.from, to: flow.to === b ? a : flow.to };
      if (ends.from !== ends.to) leadElsewhere(draft, id, ends, makeId);
    }
  }
  for (const { id, flow } of entrancesOf(draft, b))
    if (isReturn(flow) && flow.from !== b) leadElsewhere(draft, id, { to: a }, makeId);
  if (!isPlain)
    for (const { id } of exits) {
      const flow = id === between ? undefined : lookUp(draft.flows, id);
      const share = shares.get(id) ?? null;
      if (flow && share !== null) flow.share ??= { likely: share };
    }
  delete draft.flows[between];
  for (const { id, flow } of after) {
    const own = shareAfter.get(id) ?? null;
    const multiplied = own === null || passed === null ? null : own * passed;
    const onto = flow.to === b ? a : flow.to;
    leadElsewhere(draft, id, { from: a, to: onto, ...(isPlain ? {} : { share: multiplied }) }, makeId);
  }
}

/** Makes one step of two: the first takes over what the second does. `between` is their only flow, or null for the same work at two places. */
export function mergeInto(
  draft: ProjectDraft,
  pair: { readonly first: string; readonly second: string; readonly work: MergedWork },
  makeId: MakeId,
): void {
  const { first, second, work } = pair;
  const [a, b] = [lookUp(draft.nodes, first), lookUp(draft.nodes, second)];
  if (!a || !b) return;
  const between = onlyFlowBetween(draft, first, second);
  const merged = mergedNode({ ...a }, { ...b }, work);
  if (between === null) takeOut(draft, second, makeId);
  else inherit(draft, first, second, between, makeId);
  draft.nodes[first] = merged;
  if (between !== null) deleteNode(draft, second, first);
}
