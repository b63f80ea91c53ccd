import { mermaidText } from '../text/exchange';
import { importText } from '../text/import';
import { buildFound, type ImportOptions } from './build-found';
import { readFlowLabel } from './data-box';
import { type MermaidLink, type MermaidNode, readLink, readNode, wordsIn } from './mermaid-text';
import { labelledFigures } from './mermaid-figures';
import { settleGateways } from './gateways';
import { importLimits } from './limits';
import { Refused } from './refused';
import type { FoundFlow, FoundMap, FoundNode, ReadForeign, Skipped } from './types';

const { what, why, unnamed } = importText;

interface FoundShape {
  readonly label: string;
  readonly figures: ReadonlyMap<string, string>;
  readonly bracket: string;
  readonly style: string;
  readonly lane: string;
}

interface Sink {
  /** Written by this app, whose shapes and arrows each mean one thing. */
  readonly isOurs: boolean;
  readonly nodes: Map<string, FoundShape>;
  readonly flows: FoundFlow[];
  readonly skipped: Skipped[];
  title: string;
  dotted: number;
}

const circles: ReadonlySet<string> = new Set([
  '((',
  '(((',
  '([',
  '@circle',
  '@circ',
  '@sm-circ',
  '@dbl-circ',
  '@fr-circ',
  '@stadium',
  '@terminal',
  '@start',
  '@stop',
]);
const diamonds: ReadonlySet<string> = new Set(['{', '@diamond', '@diam', '@decision']);
const bars: ReadonlySet<string> = new Set(['@fork', '@join']);
const notes: ReadonlySet<string> = new Set(['@comment', '@brace', '@text', '@notch-rect']);

/** What a shape that this app drew means; null where brackets tell nothing. */
function ownType(bracket: string, style: string, hasIn: boolean): string | null {
  if (style === 'burst' || style === 'note') return style;
  const types: Readonly<Record<string, string>> = {
    '([': hasIn ? 'end' : 'start',
    '{': 'decision',
    '{{': 'parallel',
    '[[': 'control',
    '>': 'note',
  };
  return Object.hasOwn(types, bracket) ? (types[bracket] ?? null) : null;
}

function typeOf(bracket: string, style: string, hasIn: boolean, hasOut: boolean): string {
  if (diamonds.has(bracket)) return 'exclusive';
  if (bars.has(bracket)) return 'parallel';
  if (notes.has(bracket)) return 'note';
  const called = ['start', 'end', 'fork', 'join', 'decision', 'note', 'burst', 'control'].find(
    (each) => each === style,
  );
  if (called !== undefined) return called;
  if (circles.has(bracket) && hasIn !== hasOut) return hasOut ? 'start' : 'end';
  return 'step';
}

function addNode({ id, label, bracket, style }: MermaidNode, lane: string, sink: Sink): string {
  const known = sink.nodes.get(id);
  if (known === undefined && sink.nodes.size >= importLimits.nodes)
    throw new Refused(importText.refused.tooManyParts);
  const told = label === null ? null : labelledFigures(label);
  sink.nodes.set(id, {
    label: told?.label ?? known?.label ?? id,
    figures: told?.figures ?? known?.figures ?? new Map(),
    bracket: bracket || (known?.bracket ?? ''),
    style: style || (known?.style ?? ''),
    lane: known?.lane || lane,
  });
  return id;
}

/** The kind of a flow that this app drew. */
function ownKind({ isDotted, isThick, heads }: MermaidLink): string {
  if (isDotted) return heads[0] ? 'rework' : 'information';
  return isThick ? 'escalation' : 'normal';
}

function addFlows(from: readonly string[], to: readonly string[], link: MermaidLink, sink: Sink): void {
  const { share, label } = readFlowLabel(link.label);
  const [far, near] = link.heads;
  for (const a of from)
    for (const b of to) {
      if (sink.flows.length >= importLimits.flows) throw new Refused(importText.refused.tooManyParts);
      const ends = near && !far ? { from: b, to: a } : { from: a, to: b };
      // A dotted arrow back to an earlier node is rework; any other tells something.
      const order = link.isDotted ? [...sink.nodes.keys()] : [];
      const isBack = link.isDotted && (far || near) && order.indexOf(ends.to) < order.indexOf(ends.from);
      const tells = link.isDotted && !isBack;
      if (tells && !sink.isOurs) sink.dotted += 1;
      const kind = sink.isOurs ? ownKind(link) : tells ? 'information' : null;
      sink.flows.push({
        ...ends,
        cells: new Map<string, string>([
          ...(kind === null ? [] : [['kind', kind] as const]),
          ...(share === null || kind === 'information' ? [] : [['share', share] as const]),
          ...(label === '' ? [] : [['label', label] as const]),
        ]),
      });
    }
}

/** `A & B --> C{...} -- yes --> D`; false where the line is nothing of the kind. */
function readStatement(line: string, lane: string, sink: Sink): boolean {
  let at = 0;
  let before: string[] | null = null;
  let link: MermaidLink | null = null;
  while (at < line.length) {
    const group: string[] = [];
    for (;;) {
      const read = readNode(line, at);
      if (read === null) return false;
      group.push(addNode(read.node, lane, sink));
      at = read.end;
      const and = /^\s*&\s*/.exec(line.slice(at));
      if (!and) break;
      at += and[0].length;
    }
    if (before && link) addFlows(before, group, link, sink);
    before = group;
    if (line.slice(at).trim() === '') return true;
    const read = readLink(line, at);
    if (read === null || read.end === at) return false;
    ({ link, end: at } = read);
  }
  return false;
}

/** Reads a line wholly or not at all. */
function readWhole(line: string, lane: string, sink: Sink): boolean {
  const known = new Set(sink.nodes.keys());
  const [flows, dotted] = [sink.flows.length, sink.dotted];
  if (readStatement(line, lane, sink)) return true;
  for (const id of sink.nodes.keys()) if (!known.has(id)) sink.nodes.delete(id);
  sink.flows.length = flows;
  sink.dotted = dotted;
  return false;
}

/** Lines as statements: without comments, split at `;` outside quotation marks. */
function statementsOf(source: string): { text: string; line: number }[] {
  return source.split(/\r\n|\n|\r/).flatMap((raw, index) => {
    const parts = raw.replace(/^\s*%%.*$/, '').match(/(?:"[^"]*"|[^;"])+|"/g) ?? [];
    const texts = raw.includes('"') || !raw.includes(';') ? parts : raw.split(';');
    return texts
      .map((text) => ({ text: text.trim(), line: index + 1 }))
      .filter(({ text }) => text !== '' && !text.startsWith('%%'));
  });
}

const decorations = /^(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr|href)\b/;

function subgraphOf(line: string): string | null {
  const rest = /^subgraph\b\s*(.*)$/.exec(line)?.[1];
  if (rest === undefined) return null;
  const [, id = '', label] = /^([^\s["]+)?\s*\[(.*)\]$/.exec(rest) ?? [];
  return wordsIn(label ?? (rest === '' ? id : rest));
}

/** `class n1,n2 va` gives nodes a style as `:::va` does. */
function addClass(line: string, sink: Sink): void {
  const [, ids = '', style = ''] = /^class\s+([^\s]+)\s+([\w-]+)/.exec(line) ?? [];
  for (const id of ids.split(',')) {
    const known = sink.nodes.get(id);
    if (known?.style === '') sink.nodes.set(id, { ...known, style });
  }
}

function readLines(source: string): Sink {
  const isOurs = source.split(/\r\n|\n|\r/).some((line) => line.trim() === mermaidText.mark);
  const sink: Sink = { isOurs, nodes: new Map(), flows: [], skipped: [], title: '', dotted: 0 };
  const lanes: string[] = [];
  let hasBegun = false;
  for (const { text, line } of statementsOf(source)) {
    if (!hasBegun) {
      hasBegun = /^(?:flowchart|graph)\b/.test(text);
      if (!hasBegun) continue;
      const rest = text.replace(/^(?:flowchart|graph)(?:-elk)?\s*(?:TB|TD|BT|RL|LR)?\s*/, '');
      if (rest === '') continue;
    }
    const statement = text.replace(/^(?:flowchart|graph)(?:-elk)?\s*(?:TB|TD|BT|RL|LR)?\s*/, '');
    const lane = subgraphOf(statement);
    if (lane !== null) lanes.push(lane);
    else if (/^end$/i.test(statement)) lanes.pop();
    else if (decorations.test(statement) || /^(?:```|~~~|-{3})/.test(statement)) {
      if (isOurs) addClass(statement, sink);
      if (statement.startsWith('click'))
        sink.skipped.push({ what: what.line(line, statement.slice(0, 80)), where: '', why: why.decoration });
      if (statement.startsWith('```')) break;
    } else if (!readWhole(statement, lanes.findLast((name) => name !== '') ?? '', sink)) {
      sink.skipped.push({ what: what.line(line, statement.slice(0, 80)), where: '', why: why.syntax });
    }
  }
  if (!hasBegun) throw new Refused(importText.refused.notMermaid);
  return sink;
}

function nodesOf(sink: Sink): FoundNode[] {
  const work = sink.flows.filter(({ cells }) => cells.get('kind') !== 'information');
  const [into, outOf] = [new Set(work.map(({ to }) => to)), new Set(work.map(({ from }) => from))];
  return [...sink.nodes].map(([id, { label, figures, bracket, style, lane }]) => {
    const isStore = bracket === '[(' && !into.has(id) && !outOf.has(id);
    const own = sink.isOurs ? ownType(bracket, style, into.has(id)) : null;
    const drawn = isStore ? 'control' : typeOf(bracket, style, into.has(id), outOf.has(id));
    const type = own ?? drawn;
    const name = label === '' && type === 'step' ? unnamed.step : label;
    const isOwned = ['step', 'exclusive', 'decision'].includes(type);
    const isValued = sink.isOurs && type === 'step' && ['va', 'nnva', 'nva'].includes(style);
    const cells: [string, string][] = [
      ['name', !sink.isOurs && ['parallel', 'fork', 'join'].includes(type) ? '' : name],
      ['type', type === 'step' ? '' : type],
      ['role', isOwned ? lane : ''],
      ['value', isValued ? style.toUpperCase() : ''],
      ...(type === 'step' ? figures : []),
    ];
    return { id, called: name, cells: new Map(cells.filter(([, text]) => text !== '')) };
  });
}

/** Blank lines in the place of a text, so that what follows keeps its line numbers. */
const blank = (text: string): string => '\n'.repeat(text.split('\n').length - 1);

/** The flowchart inside of a Markdown text, or the text itself, every line where it stood. */
function chartIn(source: string): { chart: string; title: string } {
  const fenced = /^[ \t]*(?:```|~~~)[ \t]*mermaid[^\n]*\n([\s\S]*?)^[ \t]*(?:```|~~~)/m.exec(source);
  const inside = fenced?.[1] ?? source;
  const before = fenced ? `${blank(source.slice(0, fenced.index))}\n` : '';
  const front = /^\s*---[ \t\r]*\n([\s\S]*?)\n---[ \t\r]*\n/.exec(inside);
  const title = /^title:\s*(.+)$/m.exec(front?.[1] ?? '')?.[1] ?? '';
  const chart = front ? blank(front[0]) + inside.slice(front[0].length) : inside;
  return { chart: before + chart, title: wordsIn(title) };
}

/** True where a text holds a flowchart of Mermaid, bare or in Markdown. */
export function isMermaid(source: string): boolean {
  return (
    /^[ \t]*(?:```|~~~)[ \t]*mermaid\b/m.test(source) ||
    /^\s*(?:---[\s\S]*?\n---\s*)?(?:%%[^\n]*\n\s*)*(?:flowchart|graph)\b/.test(source)
  );
}

/** A Mermaid flowchart as a project with one map; throws `Refused` where there is none. */
export function readMermaid(source: string, options: ImportOptions): ReadForeign {
  const { chart, title } = chartIn(source.replace(/^\ufeff/, ''));
  const sink = readLines(chart);
  const settled = settleGateways({ nodes: nodesOf(sink), flows: sink.flows }, options.makeId);
  const dashed = sink.dotted > 0 ? [importText.notes.dashed(sink.dotted)] : [];
  const map: FoundMap = {
    name: title || options.name,
    stream: new Map(),
    roles: [],
    nodes: settled.nodes,
    flows: settled.flows,
    groups: [],
    skipped: sink.skipped,
    notes: [...dashed, ...settled.notes],
    isOurs: false,
  };
  return buildFound([map], 'mermaid', options);
}
