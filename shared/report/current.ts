import { findActivity } from '../catalogue/packs';
import { stepsAlong } from '../analysis/value-balance';
import { lookUp, type MapGraph } from '../model/queries';
import type { Quantity } from '../model/quantity';
import { formatDuration, formatQuantity, formatShare } from '../model/units-format';
import { reportText } from '../text/report';
import { stepTableText } from '../text/step-table';
import { cell, heading, paragraph, strong, table } from './blocks';
import type { MapPart, ReportContext } from './context';
import { perStream } from './per-stream';
import { mapPicture } from './pictures';
import type { Block, ReportCell } from './types';

const words = reportText.current;

const time = (quantity: Quantity | undefined): string =>
  quantity === undefined ? '' : formatQuantity(quantity, formatDuration);

/** Whole percent where they are whole: shares of measured items have many places. */
const isWhole = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
const share = (quantity: Quantity | undefined): string =>
  quantity === undefined ? '' : formatQuantity(quantity, (each) => formatShare(each, isWhole(each) ? 0 : 1));

function whoOf(graph: MapGraph, node: { readonly role?: string; readonly team?: string }): string {
  const role = node.role === undefined ? undefined : graph.roles.get(node.role)?.name;
  return [role, node.team].filter((name) => name !== undefined && name !== '').join(', ');
}

function stepRows({ graph, pack }: MapPart, kept: ReadonlySet<string> | null): ReportCell[][] {
  return stepsAlong(graph)
    .filter(({ id }) => kept === null || kept.has(id))
    .map((node) => [
      strong(node.name === '' ? stepTableText.untitled : node.name),
      cell(whoOf(graph, node)),
      cell(findActivity(pack, node.activity)?.name),
      cell(time(node.processTime)),
      cell(time(node.wait)),
      cell(share(node.completeAccurate)),
      cell(node.value),
    ]);
}

/** The picture of a map with its steps as a table, or of some nodes of it. */
export function mapBlocks(part: MapPart, { wish }: ReportContext): Block[] {
  const nodes = wish.scope.kind === 'selection' ? wish.scope.nodes : null;
  const { map } = part.graph;
  const rows = stepRows(part, nodes === null ? null : new Set(nodes));
  if (rows.length === 0) return paragraph(words.noSteps, 'quiet');
  return [
    mapPicture(part, wish, nodes),
    ...paragraph(map.note),
    ...table({
      caption: words.caption(map.name),
      columns: [
        [words.columns.step, 3.2],
        [words.columns.who, 2],
        [words.columns.activity, 1.7],
        [words.columns.process, 2, 'end'],
        [words.columns.wait, 1.9, 'end'],
        [words.columns.quality, 1, 'end'],
        [words.columns.value, 0.9],
      ],
      rows,
    }),
  ];
}

/** The maps of today: a picture and the steps of each. */
export function currentBlocks(context: ReportContext): Block[] {
  return perStream(context, ({ maps }) =>
    maps.flatMap((part) => {
      const blocks = mapBlocks(part, context);
      return maps.length > 1 || context.streams.length > 1
        ? [heading(context.streams.length > 1 ? 3 : 2, nameOf(part, context)), ...blocks]
        : blocks;
    }),
  );
}

function nameOf({ graph }: MapPart, { project }: ReportContext): string {
  return lookUp(project.maps, graph.id)?.name ?? graph.map.name;
}
