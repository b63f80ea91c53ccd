import { readTo } from '../capture/read-flow';
import { splitLine } from '../capture/split-line';
import type { QuickContext } from '../capture/types';
import { readFlowKind } from '../capture/words';
import { takesFlow } from '../commands/nodes';
import type { Flow, MapNode } from '../model/project';
import type { Quantity } from '../model/quantity';
import type { MapGraph, WithId } from '../model/queries';
import { writeShareQuantity } from '../model/units-format';
import type { FlowKind } from '../model/value-sets';
import { readNext } from '../tables/next-cell';
import { en } from '../text/en';
import { flowOrder } from './flow-order';

/** One flow out of a node as a cell tells it. */
export interface Exit {
  readonly to: string;
  readonly kind: FlowKind;
  readonly share: Quantity | undefined;
}

/** What `next` cells are read and written against. */
export interface NextContext {
  readonly graph: MapGraph;
  readonly quick: QuickContext;
  /** Row numbers by node, from 1. */
  readonly rows: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** The flows that leave each node, information flows included. */
  readonly exits: ReadonlyMap<string, readonly WithId<Flow>[]>;
}

const plain = (name: string): string => name.trim().toLowerCase();

/** Gathers what the `next` cells of a map need. */
export function nextContext(graph: MapGraph, quick: QuickContext): NextContext {
  const ids = flowOrder(graph).map(({ node }) => node.id);
  const counts = new Map<string, number>();
  for (const { name } of graph.nodes) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  const exits = new Map<string, WithId<Flow>[]>();
  for (const flow of graph.flows) exits.set(flow.from, [...(exits.get(flow.from) ?? []), flow]);
  return { graph, quick, ids, rows: new Map(ids.map((id, index) => [id, index + 1])), counts, exits };
}

const lastPart = /[\s,]+(\S+)$/;

/** The name where it can only mean this node, else the number of its row. */
function calledIn(context: NextContext, node: WithId<MapNode>): string {
  const name = node.name.trim();
  const tail = lastPart.exec(name)?.[1] ?? '';
  const isOdd =
    name === '' ||
    /[;"]|^(?:->|→|#)|[:%\d.,]$/.test(name) ||
    readFlowKind(tail) !== undefined ||
    context.counts.get(plain(name)) !== 1;
  const row = context.rows.get(node.id);
  return isOdd && row !== undefined ? `#${String(row)}` : name;
}

function writeExit(flow: WithId<Flow>, context: NextContext): string {
  const target = context.graph.node.get(flow.to);
  if (!target) return '';
  const { rows, quick } = context;
  const isEarlier = (rows.get(flow.to) ?? Infinity) <= (rows.get(flow.from) ?? 0);
  const isBack = flow.kind === 'normal' && isEarlier && quick.leadsTo(flow.to, flow.from);
  const share = flow.share ? ` ${writeShareQuantity(flow.share)}` : '';
  const kind = flow.kind === 'normal' && !isBack ? '' : ` ${flow.kind}`;
  return `→ ${calledIn(context, target)}${share}${kind}`;
}

/** Where a node leads as its cell tells it: `→ Triage 20 % rework; → Approve`. */
export function writeExits(node: string, context: NextContext): string {
  const flows = context.exits.get(node) ?? [];
  return flows
    .map((flow) => writeExit(flow, context))
    .filter((text) => text !== '')
    .join('; ');
}

type Reading = { readonly exit: Exit } | { readonly sentence: string };

/** An entry with the number of a row, `#12 20 % rework`. */
function byNumber(text: string, node: WithId<MapNode>, context: NextContext): Reading | null {
  const [, digits, rest = ''] = /^#(\d+)\b\s*(.*)$/s.exec(text) ?? [];
  if (digits === undefined) return null;
  const to = context.ids[Number(digits) - 1];
  if (to === undefined) return { sentence: en.stepTable.problems.noRow(digits) };
  const name = 'x';
  const stand: QuickContext = { ...context.quick, nodes: [{ id: to, name }] };
  const read = readTo(`"${name}" ${rest}`.trim(), { name: '', after: node.id }, stand);
  if ('sentence' in read || read.said.field !== 'to')
    return { sentence: en.stepTable.problems.notAFlow(text) };
  return { exit: { to, kind: read.said.kind, share: read.said.share } };
}

function byName(text: string, node: WithId<MapNode>, context: NextContext): Reading {
  const read = readTo(text, { name: node.name, after: node.id }, context.quick);
  if ('said' in read && read.said.field === 'to')
    return { exit: { to: read.said.id ?? node.id, kind: read.said.kind, share: read.said.share } };
  const [entry] = readNext(text, (name) => context.counts.get(plain(name)) === 1);
  const target =
    entry && 'to' in entry
      ? context.graph.nodes.find(({ name }) => plain(name) === plain(entry.to))
      : undefined;
  if (entry && 'to' in entry && target)
    return { exit: { to: target.id, kind: entry.kind, share: entry.share ?? undefined } };
  return { sentence: 'sentence' in read ? read.sentence : en.stepTable.problems.notAFlow(text) };
}

/** Why a flow cannot be, or null. */
function refuse({ to, kind }: Exit, node: WithId<MapNode>, { graph }: NextContext): string | null {
  const { refused } = en.commands;
  const target = graph.node.get(to);
  if (!target || !takesFlow(target.type) || !takesFlow(node.type)) return refused.noFlowHere;
  if (kind === 'information') return null;
  if (target.type === 'start') return refused.intoStart;
  if (node.type === 'end') return refused.outOfEnd;
  return to === node.id && kind !== 'rework' && kind !== 'iteration' ? refused.ontoItself : null;
}

/** The flows that a `next` cell tells, or the reason why it tells none; an empty cell leads nowhere. */
export function readExits(
  text: string,
  node: WithId<MapNode>,
  context: NextContext,
): { readonly exits: readonly Exit[] } | { readonly sentence: string } {
  const exits: Exit[] = [];
  for (const piece of splitLine(text)) {
    const entry = piece.text.replace(/^(?:->|→)\s*/, '').trim();
    if (entry === '') continue;
    const read = byNumber(entry, node, context) ?? byName(entry, node, context);
    if ('sentence' in read) return read;
    const { exit } = read;
    const sentence = refuse(exit, node, context);
    if (sentence !== null) return { sentence };
    if (exits.some(({ to, kind }) => to === exit.to && kind === exit.kind))
      return { sentence: en.commands.refused.alreadyConnected };
    exits.push(exit);
  }
  return { exits };
}
