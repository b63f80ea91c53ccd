import { describe, expect, it } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { drawLanes } from '../../../shared/drawing/draw-lanes';
import { drawMap } from '../../../shared/drawing/draw-map';
import { dark, light } from '../../../shared/drawing/theme';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigures } from '../../../shared/figures/describe';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { LaneBy } from '../../../shared/layout/types';
import { buildMap } from '../../helpers/build-map';
import { extentsOf, overlap, textsOf } from './drawn-bounds';
import { contextOf, projectWith } from './drawing-context';
import { mockContext, mockLayout, mockProject } from './mock-map';

describe('the drawing of a whole map', () => {
  const list = drawMap(mockContext, mockLayout, { ladder: true });

  it('holds everything that it draws', () => {
    for (const { item, extent } of extentsOf(list.items)) {
      const what = item.kind === 'text' ? item.text : item.kind;
      expect(extent.left, what).toBeGreaterThanOrEqual(-1);
      expect(extent.top, what).toBeGreaterThanOrEqual(-1);
      expect(extent.right, what).toBeLessThanOrEqual(list.width + 1);
      expect(extent.bottom, what).toBeLessThanOrEqual(list.height + 1);
    }
  });

  it('names the stream, its clock and its figures', () => {
    const texts = textsOf(list.items).map((text) => text.replace(/\s/g, ' '));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Major incident to restored service',
        'Current state · working time 8x5',
        'Lead time, target 12h',
        '18h 55m',
        '11.0 %',
        '41 %',
        '11m 26s',
        '99',
      ]),
    );
    expect(list.title).toBe('Major incident to restored service');
    expect(list.description).toBe('Value-stream map of Major incident to restored service with 6 steps.');
  });

  it('shows a dash for figures that are unknown, and what is certain for those that are bounded', () => {
    const context = contextOf(mockProject, { figures: {} });
    const figures = context.figures;
    if (!figures) throw new Error('no figures');
    const bounded = { value: null, lower: 260, upper: null, coverage: 0.5, missing: [] };
    const partly = { ...figures, figure: { ...figures.figure, leadTimeExpected: bounded } };
    const texts = textsOf(drawMap({ ...context, figures: partly }, mockLayout, { ladder: false }).items);
    expect(texts[texts.indexOf('Lead time (at least), target 12h') + 1]).toBe('4h 20m');
    expect(texts.filter((text) => text === '–').length).toBeGreaterThanOrEqual(6);
    expect(texts).not.toContain('0m');
  });

  it('says its figures in the same words as the strip, the bottleneck among them', () => {
    const { graph } = buildMap((m) => {
      m.stream({ demandPerMonth: 884, targetLeadTime: 480 });
      m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
      m.start();
      for (const id of ['log', 'sort', 'fix', 'check'])
        m.step(id, { role: 'desk', processTime: 4, wait: 150, completeAccurate: 0.889, value: 'VA' });
      m.end();
      m.path('start', 'log', 'sort', 'fix', 'check', 'end');
    });
    const figures = computeFigures(graph);
    const context = { graph, figures, badges: new Map(), pack: itil4, view: { lanes: 'role' } } as const;
    const layout = layoutMap(graph, { laneBy: 'role', pack: itil4 });
    const drawn = drawMap(context, layout, { ladder: false });
    const texts = textsOf(drawn.items.filter((item) => item.kind === 'group' && item.role === 'title'));
    for (const { id, label, value } of describeFigures(graph, figures)) {
      const at = texts.findIndex((text) => text.startsWith(label));
      expect(texts[at + 1]?.replace(/\s/g, ' '), id).toBe(value.replace(/\s/g, ' '));
    }
    expect(texts.at(-2)?.replaceAll('\u00a0', ' ')).toBe('Bottleneck, 136 % of the people’s time');
  });

  it('draws no line over a label or a queue', () => {
    const [, map] = list.items;
    const roles =
      map?.kind === 'group' ? map.items.map((item) => (item.kind === 'group' ? item.role : '')) : [];
    expect(roles.lastIndexOf('flow')).toBeLessThan(roles.indexOf('part'));
    expect(roles.lastIndexOf('part')).toBeLessThan(roles.indexOf('node'));
  });

  it('leaves the ladder out where it is not wanted', () => {
    const without = drawMap(mockContext, mockLayout, { ladder: false });
    expect(textsOf(without.items)).not.toContain('Share');
    expect(without.height).toBeLessThan(list.height);
  });

  it('draws a map without steps, and one without lanes', () => {
    const empty = contextOf(projectWith({ start: { type: 'start', name: 'Demand' } }, []), { figures: {} });
    const layout = layoutMap(empty.graph, { laneBy: 'none', pack: empty.pack });
    const drawn = drawMap(empty, layout, { ladder: true });
    expect(drawn.width).toBeGreaterThan(0);
    expect(textsOf(drawn.items)).toContain('Demand');
  });

  it.each(['none', 'team', 'role', 'practice', 'activity'] as LaneBy[])(
    'keeps nodes off each other and texts readable with lanes by %s',
    (laneBy) => {
      const context = contextOf(mockProject, { figures: { leadTimeExpected: 1135 }, lanes: laneBy });
      const layout = layoutMap(context.graph, { laneBy, pack: context.pack });
      const drawn = drawMap(context, layout, { ladder: true });
      const texts = extentsOf(drawn.items, ['badge']).filter(({ item }) => item.kind === 'text');
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          expect(overlap(one.extent, other.extent, 1), JSON.stringify([one.item, other.item])).toBe(false);
        }
      });
    },
  );
});

describe('lanes', () => {
  it('run over the whole width and carry their names upright in the strip', () => {
    const groups = drawLanes(mockLayout.lanes, { x: -24, y: 0, width: 1544, height: 520 });
    expect(groups.map((group) => group.label)).toContain('Lane Change authority');
    for (const [index, group] of groups.entries()) {
      const lane = mockLayout.lanes[index];
      for (const { extent } of extentsOf([group])) {
        expect(extent.top).toBeGreaterThanOrEqual((lane?.y ?? 0) - 0.6);
        expect(extent.bottom).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0) + 0.6);
        expect(extent.right).toBeLessThanOrEqual(1521);
      }
    }
  });

  it('set a name that is longer than the lane is high in up to three lines, and shorten it only then', () => {
    const written = (name: string): string[] => {
      const [group] = drawLanes([{ id: 'x', name, y: 0, height: 112 }], {
        x: 0,
        y: 0,
        width: 400,
        height: 112,
      });
      return group ? textsOf(group.items) : [];
    };
    expect(written('Infrastructure and platform management').join(' ')).toBe(
      'Infrastructure and platform management',
    );
    expect(written('Infrastructure and platform management').length).toBeGreaterThan(1);
    const long = written('Infrastructure and platform management for every site of the northern region');
    expect(long).toHaveLength(3);
    expect(long[2]).toMatch(/…$/);
  });
});

describe('the themes', () => {
  it('give every ink a colour', () => {
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
    for (const colour of [...Object.values(light), ...Object.values(dark)])
      expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  });
});
