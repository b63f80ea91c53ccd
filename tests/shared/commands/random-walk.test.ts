import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MakeId } from '../../../shared/commands/command';
import {
  canRedo,
  canUndo,
  type History,
  openHistory,
  redo,
  run,
  undo,
} from '../../../shared/commands/history';
import { type Project, projectSchema } from '../../../shared/model/project';
import { anyMove, commandOf, type Move, moveKinds } from '../../helpers/random-commands';
import { anyProject } from '../../helpers/random-project';

const awkward = ['constructor', 'toString', 'valueOf', 'prototype', 'hasOwnProperty'];

function awkwardIds(): MakeId {
  let count = 0;
  return () => awkward[count++] ?? `id${count}`;
}

function walk(
  project: Project,
  moves: readonly Move[],
  done: Map<string, number>,
  makeId = awkwardIds(),
): History {
  let history = openHistory(project);
  const fresh: MakeId = () => {
    let id = makeId();
    const isTaken = (): boolean =>
      Object.values(history.project).some((table) => typeof table === 'object' && Object.hasOwn(table, id));
    while (isTaken()) id = makeId();
    return id;
  };
  for (const move of moves) {
    const command = commandOf(move, history.project, fresh);
    const result = run(history, command);
    if (result.kind === 'refused') {
      expect(result.sentence).toMatch(/\S.*\.$/s);
      continue;
    }
    history = result.history;
    done.set(command.name, (done.get(command.name) ?? 0) + 1);
    expect(projectSchema.safeParse(history.project).error).toBeUndefined();
  }
  return history;
}

describe('a random walk over all commands', () => {
  const done = new Map<string, number>();

  it('undo-all gives the start, redo-all the end, and every state passes the file check', () => {
    fc.assert(
      fc.property(anyProject, fc.array(anyMove, { minLength: 1, maxLength: 40 }), (project, moves) => {
        const start = structuredClone(project);
        const end = walk(project, moves, done);
        let history = end;
        while (canUndo(history)) history = undo(history);
        expect(history.project).toEqual(start);
        while (canRedo(history)) history = redo(history);
        expect(history.project).toEqual(end.project);
      }),
      { seed: 20_261_121, numRuns: 900 },
    );
  });

  it('did each command many times', () => {
    expect(done.size).toBeGreaterThanOrEqual(moveKinds - 3);
    for (const [name, count] of done) expect(count, name).toBeGreaterThan(2);
  });
});
