import { describe, expect, it } from 'vitest';
import { drawLadder, ladderHeight, ladderMargin } from '../../../shared/drawing/draw-ladder';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Box } from '../../../shared/layout/types';
import type { MapNode } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { extentsOf, overlap, textsOf } from './drawn-bounds';
import { contextOf, projectWith } from './drawing-context';
import { mockContext, mockLayout } from './mock-map';

interface Time {
  readonly wait?: number;
  readonly work?: number;
  readonly value?: MapNode['value'];
}

/** The ladder of steps of that width, side by side with that gap. */
function ladderOf(times: readonly Time[], width = 160, gap = 80): ReturnType<typeof drawLadder> {
  const steps = times.map(({ wait, work, value }, index) => [
    `s${index}`,
    {
      type: 'step' as const,
      name: `Step ${index}`,
      ...(wait === undefined ? {} : { wait: { likely: wait } }),
      ...(work === undefined ? {} : { processTime: { likely: work } }),
      ...(value === undefined ? {} : { value }),
    },
  ]);
  const project = projectWith(Object.fromEntries(steps), []);
  const total = times.reduce((sum, { wait = 0, work = 0 }) => sum + wait + work, 0);
  const context = contextOf(project, { figures: { leadTimeExpected: total } });
  const boxes = new Map<string, Box>(
    times.map((_, index) => [`s${index}`, { x: index * (width + gap), y: 0, width, height: 96 }]),
  );
  return drawLadder(context, boxes);
}

const barOf = (group: ReturnType<typeof drawLadder>) =>
  extentsOf(group.items)
    .filter(({ item, extent }) => item.kind !== 'text' && extent.top >= 80)
    .map(({ item, extent }) => ({
      fill: item.kind === 'text' ? undefined : item.fill,
      left: extent.left,
      width: extent.right - extent.left,
    }));

describe('the timeline ladder', () => {
  it('goes down below each step and up between them', () => {
    const [stairs] = drawLadder(mockContext, mockLayout.boxes).items;
    const log = mockLayout.boxes.get('log');
    const d = stairs?.kind === 'path' ? stairs.d : '';
    expect(
      d.startsWith(`M${(log?.x ?? 0) - ladderMargin} 28L128 28L128 64L288 64L288 28L368 28L368 64`),
    ).toBe(true);
  });

  it('draws labels and shares only near a stretch, and the line everywhere', () => {
    const all = drawLadder(mockContext, mockLayout.boxes);
    const part = drawLadder(mockContext, mockLayout.boxes, { left: 100, right: 400 });
    expect(part.items[0]).toEqual(all.items[0]);
    const isNear = (item: (typeof all.items)[number]) =>
      item.kind === 'text' && item.x >= 100 && item.x <= 400;
    expect(textsOf(part.items)).toEqual(textsOf(all.items.filter(isNear)));
    expect(textsOf(part.items).length).toBeGreaterThan(2);
    const near = barOf(all).filter(({ left, width }) => left + width >= 100 && left <= 400);
    expect(barOf(part)).toEqual(near);
    expect(near.length).toBeLessThan(barOf(all).length);
  });

  it('ends a tread early where the next step begins under this one, so that both and the wait between are shown', () => {
    const under = ladderOf([{ work: 6 }, { wait: 35, work: 9 }], 160, -32);
    const [stairs] = under.items;
    // The second begins 128 px right of the first, whose tread takes three quarters of that: 96 px.
    expect(stairs?.kind === 'path' ? stairs.d : '').toContain('L0 64L96 64L96 28L128 28L128 64L288 64');
    expect(textsOf(under.items)).toEqual(expect.arrayContaining(['6m', '35m', '9m']));
  });

  it('shows waits above, work below, a dash where unknown, and zero as zero', () => {
    expect(
      textsOf(ladderOf([{ work: 6 }, { wait: 35, work: 9 }, { wait: 0, work: 0 }]).items).sort(),
    ).toEqual(['–', '35m', '0m', '0m', '6m', '9m'].sort());
  });

  describe('of steps that not every item visits once', () => {
    /** Three in ten items go to the specialist, who sends half of them back to himself. */
    const ladderWith = (width: number, gap: number): string[] => {
      const { graph } = buildMap((m) => {
        m.start();
        m.step('log', { wait: 0, processTime: 30 });
        m.step('ask', { wait: 480, processTime: 12 });
        m.step('repeat', { wait: 60, processTime: 5 });
        m.end();
        m.path('start', 'log');
        m.flow('log', 'ask', { share: 0.3 });
        m.flow('log', 'repeat', { share: 0.7 });
        m.path('ask', 'repeat');
        m.flow('repeat', 'repeat', { share: 0.2, kind: 'rework' });
        m.flow('repeat', 'end', { share: 0.8 });
      });
      const ids = ['log', 'ask', 'repeat'];
      const boxes = ids.map((id, at): [string, Box] => [
        id,
        { x: at * (width + gap), y: 0, width, height: 96 },
      ]);
      const context = {
        graph,
        figures: computeFigures(graph),
        badges: new Map(),
        pack: itil4,
        view: { lanes: 'none' },
      } as const;
      return textsOf(drawLadder(context, new Map(boxes)).items);
    };

    it('says how often beside the times', () => {
      expect(ladderWith(160, 80).sort()).toEqual(
        ['0m', '30m', '8h × 0.3', '12m × 0.3', '1h × 1.25', '5m × 1.25'].sort(),
      );
    });

    it('leaves that out where there is no room, before it leaves out a time', () => {
      const texts = ladderWith(26, 12);
      expect(texts).toHaveLength(6);
      expect(texts).toContain('1h');
    });
  });

  it('never writes one label over another, however narrow the steps are', () => {
    const times = Array.from({ length: 30 }, (_, index) => ({ wait: 100 * index + 7, work: 61 * index + 3 }));
    for (const [width, gap] of [
      [160, 80],
      [40, 20],
      [8, 4],
      [2, 1],
    ] as const) {
      const group = ladderOf(times, width, gap);
      const texts = extentsOf(group.items).filter(({ item }) => item.kind === 'text');
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) expect(overlap(one.extent, other.extent, 0)).toBe(false);
      });
      expect(texts.length).toBeGreaterThan(1);
    }
  });

  it('keeps the longest times where there is no room for all', () => {
    const texts = textsOf(
      ladderOf(
        [
          { wait: 5, work: 5 },
          { wait: 600, work: 300 },
          { wait: 5, work: 5 },
        ],
        16,
        8,
      ).items,
    );
    expect(texts).toContain('10h');
    expect(texts).toContain('5h');
  });

  it('keeps every label clear of the share bar, also where it is wider than its step', () => {
    for (const width of [160, 70, 40, 20]) {
      const group = ladderOf([{ wait: 60, work: 165 }, { work: 1255 }], width, 60);
      const parts = extentsOf(group.items);
      const barTop = Math.min(
        ...parts
          .filter(({ item, extent }) => item.kind !== 'text' && extent.top >= 80)
          .map(({ extent }) => extent.top),
      );
      const writing = parts.filter(({ item }) => item.kind === 'text');
      expect(writing).toHaveLength(4);
      for (const { extent } of writing) expect(extent.bottom).toBeLessThanOrEqual(barTop - 4);
    }
  });

  it('stays in its height', () => {
    for (const { extent } of extentsOf(drawLadder(mockContext, mockLayout.boxes).items)) {
      expect(extent.top).toBeGreaterThanOrEqual(0);
      expect(extent.bottom).toBeLessThanOrEqual(ladderHeight);
    }
  });

  it('leaves out steps after the value was delivered, and is empty without steps', () => {
    const project = projectWith(
      {
        a: { type: 'step', name: 'A', wait: { likely: 5 } },
        b: { type: 'step', name: 'B', afterValue: true },
      },
      [],
    );
    const box = { x: 0, y: 0, width: 160, height: 96 };
    const context = contextOf(project, { figures: {} });
    const texts = textsOf(
      drawLadder(
        context,
        new Map([
          ['a', box],
          ['b', { ...box, x: 240 }],
        ]),
      ).items,
    );
    expect(texts).toHaveLength(2);
    expect(drawLadder(context, new Map()).items).toEqual([]);
  });

  it('takes the step that adds most to the clock where steps stand above each other', () => {
    const project = projectWith(
      {
        a: { type: 'step', name: 'A', wait: { likely: 5 }, processTime: { likely: 5 } },
        b: { type: 'step', name: 'B', wait: { likely: 50 }, processTime: { likely: 40 } },
      },
      [],
    );
    const boxes = new Map([
      ['a', { x: 0, y: 0, width: 160, height: 96 }],
      ['b', { x: 8, y: 200, width: 160, height: 96 }],
    ]);
    expect(textsOf(drawLadder(contextOf(project, { figures: {} }), boxes).items)).toEqual(['50m', '40m']);
  });
});

describe('the share bar', () => {
  it('has the true lengths: a quarter of work is a quarter of the bar', () => {
    const bar = barOf(ladderOf([{ wait: 60, work: 20, value: 'VA' }]));
    const length = bar.reduce((sum, { width }) => sum + width, 0);
    expect(bar.map(({ fill }) => fill)).toEqual(['wait', 'va']);
    expect((bar[1]?.width ?? 0) / length).toBeCloseTo(0.25, 2);
  });

  it('counts a step as often as it is visited, and nothing for what is unknown', () => {
    const bar = barOf(ladderOf([{ work: 30, value: 'VA' }, { wait: 30 }]));
    expect(bar.map(({ fill }) => fill)).toEqual(['va', 'wait']);
    expect(bar[0]?.width).toBeCloseTo(bar[1]?.width ?? 0, 0);
  });

  it('shows work that is far too short to be seen', () => {
    const bar = barOf(ladderOf([{ wait: 100_000, work: 1, value: 'NVA' }]));
    expect(bar.at(-1)?.fill).toBe('nva');
    expect(bar.at(-1)?.width).toBeGreaterThanOrEqual(2);
  });

  it('ends where the ladder ends', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ wait: index, work: 3, value: 'VA' as const }));
    const bar = barOf(ladderOf(times));
    const last = bar.at(-1);
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(11 * 240 + 160 + ladderMargin, 0);
  });
});
