import { isObject, parseJson } from '../file-format/json';
import { tablesText } from '../text/tables';
import { nodeTypes } from '../model/value-sets';
import { readFlowLabel } from './data-box';
import { readCells, type DrawioCell, wordsOf } from './drawio-cells';
import { type DrawioKind, kindOf } from './drawio-kinds';
import type { DrawioPage } from './drawio-pages';
import type { FoundCells, FoundFlow, FoundMap, FoundNode } from './types';

const prefix = 'vsm_';

/** Whether a page was drawn by this app: its shapes carry columns of the step table. */
export function isOwnPage({ root }: DrawioPage): boolean {
  return readCells(root).some(({ own, isArrow }) => own.size > 0 && !isArrow);
}

function withType(cells: ReadonlyMap<string, string>): Map<string, string> {
  const rest = new Map(cells);
  const stated =
    rest.get('type') ?? nodeTypes.find((type) => type !== 'decision' && type === rest.get('kind'));
  if (!rest.has('type') && stated !== undefined) rest.delete('kind');
  if (stated !== undefined) rest.set('type', stated);
  return rest;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The name that was written, unless somebody changed the label since. */
function nameOf({ label, own }: DrawioCell): string {
  const name = own.get('name') ?? '';
  const isAsWritten = [false, true].some((isHtml) => oneLine(wordsOf(name, isHtml)) === oneLine(label));
  return isAsWritten || label === '' ? name : oneLine(label);
}

function nodeOf(cell: DrawioCell, taken: Set<string>): FoundNode {
  const cells = withType(cell.own);
  const name = nameOf(cell);
  if (name !== '') cells.set('name', name);
  const stated = cells.get('id') ?? cell.id;
  // A shape that was copied in draw.io carries the data of the first.
  const id = taken.has(stated) ? cell.id : stated;
  taken.add(id);
  cells.delete('id');
  return { id, called: name, cells };
}

const addedKinds: ReadonlyMap<DrawioKind, string> = new Map<DrawioKind, string>([
  ['step', 'step'],
  ['decision', 'decision'],
  ['start', 'start'],
  ['end', 'end'],
  ['note', 'note'],
  ['burst', 'burst'],
]);

/** Cells that this app draws beside its nodes and flows. */
const beside = /^(?:lane\d+|ladder.*|.*-(?:data|queue|wait))$/;

/** A shape that somebody drew into a page of ours. */
function addedNode(cell: DrawioCell): FoundNode | null {
  const type = addedKinds.get(kindOf(cell));
  if (type === undefined || cell.label === '' || beside.test(cell.id)) return null;
  const name = oneLine(cell.label);
  return {
    id: cell.id,
    called: name,
    cells: new Map([
      ['type', type],
      ['name', name],
    ]),
  };
}

/** An arrow that somebody drew into a page of ours. */
function addedCells(arrow: DrawioCell): Map<string, string> {
  const { share, label } = readFlowLabel(arrow.label);
  return new Map<string, string>([
    ...(share === null ? [] : [['share', share] as const]),
    ...(label === '' ? [] : [['label', label] as const]),
  ]);
}

/** Columns that stand with the page: those of its stream. */
function streamOf({ root, attributes }: DrawioPage): FoundCells {
  const stream = new Map<string, string>();
  const take = (from: ReadonlyMap<string, string>): void => {
    for (const [name, text] of from) if (name.startsWith(prefix)) stream.set(name.slice(prefix.length), text);
  };
  take(attributes);
  for (const element of root.children) if (element.attributes.get('id') === '0') take(element.attributes);
  return stream;
}

/** The roles of the project, which stand with the stream as JSON. */
export function rolesOf(text: string | undefined): FoundCells[] {
  const parsed = text === undefined ? null : parseJson(text);
  const rows = parsed?.kind === 'parsed' && Array.isArray(parsed.value) ? parsed.value : [];
  return rows
    .filter(isObject)
    .map(
      (row) =>
        new Map(
          Object.entries(row).flatMap(([name, value]) =>
            typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
          ),
        ),
    );
}

/** A page that this app drew, as the map it was. */
export function readOwnPage(page: DrawioPage): FoundMap {
  const drawn = readCells(page.root);
  const shapes = drawn.filter(({ own, isArrow, id }) => own.size > 0 && !isArrow && id !== '0' && id !== '1');
  const taken = new Set<string>();
  const nodes = shapes.map((cell) => ({ cell, node: nodeOf(cell, taken) }));
  const added = drawn
    .filter(({ own, isArrow }) => own.size === 0 && !isArrow)
    .flatMap((cell) => addedNode(cell) ?? []);
  const idOf = new Map([
    ...nodes.map(({ cell, node }) => [cell.id, node.id] as const),
    ...nodes.map(({ cell, node }) => [`${cell.id}-data`, node.id] as const),
    ...added.map(({ id }) => [id, id] as const),
  ]);
  const flows = drawn
    .filter(({ isArrow }) => isArrow)
    .flatMap((arrow): FoundFlow[] => {
      const { source, target, own } = arrow;
      const [from, to] = [own.get('from') ?? idOf.get(source), own.get('to') ?? idOf.get(target)];
      if (from === undefined || to === undefined) return [];
      const cells = new Map([...own].filter(([name]) => name !== 'from' && name !== 'to' && name !== 'id'));
      return [{ from, to, cells: own.size === 0 ? addedCells(arrow) : cells }];
    });
  const { roles, ...rest } = Object.fromEntries(streamOf(page));
  const stream = new Map(Object.entries(rest));
  return {
    name: stream.get('name') ?? (page.name === '' ? tablesText.unnamedStream : page.name),
    stream,
    roles: rolesOf(roles),
    nodes: [...nodes.map(({ node }) => node), ...added],
    flows,
    groups: [],
    skipped: [],
    notes: [],
    isOurs: added.length === 0,
  };
}
