import { importText } from '../text/import';
import { tablesText } from '../text/tables';
import { type ImportOptions, buildFound } from './build-found';
import { artefactsOf } from './drawio-artefacts';
import { readCells, type DrawioCell } from './drawio-cells';
import { type Kinded, readFigures } from './drawio-figures';
import { type FlowEnds, readFlowsOf } from './drawio-flows';
import { kindOf, type DrawioKind } from './drawio-kinds';
import { ancestorsOf, lanesOf } from './drawio-lanes';
import { leftOver, oneLine, type Page, textNotes } from './drawio-left';
import { isOwnPage, readOwnPage } from './drawio-own';
import { type DrawioPage, readDrawioPages } from './drawio-pages';
import { centreOf, inReadingOrder, sitsOn } from './drawio-places';
import { settleGateways } from './gateways';
import type { FoundFlow, FoundMap, FoundNode, ReadForeign } from './types';

const always: readonly DrawioKind[] = [
  'step',
  'start',
  'end',
  'outside',
  'decision',
  'parallel',
  'event',
  'merge',
  'control',
  'note',
  'burst',
  'ellipse',
];
const ifJoined: readonly DrawioKind[] = ['document', 'unknown', 'lane', 'text', 'picture'];

const customers = /customer|consumer|client|user|kunde|applicant/i;
const suppliers = /supplier|vendor|lieferant|demand/i;
const beginnings = /^(?:start|begin|trigger)$/i;
const endings = /^(?:end|stop|finish|done)$/i;

/** Shapes that are joined by arrows with work in both directions, or only documents at one end. */
function joinedIds(cells: readonly Kinded[]): { from: Set<string>; to: Set<string> } {
  const arrows = cells.filter(({ isArrow, style }) => isArrow && style.get('dashed') !== '1');
  return {
    from: new Set(arrows.map(({ source }) => source)),
    to: new Set(arrows.map(({ target }) => target)),
  };
}

/** A plain box without words and arrows only lies behind others. */
function isBackground(
  { id, kind, label, shape }: Kinded,
  cells: readonly Kinded[],
  joined: ReturnType<typeof joinedIds>,
): boolean {
  if (kind !== 'step' || label !== '' || shape.includes('lean_mapping')) return false;
  const hasWords = cells.some((cell) => cell.parent === id && cell.label !== '');
  return !hasWords && !joined.from.has(id) && !joined.to.has(id);
}

function readPage(root: DrawioPage['root']): Page {
  const drawn = readCells(root);
  const pointed = new Set(drawn.flatMap(({ source, target }) => [source, target]));
  // A sheet of paper to which an arrow leads is a document rather than a remark.
  const cells = drawn.map((cell): Kinded => {
    const kind = kindOf(cell);
    return { ...cell, kind: kind === 'note' && pointed.has(cell.id) ? 'document' : kind };
  });
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const joined = joinedIds(cells);
  const laneIds = lanesOf(cells, byId).ids;
  const isNode = (cell: Kinded): boolean => {
    if (cell.isArrow || laneIds.has(cell.id) || byId.get(cell.parent)?.isArrow === true) return false;
    if (isBackground(cell, cells, joined)) return false;
    if (always.includes(cell.kind)) return true;
    const isOnWay = joined.from.has(cell.id) && joined.to.has(cell.id);
    return ifJoined.includes(cell.kind) && isOnWay && cell.label !== '';
  };
  const found = cells.filter(isNode);
  const ids = new Set(found.map(({ id }) => id));
  // What stands inside a step is a part of it, unless that is only a frame round steps.
  const nodes = found.filter((cell) => {
    const around = ancestorsOf(cell, byId).find(({ id }) => ids.has(id));
    return around === undefined || (cell.kind !== 'note' && cell.kind !== 'text');
  });
  return { cells, byId, nodes };
}

/** Steps that only stand round other steps are frames. */
function withoutFrames(page: Page): Page {
  const inner = new Set(page.nodes.flatMap((cell) => ancestorsOf(cell, page.byId).map(({ id }) => id)));
  const joined = joinedIds(page.cells);
  const nodes = page.nodes.filter(
    ({ id, kind }) => !(kind === 'step' && inner.has(id) && !joined.from.has(id) && !joined.to.has(id)),
  );
  return { ...page, nodes };
}

function nameOf(cell: Kinded, { cells }: Page): string {
  if (cell.label !== '') return oneLine(cell.label);
  const part = cells.find(({ parent, kind, label }) => parent === cell.id && kind === 'text' && label !== '');
  return part === undefined ? '' : oneLine(part.label);
}

interface Evidence {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly information: ReadonlySet<string>;
  readonly middle: number;
}

const isOnBorder = ({ kind, style }: Kinded): boolean =>
  kind === 'event' && (style.get('outline') ?? '').startsWith('bound');

/** The kind of node, by what a shape means and how it is joined. */
function typeOf(cell: Kinded, evidence: Evidence): string {
  const [leads, isReached] = [evidence.from.has(cell.id), evidence.to.has(cell.id)];
  switch (cell.kind) {
    case 'start':
    case 'end':
    case 'burst':
    case 'note':
    case 'parallel':
    case 'event':
      return cell.kind;
    case 'decision':
      return 'exclusive';
    case 'control':
      if (leads || isReached) return 'step';
      return evidence.information.has(cell.id) ? 'control' : 'note';
    case 'outside':
      if (leads !== isReached) return leads ? 'start' : 'end';
      if (customers.test(cell.label)) return 'end';
      if (suppliers.test(cell.label)) return 'start';
      return centreOf(cell.box).x < evidence.middle ? 'start' : 'end';
    case 'ellipse':
      if (leads !== isReached) return leads ? 'start' : 'end';
      if (beginnings.test(cell.label) || endings.test(cell.label))
        return beginnings.test(cell.label) ? 'start' : 'end';
      return cell.label === '' ? 'event' : 'step';
    case 'step':
      return !leads && !isReached && evidence.from.size > 0 && evidence.information.has(cell.id)
        ? 'control'
        : 'step';
    default:
      return 'step';
  }
}

function evidenceOf(flows: readonly FoundFlow[], nodes: readonly Kinded[]): Evidence {
  const work = flows.filter(({ cells }) => cells.get('kind') !== 'information');
  const info = flows.filter(({ cells }) => cells.get('kind') === 'information');
  const xs = nodes.map(({ box }) => centreOf(box).x);
  return {
    from: new Set(work.map(({ from }) => from)),
    to: new Set(work.map(({ to }) => to)),
    information: new Set(info.flatMap(({ from, to }) => [from, to])),
    middle: xs.length === 0 ? 0 : (Math.min(...xs) + Math.max(...xs)) / 2,
  };
}

/** The cell that the end of an arrow means: itself, or the step that it is a part of or sits on. */
function resolver({ byId, nodes, cells }: Page): FlowEnds['resolve'] {
  const ids = new Set(nodes.map(({ id }) => id));
  const passes = new Set(cells.filter(({ kind }) => kind === 'inventory').map(({ id }) => id));
  const boxes = nodes.filter(({ kind }) => kind === 'step');
  return (id) => {
    const cell = byId.get(id);
    if (cell === undefined) return null;
    if (isOnBorder(cell)) return sitsOn(cell, boxes)?.id ?? id;
    if (ids.has(id) || passes.has(id)) return id;
    return ancestorsOf(cell, byId).find((up) => ids.has(up.id))?.id ?? null;
  };
}

/** Stocks stand on the way: what leads into one goes on to what it leads to. */
function passStocks(flows: readonly FoundFlow[], stocks: ReadonlySet<string>): FoundFlow[] {
  let passed = [...flows];
  for (const id of stocks) {
    const into = passed.filter(({ to }) => to === id);
    const outOf = passed.filter(({ from }) => from === id);
    passed = passed.filter(({ from, to }) => from !== id && to !== id);
    for (const a of into)
      for (const b of outOf)
        passed.push({ from: a.from, to: b.to, cells: new Map([...b.cells, ...a.cells]) });
  }
  return passed;
}

const unnamed: Readonly<Record<string, string>> = {
  step: importText.unnamed.step,
  start: tablesText.start,
  end: tablesText.end,
};

function foundNodes(
  page: Page,
  types: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, ReadonlyMap<string, string>>,
): FoundNode[] {
  const lanes = lanesOf(page.cells, page.byId);
  return inReadingOrder(page.nodes).map((cell) => {
    const type = types.get(cell.id) ?? 'step';
    const name = nameOf(cell, page);
    const { role, team } = lanes.of(cell);
    const isDone = type === 'step';
    const label = name === '' && Object.hasOwn(unnamed, type) ? (unnamed[type] ?? '') : name;
    const given: (readonly [string, string | undefined])[] = [
      ['name', label === '' ? undefined : label],
      ['type', isDone ? undefined : type],
      ['role', isDone || type === 'exclusive' ? role : undefined],
      ['team', isDone ? team : undefined],
    ];
    const told = given.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const]));
    return { id: cell.id, called: label, cells: new Map([...told, ...(figures.get(cell.id) ?? [])]) };
  });
}

/** Cells of the same step from both. */
function bothOf(
  a: ReadonlyMap<string, ReadonlyMap<string, string>>,
  b: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const ids = new Set([...a.keys(), ...b.keys()]);
  return new Map([...ids].map((id) => [id, new Map([...(a.get(id) ?? []), ...(b.get(id) ?? [])])]));
}

function readForeignPage(drawn: DrawioPage, makeId: () => string): FoundMap {
  const page = withoutFrames(readPage(drawn.root));
  const stocks = page.cells.filter(({ kind }) => kind === 'inventory');
  const shapes: readonly DrawioCell[] = [...page.nodes, ...stocks];
  const resolve = resolver(page);
  const artefacts = artefactsOf(page, resolve);
  const drawnCells = page.cells.filter(({ id }) => !artefacts.used.has(id));
  const arrows = readFlowsOf(drawnCells, {
    resolve,
    shapes,
    steps: page.nodes.filter(({ kind }) => kind === 'step'),
  });
  const carries = arrows.flows.filter(({ cells }) => cells.get('kind') !== 'information');
  const nextOf = (id: string): string | undefined => carries.find(({ from }) => from === id)?.to;
  const owner = (cell: DrawioCell): string | undefined =>
    ancestorsOf<DrawioCell>(cell, page.byId).find(({ id }) => page.nodes.some((node) => node.id === id))?.id;
  const flows = passStocks(arrows.flows, new Set(stocks.map(({ id }) => id)));
  const evidence = evidenceOf(flows, page.nodes);
  const types = new Map(page.nodes.map((cell) => [cell.id, typeOf(cell, evidence)]));
  const steps = page.nodes
    .filter(({ id }) => types.get(id) === 'step')
    .map((cell) => ({ ...cell, label: nameOf(cell, page) }));
  const figures = readFigures(page.cells, steps, owner, nextOf);
  const boundary = new Set(
    page.nodes.flatMap((cell) => (isOnBorder(cell) && sitsOn(cell, steps) ? [cell.id] : [])),
  );
  const nodes = foundNodes(page, types, bothOf(figures.of, artefacts.of)).filter(
    ({ id }) => !boundary.has(id),
  );
  const settled = settleGateways({ nodes, flows }, makeId);
  return {
    name: lanesOf(page.cells, page.byId).title ?? nameOfPage(drawn.name),
    stream: new Map(),
    roles: [],
    nodes: [...settled.nodes, ...textNotes(page)],
    flows: settled.flows,
    groups: [],
    skipped: [...arrows.skipped, ...figures.skipped, ...leftOver({ ...page, cells: drawnCells })],
    notes: [...settled.notes, ...(arrows.dashed > 0 ? [importText.notes.dashed(arrows.dashed)] : [])],
    isOurs: false,
  };
}

/** Names that a tool gave, not a person, say nothing. */
const nameOfPage = (name: string): string => (/^(?:page|seite|sheet)[-\s]*\d*$/i.test(name) ? '' : name);

/** A draw.io text as a project with a map for each page; throws `Refused` where there is none. */
export function readDrawio(source: string, options: ImportOptions): ReadForeign {
  const pages = readDrawioPages(source);
  const maps = pages.map((page, index) => {
    const map = isOwnPage(page) ? readOwnPage(page) : readForeignPage(page, options.makeId);
    const number = pages.length > 1 ? ` ${String(index + 1)}` : '';
    return map.name === '' ? { ...map, name: `${options.name}${number}` } : map;
  });
  return buildFound(maps, 'drawio', options);
}
