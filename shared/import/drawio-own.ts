import { isObject, parseJson } from '../file-format/json';
import { tablesText } from '../text/tables';
import { nodeTypes } from '../model/value-sets';
import { readCells, type DrawioCell } from './drawio-cells';
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

function nodeOf(cell: DrawioCell): FoundNode {
  const cells = withType(cell.own);
  const name = cells.get('name') ?? cell.label.replace(/\s+/g, ' ');
  if (name !== '') cells.set('name', name);
  const id = cells.get('id') ?? cell.id;
  cells.delete('id');
  return { id, called: name, cells };
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
  const nodes = shapes.map((cell) => ({ cell, node: nodeOf(cell) }));
  const idOf = new Map(nodes.map(({ cell, node }) => [cell.id, node.id]));
  const flows = drawn
    .filter(({ isArrow, own }) => isArrow && own.size > 0)
    .flatMap(({ source, target, own }): FoundFlow[] => {
      const [from, to] = [own.get('from') ?? idOf.get(source), own.get('to') ?? idOf.get(target)];
      if (from === undefined || to === undefined) return [];
      const cells = new Map([...own].filter(([name]) => name !== 'from' && name !== 'to' && name !== 'id'));
      return [{ from, to, cells }];
    });
  const { roles, ...rest } = Object.fromEntries(streamOf(page));
  const stream = new Map(Object.entries(rest));
  return {
    name: stream.get('name') ?? (page.name === '' ? tablesText.unnamedStream : page.name),
    stream,
    roles: rolesOf(roles),
    nodes: nodes.map(({ node }) => node),
    flows,
    groups: [],
    skipped: [],
    notes: [],
    isOurs: true,
  };
}
