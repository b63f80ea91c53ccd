import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OnCanvas } from '../../renderer/canvas/project-to-nodes';
import { deleteNodes } from '../../shared/commands/delete-nodes';
import { newFromTemplate } from '../../shared/tables/new-from-template';

let leave: () => void = () => undefined;
let shownNow: () => Pick<OnCanvas, 'nodes' | 'flows'>;
let takeAway: (id: string) => void;

beforeAll(async () => {
  // The page's state is read without a window: nothing of it runs here.
  Object.assign(globalThis, { window: { streamwright: { call: {} } } });
  const { dispatch, showProject, useApp } = await import('../../renderer/store');
  const { derivedNow } = await import('../../renderer/derive');
  const { drawingContext } = await import('../../renderer/canvas/shown');
  const { projectToFlows, projectToNodes } = await import('../../renderer/canvas/project-to-nodes');
  const before = useApp.getState();
  leave = () => useApp.setState(before, true);
  let ids = 0;
  const made = newFromTemplate('incident-restoration', { makeId: () => `n${String((ids += 1))}` });
  if (!made) throw new Error('no such template');
  showProject({ ...made, name: '', document: null, isReadOnly: false, isSaved: true });
  takeAway = (id) => {
    dispatch(deleteNodes({ ids: [id] }, () => `d${String((ids += 1))}`));
  };
  shownNow = () => {
    const derived = derivedNow();
    if (!derived) throw new Error('nothing is shown');
    const { project } = useApp.getState().history;
    const rest = { selection: [], dragged: new Map(), tabStop: null };
    const context = drawingContext(derived, false);
    const shown = { project, derived, context, layout: derived.layout, ...rest };
    return { nodes: projectToNodes(shown), flows: projectToFlows(shown) };
  };
});

// All tests of pure code share the loaded state.
afterAll(() => leave());

it('gives what did not change as the same object, which nothing draws again', () => {
  const [first, second] = [shownNow(), shownNow()];
  expect(first.nodes.length).toBeGreaterThan(3);
  expect(second.nodes.every((node, index) => node === first.nodes[index])).toBe(true);
  expect(second.flows.every((flow, index) => flow === first.flows[index])).toBe(true);
});

/** What is drawn now, held so that it may be collected. */
function weakly(): {
  step: string;
  nodes: Map<string, WeakRef<object>>;
  flows: Map<string, WeakRef<object>>;
} {
  const { nodes, flows } = shownNow();
  return {
    step: nodes.find(({ data }) => data.type === 'step')?.id ?? '',
    nodes: new Map(nodes.map((node) => [node.id, new WeakRef(node.data.drawing)])),
    flows: new Map(flows.map((flow) => [flow.id, new WeakRef(flow)])),
  };
}

it('lets go of what it drew of a step and its flows when they are taken away', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const { step, nodes, flows } = weakly();
  takeAway(step);
  const now = shownNow();
  const gone = [...flows].filter(([id]) => now.flows.every((flow) => flow.id !== id));
  expect(gone.length).toBeGreaterThan(0);
  // What was made in this turn is held until it ends.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  collect();
  expect(nodes.get(step)?.deref()).toBeUndefined();
  expect(gone.filter(([, flow]) => flow.deref() !== undefined)).toEqual([]);
});
