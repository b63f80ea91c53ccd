import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHistory, run, undo } from '../../../../shared/commands/history';
import { computeFigures } from '../../../../shared/figures/compute-figures';
import { nodeSizes } from '../../../../shared/layout/sizes';
import { type Project, projectSchema } from '../../../../shared/model/project';
import { graphOf } from '../../../../shared/model/queries';
import { bareProject } from '../../../helpers/build-map';
import { countIds } from '../../../helpers/count-ids';
import { randomFrom, randomMap } from '../../../helpers/random-map';
import { anyProject } from '../../../helpers/random-project';
import { everyFix } from './every-fix';

const from = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** The project of a random map, some of its nodes put somewhere by hand, well apart. */
function randomProject(seed: number): { project: Project; map: string } {
  const random = randomFrom(seed);
  const graph = randomMap(seed, 3 + Math.floor(random() * 14));
  const byHand = random() < 0.5;
  const project: Project = {
    ...bareProject(),
    streams: { [graph.stream.id]: { name: 'Stream', order: 1 } },
    maps: { [graph.id]: { ...graph.map, state: random() < 0.5 ? 'future' : 'current' } },
    roles: Object.fromEntries([...graph.roles.values()].map(({ id, ...role }) => [id, role])),
    nodes: Object.fromEntries(
      graph.nodes.map(({ id, ...node }, at) => [
        id,
        { ...node, ...(byHand && { position: { x: (at % 6) * 240, y: Math.floor(at / 6) * 200 } }) },
      ]),
    ),
    flows: Object.fromEntries(graph.flows.map(({ id, ...flow }) => [id, flow])),
  };
  return { project, map: graph.id };
}

/** What a finding might point at: a node, two nodes, a flow, a role, the whole map with some nodes. */
function targetOf(
  project: Project,
  map: string,
  random: () => number,
): { about: string[]; involves: string[] } {
  const nodes = Object.keys(project.nodes);
  const kind = random();
  const some = [from(nodes, random), from(nodes, random)].filter((id) => id !== undefined);
  if (kind < 0.35) return { about: some.slice(0, 1), involves: [] };
  if (kind < 0.6) return { about: [from(Object.keys(project.flows), random) ?? 'none'], involves: [] };
  if (kind < 0.75) return { about: some, involves: [] };
  if (kind < 0.85) return { about: [from(Object.keys(project.roles), random) ?? 'none'], involves: some };
  return { about: [map], involves: nodes.filter(() => random() < 0.5) };
}

const dangling = (project: Project): string[] =>
  Object.entries(project.flows)
    .filter(([, { map, from: a, to: b }]) => project.nodes[a]?.map !== map || project.nodes[b]?.map !== map)
    .map(([id]) => id);

const isSolvable = (project: Project, map: string): boolean => {
  const graph = graphOf(project, map);
  return (
    graph !== null && graph.nodes.every((node) => computeFigures(graph).visits?.node.has(node.id) ?? false)
  );
};

/** Pairs of nodes that stand on each other, of which one is new or was moved. */
function newOverlaps(before: Project, after: Project): string[] {
  const placed = Object.entries(after.nodes).filter(([, node]) => node.position);
  return placed.flatMap(([id, node]) => {
    if (
      before.nodes[id]?.position?.x === node.position?.x &&
      before.nodes[id]?.position?.y === node.position?.y
    )
      return [];
    return placed
      .filter(([other, { position, type, map }]) => {
        if (other === id || map !== node.map || !position || !node.position) return false;
        const [a, b] = [nodeSizes[node.type], nodeSizes[type]];
        return (
          Math.abs(position.x - node.position.x) * 2 < a.width + b.width &&
          Math.abs(position.y - node.position.y) * 2 < a.height + b.height
        );
      })
      .map(([other]) => `${id} on ${other}`);
  });
}

describe('every fix, on random maps', () => {
  for (const [name, fix] of Object.entries(everyFix))
    it(`${name} leaves a sound map that undo takes back`, () => {
      let done = 0;
      for (let seed = 1; seed <= 100; seed += 1) {
        const { project, map } = randomProject(seed);
        const target = targetOf(project, map, randomFrom(seed * 31));
        const context = { project, map, ...target, evidence: {}, makeId: countIds() };
        const command = fix(context);
        if (command === null) continue;
        const start = structuredClone(project);
        const result = run(openHistory(project), command);
        if (result.kind === 'refused') {
          expect(result.sentence).toMatch(/\.$/);
          continue;
        }
        done += 1;
        const after = result.history.project;
        const said = `seed ${String(seed)} ${JSON.stringify(target)}`;
        expect(projectSchema.safeParse(after).error?.issues ?? [], said).toEqual([]);
        expect(dangling(after), said).toEqual([]);
        expect(newOverlaps(start, after), said).toEqual([]);
        expect(undo(result.history).project, said).toEqual(start);
        if (isSolvable(start, map)) expect(isSolvable(after, map), said).toBe(true);
      }
      const needsGaps = [
        'scaleShares',
        'addStart',
        'addEnd',
        'addJoin',
        'connectNearest',
        'swapTotals',
        'changeCadence',
        'halveBatch',
      ];
      if (!needsGaps.includes(name)) expect(done).toBeGreaterThan(2);
    });

  it('never throws on a hostile project, whatever it is asked about', () => {
    fc.assert(
      fc.property(anyProject, fc.integer({ min: 1, max: 1e9 }), (project, seed) => {
        const random = randomFrom(seed);
        const map = from(Object.keys(project.maps), random) ?? 'constructor';
        const target = targetOf(project, map, random);
        for (const fix of Object.values(everyFix)) {
          const context = { project, map, ...target, evidence: {}, makeId: countIds() };
          const command = fix(context);
          if (command === null) continue;
          const result = run(openHistory(project), command);
          if (result.kind === 'done')
            expect(projectSchema.safeParse(result.history.project).success).toBe(true);
          command.refuse(bareProject());
        }
      }),
      { numRuns: 60 },
    );
  });
});
