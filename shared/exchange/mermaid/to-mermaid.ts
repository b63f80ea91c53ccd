import type { MapNode } from '../../model/project';
import { meanOf } from '../../model/quantity';
import type { MapGraph, WithId } from '../../model/queries';
import { formatDuration, formatShare } from '../../model/units-format';
import { light } from '../../drawing/theme';
import { mermaidText as words } from '../../text/exchange';

/** How the lanes of a map are told: the name of the lane that a node is in, or null where it is in none. */
export type LaneNameOf = (node: WithId<MapNode>) => string | null;

/** Signs that Mermaid or the page around it would read as something else, as its own numbered entities. */
function quoted(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const safe = line.replace(/[#&"'<>`{}[\]()|;%\\]/g, (sign) => `#${String(sign.codePointAt(0))};`);
  return `"${safe === '' ? ' ' : safe}"`;
}

/** Lines of one label, each made safe. */
function label(lines: readonly string[]): string {
  const said = lines.filter((each) => each.trim() !== '');
  return `"${(said.length === 0 ? [' '] : said).map((each) => quoted(each).slice(1, -1)).join('<br/>')}"`;
}

const shapes: Readonly<Record<MapNode['type'], readonly [open: string, close: string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  step: ['[', ']'],
  decision: ['{', '}'],
  fork: ['{{', '}}'],
  join: ['{{', '}}'],
  control: ['[[', ']]'],
  note: ['>', ']'],
  burst: ['{{', '}}'],
};

const arrows = {
  normal: '-->',
  escalation: '==>',
  rework: '-.->',
  iteration: '-.->',
  information: '-.-',
} as const;

/** A share with no more decimals than it has, at most two: `95 %`, `12.5 %`. */
function shareOf(share: number): string {
  const isWhole = (decimals: number): boolean =>
    Math.abs(share * 100 * 10 ** decimals - Math.round(share * 100 * 10 ** decimals)) < 1e-6;
  return formatShare(share, isWhole(0) ? 0 : isWhole(1) ? 1 : 2);
}

function linesOf({ type, name, processTime, wait, completeAccurate }: MapNode): string[] {
  const title = name.trim() === '' ? words.kinds[type] : name;
  if (type !== 'step') return [title];
  const times = [
    processTime === undefined ? '' : words.work(formatDuration(meanOf(processTime))),
    wait === undefined ? '' : words.wait(formatDuration(meanOf(wait))),
    completeAccurate === undefined ? '' : words.quality(shareOf(meanOf(completeAccurate))),
  ].filter((text) => text !== '');
  return [title, times.join(', ')];
}

/** Classes of Mermaid by what they mark, in the colours of the light theme. */
const classes = {
  va: `fill:${light.vaSoft},stroke:${light.va},color:${light.text}`,
  nnva: `fill:${light.nnvaSoft},stroke:${light.nnvaEdge},color:${light.text}`,
  nva: `fill:${light.nvaSoft},stroke:${light.nva},color:${light.text}`,
  burst: `fill:${light.kaizen},stroke:${light.kaizenEdge},color:${light.onKaizen}`,
  note: `fill:${light.note},stroke:${light.noteEdge},color:${light.onNote}`,
} as const;

function classOf({ type, value }: MapNode): keyof typeof classes | null {
  if (type === 'burst' || type === 'note') return type;
  if (type !== 'step' || value === undefined) return null;
  return value === 'VA' ? 'va' : value === 'NNVA' ? 'nnva' : 'nva';
}

/** Nodes by lane in the order in which the lanes first occur; those in no lane come last. */
function byLane(
  nodes: readonly WithId<MapNode>[],
  laneOf: LaneNameOf,
): readonly (readonly [string | null, readonly WithId<MapNode>[]])[] {
  const lanes = new Map<string | null, WithId<MapNode>[]>();
  for (const node of nodes) {
    const lane = laneOf(node);
    const known = lanes.get(lane);
    if (known) known.push(node);
    else lanes.set(lane, [node]);
  }
  return [...lanes].sort(([a], [b]) => Number(a === null) - Number(b === null));
}

/** A map as the text of a Mermaid flowchart: steps with their times and classes, lanes as subgraphs, shares on the flows. The same map gives the same text; no text of the user can be read as a command of Mermaid. */
export function toMermaid(graph: MapGraph, laneOf: LaneNameOf = () => null): string {
  const ids = new Map(graph.nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const drawn = (node: WithId<MapNode>): string => {
    const [open, close] = shapes[node.type];
    return `${ids.get(node.id) ?? ''}${open}${label(linesOf(node))}${close}`;
  };
  const lanes = byLane(graph.nodes, laneOf).flatMap(([lane, nodes], index) =>
    lane === null
      ? nodes.map((node) => `  ${drawn(node)}`)
      : [
          `  subgraph lane${index + 1}[${quoted(lane)}]`,
          ...nodes.map((node) => `    ${drawn(node)}`),
          '  end',
        ],
  );
  const flows = graph.flows.map(({ from, to, kind, share, label: said }) => {
    const parts = [share === undefined ? '' : shareOf(meanOf(share)), said ?? ''];
    const text = parts.filter((each) => each.trim() !== '').join(' ');
    const between = text === '' ? '' : `|${quoted(text)}|`;
    return `  ${ids.get(from) ?? ''} ${arrows[kind]}${between} ${ids.get(to) ?? ''}`;
  });
  const marked = (Object.keys(classes) as (keyof typeof classes)[]).flatMap((name) => {
    const members = graph.nodes.filter((node) => classOf(node) === name).map(({ id }) => ids.get(id) ?? '');
    return members.length === 0
      ? []
      : [`  classDef ${name} ${classes[name]}`, `  class ${members.join(',')} ${name}`];
  });
  return `${['flowchart LR', `  ${words.mark}`, ...lanes, ...flows, ...marked].join('\n')}\n`;
}
