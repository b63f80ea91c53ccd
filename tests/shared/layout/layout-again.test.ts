import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { Command } from '../../../shared/commands/command';
import { setFlow } from '../../../shared/commands/flows';
import { openHistory, run } from '../../../shared/commands/history';
import { moveNodes, renameNode, setNode } from '../../../shared/commands/nodes';
import { setRole } from '../../../shared/commands/roles';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import { hasQueue } from '../../../shared/layout/has-queue';
import { type KnownLayout, layoutAgain } from '../../../shared/layout/layout-again';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { LayoutOptions } from '../../../shared/layout/place-nodes';
import type { LaneBy } from '../../../shared/layout/types';
import type { MapNode, Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { anyProject } from '../../helpers/random-project';

const optionsFor = (graph: MapGraph, laneBy: LaneBy): LayoutOptions => ({
  laneBy,
  pack: itil4,
  labelSize: labelSizeFor(graph),
});

function graphIn(project: Project): MapGraph {
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('the project has lost its map');
  return graph;
}

const start = buildMap((m) => {
  m.start();
  m.role('desk');
  m.role('expert');
  m.step('log', { role: 'desk', wait: 30, processTime: 5 });
  m.step('solve', { role: 'expert', processTime: 20 });
  m.end();
  m.path('start', 'log', 'solve', 'end');
  m.flow('solve', 'log', { kind: 'rework', share: 0.2 });
}).project;

/** The layout before a command and after it. */
function around(command: Command, laneBy: LaneBy = 'role'): { before: KnownLayout; after: KnownLayout } {
  const done = run(openHistory(start), command);
  if (done.kind !== 'done') throw new Error(done.sentence);
  const before = layoutAgain(null, graphIn(start), optionsFor(graphIn(start), laneBy));
  const graph = graphIn(done.history.project);
  return { before, after: layoutAgain(before, graph, optionsFor(graph, laneBy)) };
}

describe('the layout after an edit', () => {
  it.each([
    ['a name', renameNode({ id: 'log', name: 'Take the call' })],
    ['a time', setNode({ ids: ['log'], patch: { processTime: { likely: 8 } } })],
    ['another wait', setNode({ ids: ['log'], patch: { wait: { likely: 90 } } })],
    ['a value class', setNode({ ids: ['solve'], patch: { value: 'VA' } })],
  ])('is the one before where %s is typed', (_, command) => {
    const { before, after } = around(command);
    expect(after).toBe(before);
  });

  it.each([
    ['a first wait', setNode({ ids: ['solve'], patch: { wait: { likely: 60 } } })],
    ['another role', setNode({ ids: ['solve'], patch: { role: 'desk' } })],
    ['the name of a role', setRole({ id: 'desk', patch: { name: 'Service desk' } })],
    ['another share', setFlow({ ids: ['solve--log'], patch: { share: { likely: 0.35 } } })],
    ['a label', setFlow({ ids: ['log--solve'], patch: { label: 'by phone' } })],
    ['another place', moveNodes({ moves: { solve: { x: 1_600, y: 200 } } })],
  ])('is made anew for %s', (_, command) => {
    const { before, after } = around(command);
    expect(after.layout).not.toBe(before.layout);
  });

  it('does not mind roles where lanes show none', () => {
    const { before, after } = around(setNode({ ids: ['solve'], patch: { role: 'desk' } }), 'none');
    expect(after).toBe(before);
  });
});

/** A project as people make it: nodes stand within a few thousand pixels, not anywhere that a number can say. */
function withinReach(project: Project): Project {
  const nodes = Object.entries(project.nodes).map(([id, { position, ...node }]) => [
    id,
    position ? { ...node, position: { x: position.x % 3_000, y: position.y % 3_000 } } : node,
  ]);
  return { ...project, nodes: Object.fromEntries(nodes) };
}

/** A node with those fields only that a layout may look at. */
function bare(node: MapNode, isQueued: boolean): MapNode {
  const { map, type, order, position, role, team, activity, party, practices } = node;
  const seen = { position, role, team, activity, party, practices };
  const given = Object.entries(seen).filter(([, value]) => value !== undefined);
  const wait = isQueued ? { wait: { likely: 1 } } : {};
  return { map, type, order, name: 'Anything', ...Object.fromEntries(given), ...wait };
}

function bareProjectOf(project: Project, graph: MapGraph): Project {
  const nodes = Object.entries(project.nodes).map(([id, node]) => [id, bare(node, hasQueue(graph, id))]);
  const streams = Object.entries(project.streams).map(([id, { order, user }]) => [
    id,
    { name: '', order, ...(user === undefined ? {} : { user }) },
  ]);
  return { ...project, nodes: Object.fromEntries(nodes), streams: Object.fromEntries(streams) };
}

const anyLanes = fc.constantFrom<LaneBy>('none', 'role', 'team', 'practice', 'activity', 'party');

const fields = {
  nodes: ['type', 'position', 'order', 'wait', 'wip', 'role', 'team', 'practices', 'activity', 'party'],
  flows: ['kind', 'order', 'share', 'label', 'style', 'limit', 'to'],
} as const;

interface Change {
  readonly table: 'nodes' | 'flows';
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/** A project in which one record has a field of another. */
function withFieldOf(project: Project, { table, field, from, to }: Change): Project {
  const rows: [string, Record<string, unknown>][] = Object.entries(project[table]);
  const giver = rows[from % rows.length]?.[1];
  const [taker, row] = rows[to % rows.length] ?? [];
  if (!giver || taker === undefined) return project;
  const { [field]: _, ...rest } = row ?? {};
  const changed = giver[field] === undefined ? rest : { ...rest, [field]: giver[field] };
  return { ...project, [table]: { ...project[table], [taker]: changed } };
}

describe('what a layout depends on', () => {
  it('is told completely: maps that differ in nothing else have the same layout', () => {
    fc.assert(
      fc.property(anyProject.map(withinReach), anyLanes, (project, laneBy) => {
        for (const id of Object.keys(project.maps)) {
          const graph = graphOf(project, id);
          const other = graph && graphOf(bareProjectOf(project, graph), id);
          if (!graph || !other) continue;
          const known = layoutAgain(null, graph, optionsFor(graph, laneBy));
          expect(layoutAgain(known, other, optionsFor(other, laneBy))).toBe(known);
          expect(layoutMap(other, optionsFor(other, laneBy))).toEqual(known.layout);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('is all compared: after any one change the layout is that of the changed map', () => {
    fc.assert(
      fc.property(anyProject.map(withinReach), anyLanes, fc.nat(), fc.nat(), (project, laneBy, from, to) => {
        for (const table of ['nodes', 'flows'] as const)
          for (const field of fields[table]) {
            const changed = withFieldOf(project, { table, field, from, to });
            for (const id of Object.keys(project.maps)) {
              const graph = graphOf(project, id);
              const other = graphOf(changed, id);
              if (!graph || !other) continue;
              const known = layoutAgain(null, graph, optionsFor(graph, laneBy));
              const { layout } = layoutAgain(known, other, optionsFor(other, laneBy));
              expect(layout).toEqual(layoutMap({ ...other }, optionsFor(other, laneBy)));
            }
          }
      }),
      { numRuns: 30, seed: 12 },
    );
  });
});
