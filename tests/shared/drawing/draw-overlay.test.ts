import { describe, expect, it } from 'vitest';
import { countDifferences, mapChanges } from '../../../shared/analysis/map-changes';
import { overlayMap } from '../../../shared/analysis/overlay-map';
import { packOf } from '../../../shared/catalogue/packs';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { addNode, setNode } from '../../../shared/commands/nodes';
import type { Command } from '../../../shared/commands/command';
import type { Group, Item } from '../../../shared/drawing/display-list';
import { drawOverlay, overlayParts } from '../../../shared/drawing/draw-overlay';
import { drawTimeScale } from '../../../shared/drawing/draw-time-scale';
import { toSvg } from '../../../shared/drawing/svg';
import { light } from '../../../shared/drawing/theme';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { buildMap, hours } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

/** A future in which “Route” is taken out, “Log” waits less, “Fix” goes to the field and “Ask” is new. */
function changed(): { project: Project; after: string } {
  const built = buildMap((m) => {
    m.role('desk', {});
    m.role('field', {});
    m.start();
    m.step('log', { wait: hours(4), processTime: hours(1), role: 'desk' });
    m.step('route', { wait: hours(10), processTime: 0, role: 'desk' });
    m.step('fix', { wait: hours(4), processTime: hours(1), role: 'desk' });
    m.step('close', { wait: 0, processTime: 0, role: 'field' });
    m.end();
    m.path('start', 'log', 'route', 'fix', 'close', 'end');
  });
  const makeId = countIds();
  const copy = makeFutureCopy({ project: built.project, map: 'map', makeId });
  let history = openHistory(built.project);
  const perform = (command: Command): void => {
    const result = run(history, command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    history = result.history;
  };
  perform(copy);
  perform(setNode({ ids: [copy.idOf('log')], patch: { wait: { likely: 40 } } }));
  perform(setNode({ ids: [copy.idOf('fix')], patch: { role: 'field' } }));
  perform(deleteNodes({ ids: [copy.idOf('route')] }, makeId));
  perform(addNode({ map: copy.made[0], type: 'step', name: 'Ask' }, makeId));
  return { project: history.project, after: copy.made[0] };
}

const textsIn = (item: Item): string[] =>
  item.kind === 'text' ? [item.full ?? item.text] : item.kind === 'group' ? item.items.flatMap(textsIn) : [];

const { project, after } = changed();
const differences = mapChanges(project, 'map', after);
const nodes = differences.filter(({ what }) => what === 'node');
const kindOf = (id: string): string | undefined => nodes.find((each) => each.id === id)?.kind;

describe('the differences of two maps', () => {
  it('are told by kind: kept, changed, added, removed, moved to another lane', () => {
    expect(kindOf('start')).toBe('kept');
    expect(kindOf('log')).toBe('changed');
    expect(kindOf('route')).toBe('removed');
    expect(kindOf('fix')).toBe('moved');
    expect(nodes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(countDifferences(nodes)).toEqual({ kept: 3, changed: 1, added: 1, removed: 1, moved: 1 });
  });

  it('say what changed in little space', () => {
    expect(nodes.find(({ id }) => id === 'log')?.short).toEqual(['wait 4h → 40m']);
  });
});

describe('the overlay of two maps', () => {
  const graph = overlayMap(project, 'map', after);
  if (!graph) throw new Error('no overlay');
  const pack = packOf(project.pack);
  const layout = layoutMap(graph, { laneBy: 'role' });
  const context = { graph, figures: null, badges: new Map(), pack, view: { lanes: 'role' as const } };
  const parts = overlayParts(context, layout, differences);
  const textOf = (id: string): string[] =>
    parts
      .filter((each) => each.id === id && each.group.role === 'node')
      .flatMap(({ group }) => textsIn(group));

  it('has every step of both maps once', () => {
    const names = graph.nodes.map(({ name }) => name).sort();
    expect(names).toEqual(['Ask', 'Close', 'End', 'Fix', 'Log', 'Route', 'Start']);
  });

  it('names the kind of every difference in a word, and what changed beside the step', () => {
    expect(textOf('log')).toContain('≠ Changed');
    expect(textOf('route')).toContain('− Removed');
    expect(textOf('fix')).toContain('↕ Moved');
    const ask = graph.nodes.find(({ name }) => name === 'Ask')?.id ?? '';
    expect(textOf(ask)).toContain('+ Added');
    expect(textOf('start').join(' ')).not.toMatch(/Changed|Removed|Moved|Added/);
  });

  it('puts a changed wait at the queue before its step, clear of every box', () => {
    const queue = graph.flows.flatMap(({ to, id }) =>
      to === 'log' ? (layout.routes.get(id)?.queue ?? []) : [],
    )[0];
    const [note, ...others] = parts.filter(({ group }) => textsIn(group).includes('wait 4h → 40m'));
    const frame = note?.group.items.find((item) => item.kind === 'rect');
    if (!queue || frame?.kind !== 'rect') throw new Error('there is no note at a queue');
    expect(others).toEqual([]);
    expect(frame.x + frame.width / 2).toBeCloseTo(queue.x, 6);
    expect(Math.abs(frame.y + frame.height / 2 - queue.y)).toBeLessThan(50);
    for (const each of layout.boxes.values()) {
      const isBeside = frame.x >= each.x + each.width || frame.x + frame.width <= each.x;
      const isAboveOrBelow = frame.y >= each.y + each.height || frame.y + frame.height <= each.y;
      expect(isBeside || isAboveOrBelow).toBe(true);
    }
  });

  it('says the kind to screen readers too', () => {
    const route = parts.find((each) => each.id === 'route' && each.group.role === 'node');
    expect(route?.group.label).toMatch(/^Removed: /);
  });

  it('is a picture for a file as well', () => {
    const list = drawOverlay(context, layout, differences, { before: 'Now', after: 'Then' });
    const svg = toSvg(list, { theme: light, fonts: { kind: 'linked' } });
    expect(svg).toContain('Now and Then in one picture');
    expect(list.items.flatMap(textsIn)).toContain('≠ Changed');
  });
});

describe('both ladders on one time scale', () => {
  it('are as long as the lead times are: 20 hours and 6h 40m', () => {
    const [before, then] = [graphOf(project, 'map'), graphOf(project, after)];
    if (!before || !then) throw new Error('a map is gone');
    const drawn = drawTimeScale({ name: 'Now', graph: before }, { name: 'Then', graph: then }, 1000);
    const [first, second] = (drawn?.items ?? []).filter((item): item is Group => item.kind === 'group');
    const endOf = (row: Group | undefined): number => {
      const rungs = (row?.items ?? []).filter((item): item is Group => item.kind === 'group');
      const ends = rungs.flatMap((rung) =>
        rung.items.flatMap((item) => (item.kind === 'rect' ? [rung.x + item.x + item.width] : [])),
      );
      const works = rungs.map(({ x }) => x);
      return Math.max(...ends, ...works);
    };
    expect(first && textsIn(first)).toContain('Now: 20h');
    expect((endOf(second) - 12) / (endOf(first) - 12)).toBeCloseTo(400 / 1200, 1);
  });
});
