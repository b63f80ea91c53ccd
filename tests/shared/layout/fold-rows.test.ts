import { describe, expect, test } from 'vitest';
import { cutsOf, foldRows, foldWithin, fragmentsOf } from '../../../shared/layout/fold-rows';
import { templates } from '../../../shared/catalogue/templates/templates';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { MapLayout } from '../../../shared/layout/types';
import { graphOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

/** Steps in one line, with rework from the last step back to the first where wanted. */
function chain(steps: number, hasRework = false): MapLayout {
  const { graph } = buildMap((m) => {
    const ids = Array.from({ length: steps }, (_, index) => `s${index + 1}`);
    m.start();
    for (const id of ids) m.step(id);
    m.end();
    m.path('start', ...ids, 'end');
    if (hasRework) m.flow(`s${steps}`, 's1', { kind: 'rework', share: 0.1 });
  });
  return layoutMap(graph, { laneBy: 'none' });
}

const nothingLoose = { labels: [], nodes: new Set<string>() };

describe('where a map may be cut', () => {
  test('is in each gap between its columns: a chain of ten steps, a start and an end has eleven', () => {
    const layout = chain(10);
    const cuts = cutsOf(layout, nothingLoose);
    expect(cuts).toHaveLength(11);
    for (const { x, crossings } of cuts) {
      expect(crossings).toBe(1);
      for (const box of layout.boxes.values()) expect(x < box.x || x > box.x + box.width).toBe(true);
    }
  });

  test('tells how many flows are cut: rework round all steps is cut between them all', () => {
    const inner = cutsOf(chain(10, true), nothingLoose).slice(1, -1);
    expect(inner.length).toBeGreaterThanOrEqual(8);
    for (const { crossings } of inner) expect(crossings).toBe(2);
  });

  test('a label in the way counts as several flows', () => {
    const layout = chain(3);
    const [first] = cutsOf(layout, nothingLoose);
    const x = first?.x ?? 0;
    const label = { x: x - 5, y: 0, width: 10, height: 20 };
    expect(cutsOf(layout, { ...nothingLoose, labels: [label] })[0]?.crossings).toBe(4);
  });
});

describe('a map folded into rows', () => {
  const layout = chain(60);
  const cuts = cutsOf(layout, nothingLoose);

  test('has rows that follow each other without a gap and hold every box whole', () => {
    const rows = foldWithin(layout, 2_000, cuts);
    expect(rows[0]?.from).toBe(layout.bounds.x);
    expect(rows.at(-1)?.to).toBe(layout.bounds.x + layout.bounds.width);
    rows.slice(1).forEach((row, index) => expect(row.from).toBe(rows[index]?.to));
    for (const box of layout.boxes.values())
      expect(rows.filter((row) => box.x >= row.from && box.x + box.width <= row.to)).toHaveLength(1);
  });

  test('has as few rows as are no wider than wanted', () => {
    const { width } = layout.bounds;
    const rows = foldWithin(layout, 2_000, cuts);
    for (const { from, to } of rows) expect(to - from).toBeLessThanOrEqual(2_000);
    expect(rows.length).toBeGreaterThanOrEqual(Math.ceil(width / 2_000));
    expect(rows.length).toBeLessThanOrEqual(Math.ceil(width / 2_000) + 1);
  });

  test('takes the shape of its page: four times as wide as long, rows of 100 make about sixteen times as wide', () => {
    const page = { gutter: 0, gap: 0 };
    const { width } = layout.bounds;
    // n rows of height h: width / n by n * h. In a square n = sqrt(width / h), in 4:1 half as many.
    const inSquare = foldRows(layout, { ...page, width: 1_000, height: 1_000 }, cuts, () => 200).length;
    const inWide = foldRows(layout, { ...page, width: 4_000, height: 1_000 }, cuts, () => 200).length;
    expect(Math.abs(inSquare - Math.sqrt(width / 200))).toBeLessThan(1.5);
    expect(Math.abs(inWide - Math.sqrt(width / 200) / 2)).toBeLessThan(1.5);
  });

  test('stays in one row where it fits', () => {
    expect(foldWithin(chain(3), 5_000, [])).toHaveLength(1);
  });
});

describe('a flow that is cut', () => {
  const row = { from: 100, to: 200 };

  test('ends at the edge of the row and comes in again in the next', () => {
    const points = [
      { x: 150, y: 10 },
      { x: 250, y: 10 },
    ];
    expect(fragmentsOf(points, row)).toEqual([
      {
        points: [
          { x: 150, y: 10 },
          { x: 200, y: 10 },
        ],
        enters: null,
        leaves: 'right',
      },
    ]);
    expect(fragmentsOf(points, { from: 200, to: 300 })).toEqual([
      {
        points: [
          { x: 200, y: 10 },
          { x: 250, y: 10 },
        ],
        enters: 'left',
        leaves: null,
      },
    ]);
  });

  test('runs through a row between those in which it begins and ends', () => {
    const through = [
      { x: 300, y: 50 },
      { x: 0, y: 50 },
    ];
    expect(fragmentsOf(through, row)).toEqual([
      {
        points: [
          { x: 200, y: 50 },
          { x: 100, y: 50 },
        ],
        enters: 'right',
        leaves: 'left',
      },
    ]);
  });

  test('that goes out and comes back has two pieces, and none in a row that it never enters', () => {
    const bow = [
      { x: 150, y: 10 },
      { x: 250, y: 10 },
      { x: 250, y: 90 },
      { x: 120, y: 90 },
    ];
    expect(fragmentsOf(bow, row).map(({ enters, leaves }) => [enters, leaves])).toEqual([
      [null, 'right'],
      ['right', null],
    ]);
    expect(fragmentsOf(bow, { from: 0, to: 100 })).toEqual([]);
  });
});

test('no row of any template is without a node, however narrow the rows', () => {
  for (const { id } of templates) {
    const made = newFromTemplate(id, { makeId: countIds() });
    const graph = made && graphOf(made.project, made.mapId);
    if (!graph) throw new Error(`the template ${id} is there`);
    const layout = layoutMap(graph, { laneBy: 'role' });
    const cuts = cutsOf(layout, nothingLoose);
    for (const width of [400, 800, 1_200]) {
      const empty = foldWithin(layout, width, cuts).filter(
        ({ from, to }) => ![...layout.boxes.values()].some((box) => box.x >= from && box.x + box.width <= to),
      );
      expect(empty, `${id} in rows of ${width} pixels`).toEqual([]);
    }
  }
});
