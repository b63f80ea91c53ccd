import { expect } from 'vitest';
import type { Command, MakeId } from '../../shared/commands/command';
import { openHistory, redo, run, undo } from '../../shared/commands/history';
import { type Project, projectSchema } from '../../shared/model/project';

/** Ids that are counted: `new-1`, `new-2` ... */
export function countedIds(): MakeId {
  let count = 0;
  return () => `new-${++count}`;
}

/** Does a command, takes it back, does it again, and checks that the three fit; the answer is the project after it. */
export function doUndoRedo(project: Project, command: Command): Project {
  const start = structuredClone(project);
  const result = run(openHistory(project), command);
  if (result.kind === 'refused') throw new Error(`refused: ${result.sentence}`);
  const { history } = result;
  expect(history.past.map((entry) => entry.label)).toEqual([command.label]);
  expect(history.project).not.toEqual(start);
  expect(projectSchema.parse(history.project)).toEqual(history.project);
  expect(undo(history).project).toEqual(start);
  expect(redo(undo(history)).project).toEqual(history.project);
  expect(project).toEqual(start);
  return history.project;
}

/** The sentence with which a command is refused. */
export function refusal(project: Project, command: Command): string {
  const result = run(openHistory(project), command);
  return result.kind === 'refused' ? result.sentence : 'it was done';
}

/** The flows of a project as short text, sorted: `a > b 0.8`, with the kind where it is not normal. */
export function flowsOf(project: Project): string[] {
  return Object.values(project.flows)
    .map(({ from, to, kind, share }) => {
      const words = [`${from} > ${to}`, kind === 'normal' ? '' : kind];
      return [...words, share ? String(Number(share.likely.toPrecision(6))) : ''].filter(Boolean).join(' ');
    })
    .sort();
}
