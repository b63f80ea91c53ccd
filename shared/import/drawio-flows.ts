import { importText } from '../text/import';
import { readFlowLabel } from './data-box';
import type { DrawioCell } from './drawio-cells';
import type { Kinded } from './drawio-figures';
import { isInformation } from './drawio-kinds';
import { shapeAt, sitsOn, stepsBeside } from './drawio-places';
import type { FoundFlow, Skipped } from './types';

/** Arrows as flows between cells; `passes` are cells such as stocks that only stand on the way. */
interface DrawioFlows {
  readonly flows: readonly FoundFlow[];
  readonly skipped: readonly Skipped[];
  /** How many arrows are information only because they are dashed. */
  readonly dashed: number;
}

/** What the arrows of a page lead to. */
export interface FlowEnds {
  /** The cell that is meant by an end, null where it is nothing that takes a flow. */
  readonly resolve: (id: string) => string | null;
  /** Shapes at which a loose end may point. */
  readonly shapes: readonly DrawioCell[];
  readonly steps: readonly Kinded[];
}

/** What hangs on each cell, by its id: the labels of arrows among it. */
function hungLabels(cells: readonly DrawioCell[]): ReadonlyMap<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const { parent, label } of cells) {
    if (label === '') continue;
    const known = labels.get(parent);
    if (known) known.push(label);
    else labels.set(parent, [label]);
  }
  return labels;
}

function isReversed({ style }: DrawioCell): boolean {
  const [start, end] = [style.get('startArrow') ?? 'none', style.get('endArrow') ?? 'classic'];
  return start !== 'none' && end === 'none';
}

function cellsOf(arrow: DrawioCell, text: string): Map<string, string> {
  const { share, label } = readFlowLabel(text);
  const isInfo = isInformation(arrow);
  return new Map<string, string>([
    ...(isInfo ? [['kind', 'information'] as const] : []),
    ...(share !== null && !isInfo ? [['share', share] as const] : []),
    ...(label === '' ? [] : [['label', label] as const]),
  ]);
}

const styles: readonly (readonly [string, string])[] = [
  ['fifo', 'fifo'],
  ['physical_pull', 'pull'],
  ['push_arrow', 'push'],
];

/** A push arrow or FIFO lane that is drawn as a shape: between two steps, or on the one that it leads into (`from` is empty then). */
function connectorFlow(cell: Kinded, steps: readonly Kinded[]): FoundFlow | null {
  const on = sitsOn(cell, steps, 1);
  const [left, right] = stepsBeside(cell, steps);
  const [from, to] = on ? ['', on.id] : [left?.id, right?.id];
  if (from === undefined || to === undefined || from === to) return null;
  const style = styles.find(([name]) => cell.shape.includes(name))?.[1];
  const limit = /(\d+)/.exec(cell.label)?.[1];
  return {
    from,
    to,
    cells: new Map<string, string>([
      ...(style === undefined ? [] : [['style', style] as const]),
      ...(style === 'fifo' && limit !== undefined ? [['limit', limit] as const] : []),
    ]),
  };
}

/** Gives the style of a connector to the arrow that joins the same steps. */
function withConnectors(flows: readonly FoundFlow[], connectors: readonly FoundFlow[]): FoundFlow[] {
  const carries = ({ cells }: FoundFlow): boolean => cells.get('kind') !== 'information';
  const fits = (connector: FoundFlow, flow: FoundFlow): boolean =>
    connector.to === flow.to && (connector.from === '' || connector.from === flow.from);
  const isKnown = (connector: FoundFlow): boolean =>
    connector.from === '' || flows.some((flow) => carries(flow) && fits(connector, flow));
  return [
    ...flows.map((flow) => {
      const extra = carries(flow) ? connectors.find((each) => fits(each, flow)) : undefined;
      return extra ? { ...flow, cells: new Map([...extra.cells, ...flow.cells]) } : flow;
    }),
    ...connectors.filter((connector) => !isKnown(connector)),
  ];
}

/** The flows of a page: its arrows, and what is drawn as arrows between steps. */
export function readFlowsOf(cells: readonly Kinded[], { resolve, shapes, steps }: FlowEnds): DrawioFlows {
  const flows: FoundFlow[] = [];
  const skipped: Skipped[] = [];
  const hung = hungLabels(cells);
  let dashed = 0;
  for (const arrow of cells.filter(({ isArrow }) => isArrow)) {
    const end = (id: string, point: (typeof arrow.ends)[number]): string | null =>
      resolve(id !== '' ? id : (shapeAt(point, shapes)?.id ?? ''));
    const ends = [end(arrow.source, arrow.ends[0]), end(arrow.target, arrow.ends[1])] as const;
    const [from, to] = isReversed(arrow) ? [ends[1], ends[0]] : ends;
    const labels = [arrow.label, ...(hung.get(arrow.id) ?? [])].filter(Boolean);
    const text = labels.join(' ').replace(/\s+/g, ' ').trim();
    const isLine = (arrow.style.get('endArrow') ?? 'classic') === 'none' && text === '';
    if (from === null || to === null) {
      const isMeant = ends.some((each) => each !== null) || text !== '' || !isLine;
      if (isMeant)
        skipped.push({ what: importText.what.arrow(text), where: '', why: importText.why.looseArrow });
      continue;
    }
    if (from === to && text === '') continue;
    if (arrow.style.get('dashed') === '1' && !arrow.shape.includes('info_flow')) dashed += 1;
    flows.push({ from, to, cells: cellsOf(arrow, text) });
  }
  const connectors = cells
    .filter(({ kind }) => kind === 'connector')
    .flatMap((cell) => connectorFlow(cell, steps) ?? []);
  return { flows: withConnectors(flows, connectors), skipped, dashed };
}
