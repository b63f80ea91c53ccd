import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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
import { anyMove, commandOf } from '../../helpers/random-commands';
import { anyProject } from '../../helpers/random-project';
import type { Move } from '../../helpers/random-scene';
import { pointingToNothing } from '../../helpers/references';
import { root } from '../../helpers/run-command';

const awkward = ['constructor', 'toString', 'valueOf', 'prototype', 'hasOwnProperty'];

function awkwardIds(): MakeId {
  let count = 0;
  return () => awkward[count++] ?? `id${count}`;
}

/** The names of all commands. */
function commandNames(): Set<string> {
  const folder = path.join(root, 'shared/commands');
  const sources = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(sources.flatMap((source) => source.match(/(?<=name: ')[a-zA-Z]+\.[a-zA-Z]+(?=')/g) ?? []));
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
    const before = history.project;
    history = result.history;
    if (command.name !== 'project.replace')
      expect(pointingToNothing(before, history.project), command.name).toEqual([]);
    done.set(command.name, (done.get(command.name) ?? 0) + 1);
    expect(projectSchema.safeParse(history.project).error).toBeUndefined();
  }
  return history;
}

describe('a random walk over all commands', () => {
  const done = new Map<string, number>();

  it('undo-all gives the start, redo-all the end, and every state passes the file check', () => {
    fc.assert(
      fc.property(
        anyProject,
        fc.array(anyMove, { minLength: 1, maxLength: 40, size: 'max' }),
        (project, moves) => {
          const start = structuredClone(project);
          const end = walk(project, moves, done);
          let history = end;
          while (canUndo(history)) history = undo(history);
          expect(history.project).toEqual(start);
          while (canRedo(history)) history = redo(history);
          expect(history.project).toEqual(end.project);
        },
      ),
      {
        seed: 20_261_121,
        numRuns: 250,
      },
    );
  });

  it('did each command', () => {
    for (const name of commandNames()) expect(done.get(name) ?? 0, name).toBeGreaterThan(0);
  });
});
