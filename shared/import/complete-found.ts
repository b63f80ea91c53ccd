import { importText } from '../text/import';
import { tablesText } from '../text/tables';
import type { FoundFlow, FoundMap, FoundNode, Skipped } from './types';

const carriers = ['start', 'end', 'step', 'decision', 'fork', 'join', 'control'];

/** The kind of a found node; a step where nothing is said. */
export const typeOf = ({ cells }: FoundNode): string => cells.get('type') ?? 'step';
const kindOf = ({ cells }: FoundFlow): string => cells.get('kind') ?? 'normal';

const with_ = <T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> =>
  new Map([...map, [key, value]]);

/** Why a flow cannot stand on a map, or null. */
function refuseFlow(flow: FoundFlow, byId: ReadonlyMap<string, FoundNode>, seen: Set<string>): string | null {
  const [from, to] = [byId.get(flow.from), byId.get(flow.to)];
  if (!from || !to) return importText.why.looseArrow;
  if (!carriers.includes(typeOf(from)) || !carriers.includes(typeOf(to))) return importText.why.arrowToNote;
  if (kindOf(flow) !== 'information') {
    if (typeOf(to) === 'start') return importText.why.arrowIntoStart;
    if (typeOf(from) === 'end') return importText.why.arrowOutOfEnd;
  }
  const key = `${flow.from} ${flow.to} ${kindOf(flow)}`;
  if (seen.has(key)) return importText.why.arrowTwice;
  seen.add(key);
  return null;
}

/** Work to or from a control is information; a flow onto itself is rework. */
function settled(flow: FoundFlow, byId: ReadonlyMap<string, FoundNode>): FoundFlow {
  const ends = [byId.get(flow.from), byId.get(flow.to)];
  if (ends.some((node) => node !== undefined && typeOf(node) === 'control'))
    return { ...flow, cells: with_(flow.cells, 'kind', 'information') };
  if (flow.from === flow.to && kindOf(flow) === 'normal')
    return { ...flow, cells: with_(flow.cells, 'kind', 'rework') };
  return flow;
}

function soundFlows(map: FoundMap): { flows: FoundFlow[]; skipped: Skipped[] } {
  const byId = new Map(map.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const skipped: Skipped[] = [];
  const flows = map.flows
    .map((flow) => settled(flow, byId))
    .filter((flow) => {
      const why = refuseFlow(flow, byId, seen);
      const where = [flow.from, flow.to].map((id) => byId.get(id)?.called ?? '').filter(Boolean);
      if (why !== null)
        skipped.push({
          what: importText.what.arrow(flow.cells.get('label') ?? ''),
          where: where.join(' – '),
          why,
        });
      return why === null;
    });
  return { flows, skipped };
}

const carriesWork = (flow: FoundFlow): boolean => kindOf(flow) !== 'information' && flow.from !== flow.to;

/** Nodes in the order in which work reaches them; where a loop leaves a choice, those first that were found first. */
function inFlowOrder(nodes: readonly FoundNode[], flows: readonly FoundFlow[]): FoundNode[] {
  const work = flows.filter(carriesWork);
  const open = new Map(nodes.map(({ id }) => [id, 0]));
  const out = new Map<string, string[]>();
  for (const { from, to } of work) {
    open.set(to, (open.get(to) ?? 0) + 1);
    out.set(from, [...(out.get(from) ?? []), to]);
  }
  const rank = new Map(nodes.map(({ id }, index) => [id, index]));
  const left = new Set(nodes.map(({ id }) => id));
  const reached = new Set<string>();
  const ordered: string[] = [];
  const rankOf = (id: string): number => rank.get(id) ?? 0;
  const first = (ids: readonly string[]): string | undefined =>
    ids.reduce<string | undefined>(
      (best, id) => (best === undefined || rankOf(id) < rankOf(best) ? id : best),
      undefined,
    );
  while (left.size > 0) {
    const all = [...left];
    const free = all.filter((id) => (open.get(id) ?? 0) <= 0);
    const next = first(free) ?? first(all.filter((id) => reached.has(id))) ?? first(all);
    if (next === undefined) break;
    left.delete(next);
    ordered.push(next);
    for (const to of out.get(next) ?? []) {
      open.set(to, (open.get(to) ?? 0) - 1);
      reached.add(to);
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return ordered.flatMap((id) => byId.get(id) ?? []);
}

/** Flows that lead back to an earlier node are rework, unless the file says what they are. */
function withRework(
  nodes: readonly FoundNode[],
  flows: readonly FoundFlow[],
): { flows: FoundFlow[]; back: number } {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  let back = 0;
  const marked = flows.map((flow) => {
    const leadsBack = (at.get(flow.to) ?? 0) <= (at.get(flow.from) ?? 0);
    if (!leadsBack || flow.cells.has('kind')) return flow;
    back += 1;
    return { ...flow, cells: with_(flow.cells, 'kind', 'rework') };
  });
  return { flows: marked, back };
}

const isWork = (node: FoundNode): boolean => ['step', 'decision', 'fork', 'join'].includes(typeOf(node));

const plain = (from: string, to: string): FoundFlow => ({ from, to, cells: new Map() });

/** Steps that nothing joins follow each other as they were found. */
function joined(nodes: readonly FoundNode[], flows: readonly FoundFlow[]): FoundFlow[] | null {
  const line = nodes.filter((node) => isWork(node));
  if (line.length < 2 || flows.some(carriesWork)) return null;
  return line.slice(1).map((node, index) => plain(line[index]?.id ?? '', node.id));
}

interface Ends {
  readonly nodes: readonly FoundNode[];
  readonly flows: readonly FoundFlow[];
  readonly notes: readonly string[];
}

/** A demand before and a value behind the work where the drawing has none; `makeId` names them. */
function withEnds(nodes: readonly FoundNode[], flows: readonly FoundFlow[], makeId: () => string): Ends {
  const work = flows.filter(carriesWork).filter((flow) => kindOf(flow) !== 'rework');
  const [into, outOf] = [new Set(work.map(({ to }) => to)), new Set(work.map(({ from }) => from))];
  const line = nodes.filter(isWork);
  const end = (type: 'start' | 'end', ids: readonly string[], name: string): Ends => {
    const own = nodes.find((node) => typeOf(node) === type);
    const isJoined = own !== undefined && (type === 'start' ? outOf : into).has(own.id);
    if (isJoined || line.length === 0) return { nodes: [], flows: [], notes: [] };
    const node = own ?? {
      id: makeId(),
      called: name,
      cells: new Map([
        ['type', type],
        ['name', name],
      ]),
    };
    const joins = ids.map((id) => (type === 'start' ? plain(node.id, id) : plain(id, node.id)));
    const note = type === 'start' ? importText.notes.startAdded : importText.notes.endAdded;
    return { nodes: own ? [] : [node], flows: joins, notes: own ? [] : [note] };
  };
  const orFirst = (ids: string[], other: FoundNode | undefined): string[] =>
    ids.length > 0 || other === undefined ? ids : [other.id];
  const firsts = line.filter(({ id }) => !into.has(id) && outOf.has(id)).map(({ id }) => id);
  const lasts = line.filter(({ id }) => !outOf.has(id) && into.has(id)).map(({ id }) => id);
  const before = end('start', orFirst(firsts, line[0]), tablesText.start);
  const after = end('end', orFirst(lasts, line.at(-1)), tablesText.end);
  return {
    nodes: [...before.nodes, ...nodes, ...after.nodes],
    flows: [...before.flows, ...flows, ...after.flows],
    notes: [...before.notes, ...after.notes],
  };
}

function countApart(nodes: readonly FoundNode[], flows: readonly FoundFlow[]): number {
  const joinedIds = new Set(flows.flatMap(({ from, to }) => [from, to]));
  return nodes.filter((node) => isWork(node) && !joinedIds.has(node.id)).length;
}

/** A found map whose flows are sound, whose nodes stand in the order of the work, with a demand and a value. */
export function completeFound(map: FoundMap, makeId: () => string): FoundMap {
  const sound = soundFlows(map);
  const skipped = [...map.skipped, ...sound.skipped];
  if (map.isOurs) return { ...map, flows: sound.flows, skipped };
  const row = joined(map.nodes, sound.flows);
  const ends = withEnds(map.nodes, [...sound.flows, ...(row ?? [])], makeId);
  const nodes = inFlowOrder(ends.nodes, ends.flows);
  const { flows, back } = withRework(nodes, ends.flows);
  const apart = countApart(nodes, flows);
  return {
    ...map,
    nodes,
    flows,
    skipped,
    notes: [
      ...map.notes,
      ...(row === null ? [] : [importText.notes.inRow]),
      ...ends.notes,
      ...(back > 0 ? [importText.notes.back(back)] : []),
      ...(apart > 0 ? [importText.notes.apart(apart)] : []),
    ],
  };
}
