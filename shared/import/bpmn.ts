import { importText } from '../text/import';
import { nameOf } from './bpmn-elements';
import { isOwnProcess, readOwnProcess } from './bpmn-own';
import { type Simulation, simulationOf, withSimulation } from './bpmn-simulation';
import { lanesOfProcess, placesOf } from './bpmn-lanes';
import { type Owner, ProcessSink, readProcess } from './bpmn-process';
import { buildFound, type ImportOptions } from './build-found';
import { settleGateways } from './gateways';
import { ownCells } from './own-cells';
import { Refused } from './refused';
import type { FoundFlow, FoundMap, FoundNode, ReadForeign } from './types';
import { readXml, type XmlElement } from './xml';

const { what, why } = importText;
const ref = (element: XmlElement, name: string): string =>
  (element.attributes.get(name) ?? '').replace(/^.*:/, '');

/** Processes that make one map, and the messages between them. */
interface Part {
  readonly name: string;
  readonly processes: readonly { readonly process: XmlElement; readonly pool: string }[];
  readonly collaboration: XmlElement | null;
}

function partsOf(root: XmlElement): Part[] {
  const processes = root.children.filter(({ name }) => name === 'process');
  const parts: Part[] = [];
  const used = new Set<XmlElement>();
  for (const collaboration of root.children.filter(({ name }) => name === 'collaboration')) {
    const pools = collaboration.children.filter(({ name }) => name === 'participant');
    const own = pools.flatMap((pool) => {
      const process = processes.find(({ attributes }) => attributes.get('id') === ref(pool, 'processRef'));
      return process && !used.has(process) ? [{ process, pool: nameOf(pool) }] : [];
    });
    for (const { process } of own) used.add(process);
    const single = own.length === 1 ? own[0]?.pool : undefined;
    if (own.length > 0)
      parts.push({ name: nameOf(collaboration) || single || '', processes: own, collaboration });
  }
  const alone = processes.filter((process) => !used.has(process));
  return [
    ...parts,
    ...alone.map((process) => ({
      name: nameOf(process),
      processes: [{ process, pool: '' }],
      collaboration: null,
    })),
  ];
}

/** Flows from the step on whose border an event sits; what the event is called is their label. */
function fromHosts(flows: readonly FoundFlow[], sink: ProcessSink): FoundFlow[] {
  return flows.flatMap((flow) => {
    const boundary = sink.boundaries.get(flow.from);
    const thrown = boundary && sink.thrown.get(boundary.host);
    const from = thrown ?? sink.exits.get(boundary?.host ?? flow.from);
    const to = sink.entries.get(sink.boundaries.get(flow.to)?.host ?? flow.to);
    if (from === undefined || to === undefined) return [];
    if (boundary === undefined) return [{ ...flow, from, to }];
    const name: [string, string][] = boundary.name === '' ? [] : [['label', boundary.name]];
    return [{ from, to, cells: new Map([['kind', 'escalation'], ...name, ...flow.cells]) }];
  });
}

/** A timer before a step is the wait of that step; any other is a step that waits. */
function withTimers(
  nodes: readonly FoundNode[],
  flows: readonly FoundFlow[],
  timers: ReadonlyMap<string, string>,
): FoundNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const waits = new Map<string, string>();
  const passes = new Set<string>();
  for (const [id, text] of timers) {
    const next = flows.filter(({ from }) => from === id).map(({ to }) => byId.get(to));
    const isPlain = next.length === 1 && next[0] !== undefined && !next[0].cells.has('type');
    const step = isPlain ? next[0] : undefined;
    const isFree =
      step !== undefined && !waits.has(step.id) && flows.filter(({ to }) => to === step.id).length === 1;
    waits.set(isFree ? step.id : id, text);
    if (isFree) passes.add(id);
  }
  return nodes.map((node) => {
    const wait = waits.get(node.id);
    const type: [string, string][] = passes.has(node.id) ? [['type', 'pass']] : [];
    const cells: [string, string][] = wait === undefined ? type : [...type, ['wait', wait]];
    return cells.length === 0 ? node : { ...node, cells: new Map([...node.cells, ...cells]) };
  });
}

/** A step with several ways at once has a fork behind it. */
function withForks(nodes: readonly FoundNode[], flows: readonly FoundFlow[], makeId: () => string) {
  const made: FoundNode[] = [];
  let moved = [...flows];
  for (const node of nodes) {
    const ways = moved.filter(
      ({ from, cells }) => from === node.id && !cells.has('kind') && !cells.has('is chosen'),
    );
    if (node.cells.has('type') || ways.length < 2) continue;
    const fork: FoundNode = { id: makeId(), called: '', cells: new Map([['type', 'fork']]) };
    made.push(fork);
    moved = moved.map((flow) => (ways.includes(flow) ? { ...flow, from: fork.id } : flow));
    moved.push({ from: node.id, to: fork.id, cells: new Map() });
  }
  return { nodes: [...nodes, ...made], flows: moved, count: made.length };
}

function messagesOf(collaboration: XmlElement | null, sink: ProcessSink): FoundFlow[] {
  const messages = collaboration?.children.filter(({ name }) => name === 'messageFlow') ?? [];
  const settled = (id: string): string => sink.boundaries.get(id)?.host ?? id;
  return messages.flatMap((message): FoundFlow[] => {
    const [from, to] = [settled(ref(message, 'sourceRef')), settled(ref(message, 'targetRef'))];
    const name = nameOf(message);
    const label: [string, string][] = name === '' ? [] : [['label', name]];
    const own = ownCells(message);
    if (sink.exits.has(from) && sink.entries.has(to))
      return [{ from, to, cells: new Map([['kind', 'information'], ...label, ...own]) }];
    sink.skipped.push({ what: what.arrow(name), where: '', why: why.pool });
    return [];
  });
}

/** Flows without what only this reader notes with them. */
const cleared = (flow: FoundFlow): FoundFlow => ({
  ...flow,
  cells: new Map([...flow.cells].filter(([name]) => name !== 'is chosen' && name !== 'element')),
});

function inPlaces(nodes: readonly FoundNode[], places: ReturnType<typeof placesOf>): FoundNode[] {
  const rank = ({ id }: FoundNode): { column: number; y: number } => {
    const place = places.get(id);
    return place ? { column: Math.round(place.x / 60), y: place.y } : { column: 0, y: 0 };
  };
  if (places.size === 0) return [...nodes];
  return nodes.toSorted((a, b) => rank(a).column - rank(b).column || rank(a).y - rank(b).y);
}

function notesOf(sink: ProcessSink, forks: number): string[] {
  const { notes } = importText;
  return [
    ...(sink.groups.length > 0 ? [notes.flattened(sink.groups.map(({ name }) => name).join(', '))] : []),
    ...(sink.inclusive > 0 ? [notes.inclusive(sink.inclusive)] : []),
    ...(forks > 0 ? [notes.forked(forks)] : []),
  ];
}

/** What a whole file says of its elements. */
interface About {
  readonly places: ReturnType<typeof placesOf>;
  readonly simulation: Simulation | null;
}

function mapOf(
  { name, processes, collaboration }: Part,
  { places, simulation }: About,
  makeId: () => string,
): FoundMap {
  const [first] = processes;
  if (first && processes.length === 1 && isOwnProcess(first.process)) return readOwnProcess(first.process);
  const sink = new ProcessSink();
  const isMany = processes.length > 1;
  for (const { process, pool } of processes) {
    const owner: Owner = {
      team: isMany && pool !== '' ? pool : undefined,
      lanes: lanesOfProcess(process),
      group: undefined,
    };
    readProcess(process, owner, false, sink);
  }
  const caught = new Set([...sink.boundaries.values()].map(({ host }) => host));
  for (const [host, from] of sink.thrown)
    if (!caught.has(host)) sink.flows.push({ from, to: `${host} out`, cells: new Map() });
  const all = [...fromHosts(sink.flows, sink), ...fromHosts(messagesOf(collaboration, sink), sink)];
  const roles = simulation?.roles ?? [];
  const base = { name, stream: new Map(), roles, groups: sink.groups, skipped: sink.skipped };
  const drawn = { nodes: inPlaces(sink.nodes, places), flows: all };
  const told = simulation ? withSimulation(drawn.nodes, drawn.flows, simulation) : drawn;
  const timed = withTimers(told.nodes, told.flows, sink.timers);
  const forked = withForks(timed, told.flows, makeId);
  const settled = settleGateways({ nodes: forked.nodes, flows: forked.flows.map(cleared) }, makeId);
  const sampled = simulation ? [importText.notes.sampled] : [];
  const notes = [...notesOf(sink, forked.count), ...settled.notes, ...sampled];
  return { ...base, nodes: settled.nodes, flows: settled.flows, notes, isOurs: false };
}

/** A BPMN text as a project with a map for each process or collaboration; throws `Refused` where there is none. */
export function readBpmn(source: string, options: ImportOptions): ReadForeign {
  const root = readXml(source);
  if (root.name !== 'definitions') throw new Refused(importText.refused.notBpmn);
  const parts = partsOf(root);
  if (parts.length === 0) throw new Refused(importText.refused.notBpmn);
  const about = { places: placesOf(root), simulation: simulationOf(root) };
  const maps = parts.map((part, index) => {
    const map = mapOf(part, about, options.makeId);
    const number = parts.length > 1 ? ` ${String(index + 1)}` : '';
    return map.name === '' ? { ...map, name: `${options.name}${number}` } : map;
  });
  return buildFound(maps, 'bpmn', options);
}
