import { importText } from '../text/import';
import type { FoundFlow, FoundNode } from './types';

/**
 * What a drawing holds before it is a map: besides the kinds of the model `exclusive` and `parallel` gateways,
 * `event`s, and `pass`es that only lead on, as values of the column `type`.
 */
export interface Loose {
  readonly nodes: readonly FoundNode[];
  readonly flows: readonly FoundFlow[];
}

const typeOf = ({ cells }: FoundNode): string => cells.get('type') ?? 'step';
const isWork = ({ cells }: FoundFlow): boolean => cells.get('kind') !== 'information';
const nameOf = ({ cells }: FoundNode): string => cells.get('name') ?? '';

const typed = (node: FoundNode, type: string, name?: string): FoundNode => ({
  ...node,
  cells: new Map([...node.cells, ['type', type], ...(name === undefined ? [] : [['name', name] as const])]),
});

interface Degrees {
  readonly in: ReadonlyMap<string, number>;
  readonly out: ReadonlyMap<string, number>;
}

function degreesOf(flows: readonly FoundFlow[]): Degrees {
  const count = (ids: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const work = flows.filter(isWork);
  return { in: count(work.map(({ to }) => to)), out: count(work.map(({ from }) => from)) };
}

/** Leads what comes into a node to where it goes on. */
function passedBy(id: string, flows: readonly FoundFlow[]): FoundFlow[] {
  const into = flows.filter(({ to, from }) => to === id && from !== id);
  const outOf = flows.filter(({ from, to }) => from === id && to !== id);
  const others = flows.filter(({ from, to }) => from !== id && to !== id);
  const joined = into.flatMap((a) =>
    outOf.map((b): FoundFlow => ({ from: a.from, to: b.to, cells: new Map([...b.cells, ...a.cells]) })),
  );
  return [...others, ...joined];
}

/** A gateway that waits and splits at once is a join with a fork behind it. */
function splitBar(node: FoundNode, flows: readonly FoundFlow[], makeId: () => string): Loose {
  const fork: FoundNode = { ...typed(node, 'fork'), id: makeId() };
  const moved = flows.map((flow) =>
    flow.from === node.id && isWork(flow) ? { ...flow, from: fork.id } : flow,
  );
  return {
    nodes: [typed(node, 'join'), fork],
    flows: [...moved, { from: node.id, to: fork.id, cells: new Map() }],
  };
}

/** Whether two ways would become one without the node between them. */
function wouldJoinTwice(id: string, flows: readonly FoundFlow[]): boolean {
  const known = new Set(flows.filter(isWork).map(({ from, to }) => `${from} ${to}`));
  const next = flows.filter(({ from }) => from === id);
  return flows.some(({ from, to }) => to === id && next.some((flow) => known.has(`${from} ${flow.to}`)));
}

const passes = (node: FoundNode, into: number, outOf: number, flows: readonly FoundFlow[]): boolean => {
  const type = typeOf(node);
  if (type === 'pass') return true;
  if (type === 'event' && wouldJoinTwice(node.id, flows)) return false;
  if (type === 'parallel') return into <= 1 && outOf <= 1;
  return nameOf(node) === '' && (type === 'event' || (type === 'exclusive' && outOf <= 1));
};

/** Gateways and events as the model knows them: choices, forks, joins, steps; what only passes work on is left out. */
export function settleGateways(
  loose: Loose,
  makeId: () => string,
): Loose & { readonly notes: readonly string[] } {
  let { flows } = loose;
  const drawn = degreesOf(flows);
  const nodes: FoundNode[] = [];
  let [passed, events] = [0, 0];
  for (const node of loose.nodes) {
    const type = typeOf(node);
    if (!['exclusive', 'parallel', 'event', 'pass'].includes(type)) {
      nodes.push(node);
      continue;
    }
    // What came together before a bar is one way into it, so its ways in are counted as they were drawn.
    const degrees = type === 'parallel' ? drawn : degreesOf(flows);
    const [into, outOf] = [degrees.in.get(node.id) ?? 0, degrees.out.get(node.id) ?? 0];
    if (passes(node, into, outOf, flows)) {
      flows = passedBy(node.id, flows);
      if (type !== 'pass') passed += 1;
    } else if (type === 'exclusive') {
      nodes.push(typed(node, 'decision', nameOf(node) || importText.unnamed.decision));
    } else if (type === 'event') {
      nodes.push(typed(node, 'step', nameOf(node) || importText.unnamed.event));
      events += 1;
    } else if (into > 1 && outOf > 1) {
      const split = splitBar(node, flows, makeId);
      nodes.push(...split.nodes);
      flows = split.flows;
    } else {
      nodes.push(typed(node, into > 1 ? 'join' : 'fork'));
    }
  }
  const notes = [
    ...(passed > 0 ? [importText.notes.passed(passed)] : []),
    ...(events > 0 ? [importText.notes.events(events)] : []),
  ];
  return { nodes, flows, notes };
}
