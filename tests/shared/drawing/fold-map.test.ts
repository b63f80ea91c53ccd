import { describe, expect, it } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { addGroup, foldGroup } from '../../../shared/commands/groups';
import { drawMap } from '../../../shared/drawing/draw-map';
import { flowText } from '../../../shared/drawing/flow-text';
import { foldMap } from '../../../shared/drawing/fold-map';
import { nodeLabel } from '../../../shared/drawing/node-label';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { figuresOfPart } from '../../../shared/figures/part-figures';
import { layoutMap } from '../../../shared/layout/layout-map';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { type BuiltMap, buildMap, type MapBuilder } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

/** Log, then approve and check; a fifth comes back from the check to the approval. */
function told(waitOfCheck: number | undefined): (m: MapBuilder) => void {
  return (m) => {
    m.start();
    m.step('log', { processTime: 10, wait: 20, completeAccurate: 0.9 });
    m.step('approve', { processTime: 12, wait: 260, completeAccurate: 0.8 });
    m.step('check', {
      processTime: 6,
      completeAccurate: 0.5,
      ...(waitOfCheck === undefined ? {} : { wait: waitOfCheck }),
    });
    m.end();
    m.path('start', 'log', 'approve', 'check');
    m.flow('check', 'end', { share: 0.8 });
    m.flow('check', 'approve', { share: 0.2, kind: 'rework' });
  };
}

function folded(map: BuiltMap, ids: readonly string[]): MapGraph {
  let { project } = map;
  project = doUndoRedo(project, addGroup({ ids, name: 'Approval' }, countedIds()));
  project = doUndoRedo(project, foldGroup({ id: 'new-1', isFolded: true }));
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('no map');
  return graph;
}

/** Texts with usual spaces. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

const part = new Set(['approve', 'check']);

describe('the figures of a part of a map', () => {
  it('are what one item spends there, repeats included', () => {
    // Each of the two is visited 1 / (1 - 0.2) = 1.25 times: 1.25 x 18 of work, 1.25 x 294 of waiting; log adds 30.
    const figures = figuresOfPart(buildMap(told(34)).graph, part);
    expect(figures.steps).toBe(2);
    expect(figures.processTime).toBeCloseTo(22.5, 9);
    expect(figures.wait).toBeCloseTo(367.5, 9);
    expect(figures.leadTimeShare).toBeCloseTo(390 / 420, 9);
    expect(figures.rolledCompleteAccurate).toBeCloseTo(0.4, 9);
  });

  it('say nothing of what an unknown wait hides, and still what is known', () => {
    const figures = figuresOfPart(buildMap(told(undefined)).graph, part);
    expect(figures).toMatchObject({ wait: null, leadTimeShare: null });
    expect(figures.processTime).toBeCloseTo(22.5, 9);
  });

  it('weight branches by the items that come in', () => {
    const { graph } = buildMap((m) => {
      m.start();
      m.step('sort', { processTime: 1, wait: 0, completeAccurate: 1 });
      m.step('easy', { processTime: 10, wait: 0, completeAccurate: 0.9 });
      m.step('hard', { processTime: 30, wait: 0, completeAccurate: 0.5 });
      m.end();
      m.path('start', 'sort');
      m.flow('sort', 'easy', { share: 0.75 });
      m.flow('sort', 'hard', { share: 0.25 });
      m.path('easy', 'end');
      m.path('hard', 'end');
    });
    const figures = figuresOfPart(graph, new Set(['easy', 'hard']));
    expect(figures.processTime).toBeCloseTo(0.75 * 10 + 0.25 * 30, 9);
    expect(figures.rolledCompleteAccurate).toBeCloseTo(0.75 * 0.9 + 0.25 * 0.5, 9);
  });

  it('of steps that do not hold up the customer are no part of the lead time', () => {
    const { graph } = buildMap((m) => {
      m.start();
      m.step('serve', { processTime: 10, wait: 5 });
      m.step('file', { processTime: 4, wait: 1, afterValue: true });
      m.end();
      m.path('start', 'serve', 'file', 'end');
    });
    expect(figuresOfPart(graph, new Set(['file']))).toMatchObject({
      processTime: null,
      wait: null,
      leadTimeShare: 0,
    });
  });
});

describe('a folded group', () => {
  const graph = folded(buildMap(told(34)), ['approve', 'check']);
  const view = foldMap(graph, computeFigures(graph));
  const context = {
    graph: view.graph,
    figures: view.figures,
    badges: new Map([['new-1', { count: 3, worst: 'error' as const }]]),
    pack: itil4,
    view: { lanes: 'none' as const },
    folded: view,
  };

  it('is one node in the place of its steps, and the rework inside is not drawn', () => {
    expect(view.graph.nodes.map((node) => node.id)).toEqual(['start', 'log', 'new-1', 'end']);
    expect(view.graph.flows.map((flow) => `${flow.from} > ${flow.to}`)).toEqual([
      'start > log',
      'log > new-1',
      'new-1 > end',
    ]);
  });

  it('never changes the figures of the map', () => {
    const open = buildMap(told(34)).graph;
    expect(view.figures.figure).toEqual(computeFigures(open).figure);
    expect(computeFigures(graph).figure.leadTimeExpected.value).toBeCloseTo(420, 9);
  });

  it('adds to the ladder what its steps add', () => {
    expect(view.figures.contributions.find((each) => each.node === 'new-1')).toMatchObject({
      clockVisits: 1,
      processTime: 22.5,
      wait: 367.5,
      onPath: true,
    });
  });

  it('has no share on its only way out', () => {
    const exit = view.graph.flows.at(-1);
    expect(exit && flowText(exit, view.graph)).toBe('');
  });

  it('reads like a sentence', () => {
    const block = view.graph.node.get('new-1');
    expect(block && plain(nodeLabel(block, context))).toBe(
      'Folded group Approval, 2 steps, takes 23 minutes, waits 6 hours 8 minutes, 93 % of the lead time, 40 % complete and accurate, 3 errors',
    );
    const log = view.graph.node.get('log');
    expect(log && nodeLabel(log, context)).toMatch(/^Step 1 of 3, Log,/);
  });

  it('is drawn as a block in exports, with its figures', () => {
    const layout = layoutMap(view.graph, { laneBy: 'none', pack: itil4 });
    const text = JSON.stringify(drawMap(context, layout, { ladder: true }));
    expect(text).toContain('"2 steps"');
    expect(text).toContain('waits 6h 08m');
    expect(text).not.toContain('"Check"');
  });

  it('shows the share of each way out by the items that take it', () => {
    const ways = folded(
      buildMap((m) => {
        m.start();
        m.step('sort');
        m.step('mend');
        m.step('close');
        m.step('tell');
        m.end();
        m.path('start', 'sort');
        m.flow('sort', 'mend', { share: 0.5 });
        m.flow('sort', 'close', { share: 0.5 });
        m.flow('mend', 'close', { share: 0.4 });
        m.flow('mend', 'tell', { share: 0.6 });
        m.path('close', 'end');
        m.path('tell', 'end');
      }),
      ['sort', 'mend'],
    );
    const { graph: drawn } = foldMap(ways, computeFigures(ways));
    const leaving = drawn.flows.filter((flow) => flow.from === 'new-1');
    // Half goes straight to the close, 40 % of the other half too, the rest is told.
    expect(leaving.map((flow) => plain(flowText(flow, drawn)))).toEqual(['50 %', '20 %', '30 %']);
  });

  it('shows only its inside where it is looked into', () => {
    const inside = foldMap(graph, computeFigures(graph), 'new-1');
    expect(inside.graph.nodes.map((node) => node.id)).toEqual(['approve', 'check']);
    expect(inside.graph.flows.map((flow) => flow.kind)).toEqual(['normal', 'rework']);
  });
});

describe('an open group', () => {
  const frames = (outsider: { x: number; y: number }): number => {
    const { project } = buildMap((m) => {
      m.step('a', { position: { x: 0, y: 0 } });
      m.step('b', { position: { x: 600, y: 0 } });
      m.step('other', { position: outsider });
    });
    const grouped = doUndoRedo(project, addGroup({ ids: ['a', 'b'], name: 'Ends' }, countedIds()));
    const graph = graphOf(grouped, 'map');
    if (!graph) throw new Error('no map');
    const context = {
      graph,
      figures: null,
      badges: new Map(),
      pack: itil4,
      view: { lanes: 'none' as const },
    };
    const list = JSON.stringify(
      drawMap(context, layoutMap(graph, { laneBy: 'none' }), { ladder: false }).items,
    );
    return list.match(/"dash":\[6,4\]/g)?.length ?? 0;
  };

  it('is framed as one where nothing else stands between its steps', () => {
    expect(frames({ x: 300, y: 400 })).toBe(1);
  });

  it('is framed in pieces rather than round a step that is not in it', () => {
    expect(frames({ x: 300, y: 0 })).toBe(2);
  });
});
