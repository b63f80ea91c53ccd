import { describe, expect, it } from 'vitest';
import type { Group } from '../../../shared/drawing/display-list';
import { drawFlow, drawFlowMarks } from '../../../shared/drawing/draw-flow';
import { flowText, labelSizeFor } from '../../../shared/drawing/flow-text';
import type { FlowRoute } from '../../../shared/layout/types';
import type { Flow, MapNode } from '../../../shared/model/project';
import { extentsOf, textsOf } from './drawn-bounds';
import { contextOf, projectWith } from './drawing-context';
import { mockContext, mockLayout } from './mock-map';

const route: FlowRoute = {
  points: [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 60 },
    { x: 120, y: 60 },
  ],
  path: '',
  label: { x: 40, y: 30 },
  queue: { x: 90, y: 60 },
  wait: { x: 90, y: 84 },
};

type Exit = Partial<Omit<Flow, 'map' | 'order'>>;
const step = (more: Partial<MapNode> = {}): MapNode => ({
  map: 'map',
  order: 0,
  type: 'step',
  name: 'Step',
  ...more,
});

/** The texts of the exits of a node, in their order. */
function textsOfExits(exits: readonly Exit[], type: MapNode['type'] = 'step'): string[] {
  const flows = exits.map((exit, index) => ({ from: 'a', to: `to${index}`, ...exit }));
  const targets = Object.fromEntries(flows.map(({ to }) => [to, step()]));
  const { graph } = contextOf(projectWith({ a: { ...step(), type }, ...targets }, flows));
  return graph.flows.map((flow) => flowText(flow, graph).replace(/\s/g, ' '));
}

/** The line of a flow with what stands on it. */
function whole(...parts: Parameters<typeof drawFlow>): Group {
  const line = drawFlow(...parts);
  return { ...line, items: [...line.items, ...(drawFlowMarks(...parts)?.items ?? [])] };
}

function mockFlow(id: string): Group {
  const flow = mockContext.graph.flows.find((each) => each.id === id);
  const place = mockLayout.routes.get(id);
  if (!flow || !place) throw new Error(`no flow ${id}`);
  return whole(flow, place, mockContext);
}

function drawnTo(target: Partial<MapNode>, figures: { leadTimeExpected: number } | null): Group {
  const project = projectWith({ a: step(), b: step(target) }, [{ from: 'a', to: 'b' }]);
  const context = contextOf(project, figures ? { figures } : {});
  const [flow] = context.graph.flows;
  if (!flow) throw new Error('no flow');
  return whole(flow, route, context);
}

const queueOf = (group: Group): Group | undefined =>
  group.items.find((item): item is Group => item.kind === 'group' && item.role === 'queue');

const inksOf = (group: Group | undefined): (string | undefined)[] =>
  extentsOf(group?.items ?? []).map(({ item }) => (item.kind === 'text' ? item.ink : item.stroke?.ink));

describe('the text on a flow', () => {
  it('says the share and the kind, and nothing where all items go that way', () => {
    expect(textsOfExits([{ share: { likely: 0.71 } }, { share: { likely: 0.29 }, kind: 'rework' }])).toEqual([
      '71 %',
      '29 % rework',
    ]);
    expect(textsOfExits([{}])).toEqual(['']);
    expect(textsOfExits([{ share: { likely: 1 } }])).toEqual(['']);
  });

  it('gives an exit that was left blank what the others leave', () => {
    expect(textsOfExits([{ share: { likely: 0.2 } }, { share: { likely: 0.5 } }, {}])).toEqual([
      '20 %',
      '50 %',
      '30 %',
    ]);
  });

  it('says no share where several exits were left blank, and none out of a fork', () => {
    expect(textsOfExits([{}, {}, { share: { likely: 0.2 } }])).toEqual(['', '', '20 %']);
    expect(textsOfExits([{}, {}], 'fork')).toEqual(['', '']);
  });

  it('prefers what people wrote, and names pull and FIFO', () => {
    expect(textsOfExits([{ kind: 'rework', label: 'wrong team', share: { likely: 0.18 } }])).toEqual([
      '18 % wrong team',
    ]);
    expect(textsOfExits([{ style: 'fifo', limit: 5 }])).toEqual(['FIFO 5']);
    expect(textsOfExits([{ style: 'pull' }])).toEqual(['pull']);
  });

  it('tells the layout how much room its label takes', () => {
    const group = mockFlow('f5');
    const { graph } = mockContext;
    const flow = graph.flows.find(({ id }) => id === 'f5');
    const size = flow && labelSizeFor(graph)(flow);
    const pill = group.items.find((item): item is Group => item.kind === 'group' && item.role === 'part');
    const extents = extentsOf(pill?.items ?? []);
    expect(size?.width).toBeCloseTo(Math.max(...extents.map(({ extent }) => extent.right)), 3);
    const start = graph.flows.find(({ id }) => id === 'f0');
    expect(start && labelSizeFor(graph)(start)).toBeNull();
  });
});

describe('the line of a flow', () => {
  it('ends with the tip of its arrow at the last point', () => {
    const group = mockFlow('f1');
    const head = group.items.find((item) => item.kind === 'path' && item.fill === 'flow');
    expect(head?.kind === 'path' && head.d.startsWith('M368 176')).toBe(true);
  });

  it('is dashed and red for rework, dotted for information, with two heads for an escalation', () => {
    const strokeOf = (group: Group) =>
      group.items.flatMap((item) => (item.kind === 'path' ? (item.stroke ?? []) : []));
    expect(strokeOf(mockFlow('f5'))[0]).toMatchObject({ ink: 'nva', dash: [5, 4] });
    expect(strokeOf(mockFlow('f8'))[0]).toMatchObject({ ink: 'borderStrong', dash: [2, 4] });
    const project = projectWith({ a: step(), b: step() }, [{ from: 'a', to: 'b', kind: 'escalation' }]);
    const context = contextOf(project);
    const group = context.graph.flows.map((flow) => drawFlow(flow, { ...route, queue: null }, context))[0];
    expect(group?.items.filter((item) => item.kind === 'path' && item.fill !== undefined)).toHaveLength(2);
  });

  it('is said in a sentence', () => {
    expect(mockFlow('f5').label).toBe(
      'Flow from Diagnose to Triage & prioritise, rework, 29\u00a0% of the items',
    );
  });
});

describe('the queue before a step', () => {
  it('shows the items inside and the wait beside it', () => {
    const queue = queueOf(drawnTo({ wip: { likely: 23 }, wait: { likely: 260 } }, null));
    expect(queue && textsOf(queue.items)).toEqual(['23', '4h 20m']);
    expect(queue?.label).toBe('Queue before Step, waits 4 hours 20 minutes, 23 in the queue');
  });

  it('shows a dash for what is unknown, never zero', () => {
    const queue = queueOf(drawnTo({}, null));
    expect(queue && textsOf(queue.items)).toEqual(['–', '–']);
  });

  it('keeps large numbers inside its triangle', () => {
    const queue = queueOf(drawnTo({ wip: { likely: 123_456 } }, null));
    expect(queue && textsOf(queue.items)[0]).toBe('123k');
  });

  it('is red where the wait takes a fifth of the lead time and three times the work', () => {
    const slow = { wait: { likely: 60 }, processTime: { likely: 20 } };
    expect(inksOf(queueOf(drawnTo(slow, { leadTimeExpected: 300 })))).toContain('nva');
    expect(inksOf(queueOf(drawnTo(slow, { leadTimeExpected: 301 })))).not.toContain('nva');
    const busy = { wait: { likely: 60 }, processTime: { likely: 20.1 } };
    expect(inksOf(queueOf(drawnTo(busy, { leadTimeExpected: 300 })))).not.toContain('nva');
  });

  it('is left out where the layout gives it no place', () => {
    const project = projectWith({ a: step(), b: step({ wait: { likely: 5 } }) }, [{ from: 'a', to: 'b' }]);
    const context = contextOf(project);
    const groups = context.graph.flows.map((flow) =>
      whole(flow, { ...route, queue: null, wait: null }, context),
    );
    expect(groups.map(queueOf)).toEqual([undefined]);
  });
});

describe('the label of a flow', () => {
  function marksOf(label: FlowRoute['label'], text: string): Group {
    const project = projectWith({ a: step(), b: step() }, [{ from: 'a', to: 'b', label: text }]);
    const context = contextOf(project);
    const [flow] = context.graph.flows;
    const marks = flow && drawFlowMarks(flow, { ...route, label, queue: null, wait: null }, context);
    if (!marks) throw new Error('nothing stands on the flow');
    return marks;
  }
  const linesOf = (group: Group): string[] =>
    group.items.flatMap((item) => (item.kind === 'path' ? [item.d] : []));

  it('stands on its flow without a line', () => {
    expect(linesOf(marksOf({ x: 40, y: 30 }, 'urgent'))).toEqual([]);
  });

  it('is led to the nearest place on its flow where it stands off it', () => {
    const [leader] = linesOf(marksOf({ x: 240, y: 20 }, 'urgent'));
    // From the height of the label to the end of the flow at 120, 60, or to the upright piece at x = 40.
    expect(leader).toMatch(/^M[\d.]+ 20L120 60$/);
  });

  it('that is shortened tells its whole text as a tooltip', () => {
    const text = 'information is missing and nobody can be reached today';
    const shown = extentsOf(marksOf({ x: 40, y: 30 }, text).items).flatMap(({ item }) =>
      item.kind === 'text' ? [item] : [],
    );
    expect(shown.map(({ full }) => full)).toEqual([text]);
    expect(shown[0]?.text.endsWith('…')).toBe(true);
  });
});
