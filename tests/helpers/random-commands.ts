import fc from 'fast-check';
import { clipOf, pasteNodes } from '../../shared/commands/clipboard';
import type { Command, MakeId } from '../../shared/commands/command';
import { replaceProject } from '../../shared/commands/replace-project';
import type { Project } from '../../shared/model/project';
import { bareProject } from './build-map';
import { anyProject } from './random-project';
import { anyId } from './random-values';
import { mapMakers } from './random-map-commands';
import { roomMakers } from './random-room-commands';
import { from, type Maker, type Move, pick, type Scene } from './random-scene';

const makers: readonly Maker[] = [...mapMakers, ...roomMakers];

/** Those that bring another project in. */
const makersWithOther: readonly Maker[] = [
  (s) =>
    pasteNodes(
      { map: s.map, clip: clipOf(s.other, Object.keys(s.other.nodes)), by: { x: s.a, y: s.b } },
      s.makeId,
    ),
  (s) => replaceProject({ project: s.other, source: s.id }),
];

const allMakers = [...makers, ...makersWithOther];

/** The command that a move means on a project. */
export function commandOf(move: Move, project: Project, makeId: MakeId): Command {
  const scene: Scene = {
    ...move,
    project,
    makeId,
    node: pick(project.nodes, move.a, move.id),
    second: pick(project.nodes, move.b, move.id),
    flow: pick(project.flows, move.c, move.id),
    map: pick(project.maps, move.b, move.id),
    stream: pick(project.streams, move.b, move.id),
    role: pick(project.roles, move.c, move.id),
  };
  return from(allMakers, move.kind)(scene);
}

const anyMoveOf = (kind: fc.Arbitrary<number>, other: fc.Arbitrary<Project>): fc.Arbitrary<Move> =>
  fc.record({
    kind,
    a: fc.nat({ max: 1000 }),
    b: fc.nat({ max: 1000 }),
    c: fc.nat({ max: 1000 }),
    id: anyId,
    share: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (share === 0 ? 0 : share)),
    other,
  });

/** Any move of a random walk, each kind as often as the others. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: makers.length,
    arbitrary: anyMoveOf(fc.nat({ max: makers.length - 1 }), fc.constant(bareProject())),
  },
  {
    weight: makersWithOther.length,
    arbitrary: anyMoveOf(fc.integer({ min: makers.length, max: allMakers.length - 1 }), anyProject),
  },
);
