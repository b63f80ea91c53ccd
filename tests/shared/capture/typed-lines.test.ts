import { describe, expect, test } from 'vitest';
import { isAmongHandSet, quickContext } from '../../../shared/capture/quick-context';
import { quickSteps } from '../../../shared/capture/quick-lines';
import { openHistory, run } from '../../../shared/commands/history';
import { rightOf } from '../../../shared/layout/geometry';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { Box } from '../../../shared/layout/types';
import { emptyProject } from '../../../shared/model/new-project';
import type { Position, Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { countIds } from '../../helpers/count-ids';

const lines = [
  'Log request; Desk; 6m',
  'Sort request; Desk; 4m; wait 1h',
  'Find cause; L2; 1h; wait 4h',
  'Ask vendor; L2; 30m; parallel with Find cause',
  'Agree change; L2; 20m; join Find cause, Ask vendor',
  'Build; Developer; 2h; wait 1d',
  'Review; Developer; 30m; -> Build 20% rework',
  'Package; Developer; 15m',
  'Test; Tester; 1h',
  'Write notes; Tester; 20m; parallel with Test',
  'Sign off; Owner; 5m; join Test, Write notes',
  'Plan release; Owner; 10m',
  'Release; Operations; 30m; -> Build 5% rework',
  'Verify; Desk; 10m; wait 1h',
  'Close; Desk; 5m',
];

interface Typed {
  readonly project: Project;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** What stands where after each line; `places` are those that nodes have before, by their type. */
function typed(places: Readonly<Record<string, Position>> = {}): { all: readonly Typed[]; mapId: string } {
  const makeId = countIds();
  const { project, mapId } = emptyProject({ makeId, names: en.start.newNames });
  for (const node of Object.values(project.nodes)) {
    const position = places[node.type];
    if (position) node.position = position;
    else delete node.position;
  }
  let history = openHistory(project);
  let after: string | null = null;
  const all = lines.map((line): Typed => {
    const spot = { position: { x: 600, y: 600 } };
    const steps = quickSteps(
      line,
      {
        project: history.project,
        mapId,
        after,
        spot: (place, graph) => (isAmongHandSet(place, graph) ? spot : {}),
      },
      makeId,
    );
    if ('sentences' in steps) throw new Error(`${line}: ${steps.sentences.join(' ')}`);
    const result = run(history, steps.command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    history = result.history;
    after = steps.made[0] ?? null;
    const graph = graphOf(history.project, mapId);
    if (!graph) throw new Error('no map');
    return { project: history.project, boxes: layoutMap(graph, { laneBy: 'none' }).boxes };
  });
  return { all, mapId };
}

describe('fifteen lines typed one after the other', () => {
  test('write no places, not even where demand and value have some', () => {
    const { all } = typed({ start: { x: 120, y: 240 }, end: { x: 1000, y: 240 } });
    const placed = Object.values(all.at(-1)?.project.nodes ?? {}).filter(({ position }) => position);
    expect(placed.map(({ type }) => type).sort()).toEqual(['end', 'start']);
  });

  test('move no step to the left, and no step up or down by more than the row of a parallel step', () => {
    const { all } = typed();
    for (const [index, { boxes, project }] of all.entries())
      for (const [id, box] of all[index - 1]?.boxes ?? []) {
        if (project.nodes[id]?.type !== 'step') continue;
        expect(boxes.get(id)?.x, `${lines[index] ?? ''}: ${project.nodes[id].name}`).toBeGreaterThanOrEqual(
          box.x,
        );
        expect(Math.abs((boxes.get(id)?.y ?? 0) - box.y)).toBeLessThan(200);
      }
  });

  test('leave nothing that runs backwards but rework', () => {
    for (const { project, boxes } of typed().all)
      for (const flow of Object.values(project.flows)) {
        const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
        if (flow.kind === 'normal' && from && to) expect(rightOf(from)).toBeLessThanOrEqual(to.x);
      }
  });
});

test('on a finished map a step comes after the last one, before the value, where nothing is chosen', () => {
  const { all, mapId } = typed();
  const { project } = all.at(-1) ?? {};
  const end = Object.entries(project?.nodes ?? {}).find(([, { type }]) => type === 'end')?.[0] ?? '';
  if (!project) throw new Error('nothing typed');
  const close = Object.entries(project.nodes).find(([, { name }]) => name === 'Close')?.[0] ?? '';
  const finished: Project = {
    ...project,
    flows: { ...project.flows, last: { map: mapId, from: close, to: end, kind: 'normal', order: 999 } },
  };
  expect(quickContext(finished, mapId, null)?.anchor?.name).toBe('Close');
});
