import { describe, expect, test } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { DrawingContext } from '../../../shared/drawing/context';
import type { DisplayList, Group, Item } from '../../../shared/drawing/display-list';
import { drawMapInRoom, drawMapOnPages, legibleScale } from '../../../shared/drawing/draw-rows';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import { signOf, spreadSigns } from '../../../shared/drawing/row-ends';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { LaneBy, MapLayout } from '../../../shared/layout/types';
import { buildMap } from '../../helpers/build-map';
import { facilitatorMap } from '../../helpers/facilitator-map';
import type { MapGraph } from '../../../shared/model/queries';

function drawnFrom(graph: MapGraph, lanes: LaneBy): { context: DrawingContext; layout: MapLayout } {
  const layout = layoutMap(graph, { laneBy: lanes, pack: itil4, labelSize: labelSizeFor(graph) });
  const context = { graph, figures: computeFigures(graph), badges: new Map(), pack: itil4, view: { lanes } };
  return { context, layout };
}

const chain = (steps: number): MapGraph =>
  buildMap((m) => {
    const ids = Array.from({ length: steps }, (_, index) => `s${index + 1}`);
    m.start();
    m.role('desk');
    for (const id of ids) m.step(id, { role: 'desk', wait: 60 });
    m.end();
    m.path('start', ...ids, 'end');
    m.flow(`s${steps}`, 's1', { kind: 'rework', share: 0.1 });
  }).graph;

const within = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => (item.kind === 'group' ? [item, ...within(item.items)] : [item]));
const groupsOf = ({ items }: DisplayList, role: Group['role']): Group[] =>
  within(items).filter((item): item is Group => item.kind === 'group' && item.role === role);
const textsOf = ({ items }: DisplayList): string[] =>
  within(items).flatMap((item) => (item.kind === 'text' ? [item.text] : []));

describe('a map in a room', () => {
  test('stands in one row where it is legible there', () => {
    const { context, layout } = drawnFrom(chain(4), 'none');
    const { rows, scale, list } = drawMapInRoom(context, layout, { width: 1_400, height: 340 });
    expect(rows).toBe(1);
    expect(scale).toBeGreaterThanOrEqual(legibleScale);
    expect(textsOf(list).filter((text) => text.startsWith('Row'))).toEqual([]);
  });

  test('of sixty steps is folded, and drawn at least twice as large as in one row', () => {
    const { context, layout } = drawnFrom(chain(60), 'none');
    const room = { width: 1_400, height: 340 };
    const { rows, scale } = drawMapInRoom(context, layout, room);
    expect(rows).toBeGreaterThan(1);
    expect(scale).toBeGreaterThan((2 * room.width) / layout.bounds.width);
  });

  test('says at each row where it comes from and where it goes on', () => {
    const { context, layout } = drawnFrom(chain(20), 'none');
    const { list, rows } = drawMapInRoom(context, layout, { width: 1_400, height: 1_000 });
    const texts = textsOf(list);
    expect(texts).toContain(`Row 1 of ${rows}`);
    expect(texts).toContain('continued in row 2');
    expect(texts).toContain(`Row ${rows} of ${rows} · continued from row ${rows - 1}`);
    expect(texts).not.toContain(`continued in row ${rows + 1}`);
  });
});

describe.each<LaneBy>(['none', 'role'])('a map on pages, with lanes by %s', (lanes) => {
  test.each([3, 11, 14])('shows every node, queue and label once, from seed %i', (seed) => {
    const { graph } = facilitatorMap(seed, 50);
    const { context, layout } = drawnFrom(graph, lanes);
    const pages = drawMapOnPages(context, layout, { width: 1_480, height: 960 });
    const nodes = pages.flatMap((page) => groupsOf(page, 'node').map(({ about }) => about));
    expect(nodes.toSorted()).toEqual(graph.nodes.map(({ id }) => id).toSorted());
    const flows = pages.flatMap((page) => groupsOf(page, 'flow').map(({ about }) => about));
    expect(flows.toSorted()).toEqual(graph.flows.map(({ id }) => id).toSorted());
    const queues = [...layout.routes.values()].filter(({ queue }) => queue !== null);
    expect(pages.flatMap((page) => groupsOf(page, 'queue'))).toHaveLength(queues.length);
  });

  test('has each sign twice: where a flow leaves a row, and where it goes on', () => {
    const { context, layout } = drawnFrom(chain(40), lanes);
    const pages = drawMapOnPages(context, layout, { width: 1_480, height: 960 });
    const signs = pages.flatMap(textsOf).filter((text) => /^[A-Z]$/.test(text));
    const rows = pages.flatMap(textsOf).filter((text) => text.startsWith('Row ')).length;
    // The stream and the rework round it are cut between each row and the next.
    expect(new Set(signs).size).toBe(2 * (rows - 1));
    expect(signs).toHaveLength(4 * (rows - 1));
  });
});

test('lanes are named in every row', () => {
  const { context, layout } = drawnFrom(chain(40), 'role');
  const pages = drawMapOnPages(context, layout, { width: 1_480, height: 960 });
  const texts = pages.flatMap(textsOf);
  const rows = texts.filter((text) => text.startsWith('Row ')).length;
  const names = layout.lanes.map(({ name }) => name);
  expect(rows).toBeGreaterThan(2);
  expect(texts.filter((text) => names.includes(text)).length).toBeGreaterThanOrEqual(rows);
});

test('sixty steps in a line are legible on the pages of an A3 sheet', () => {
  const { context, layout } = drawnFrom(chain(60), 'none');
  const page = { width: 1_480, height: 960 };
  for (const list of drawMapOnPages(context, layout, page)) {
    expect(page.width / list.width).toBeGreaterThanOrEqual(legibleScale);
    expect(page.height / list.height).toBeGreaterThanOrEqual(legibleScale);
  }
});

describe('the signs at which flows go on', () => {
  test('count A to Z, then AA', () => {
    expect([0, 1, 25, 26, 27, 52].map(signOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'BA']);
  });

  test('stand at their flows where there is room', () => {
    expect(spreadSigns([0, 50, 100])).toEqual([0, 50, 100]);
  });

  test('stand 23 pixels apart about their flows where these are near each other', () => {
    expect(spreadSigns([100, 100])).toEqual([88.5, 111.5]);
    expect(spreadSigns([0, 100, 110, 300])).toEqual([0, 93.5, 116.5, 300]);
  });
});
