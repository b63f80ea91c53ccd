import { describe, expect, it } from 'vitest';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { type History, openHistory, redo, run, undo } from '../../../shared/commands/history';
import type { Command } from '../../../shared/commands/command';
import { setNode } from '../../../shared/commands/nodes';
import { addRole } from '../../../shared/commands/roles';
import { mapToShow } from '../../../shared/commands/touched-map';
import { buildMap } from '../../helpers/build-map';
import { countedIds } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => m.step('approve'));
const makeId = countedIds();
const copy = makeFutureCopy({ project, map: 'map', makeId });
const [future] = copy.made;

function done(history: History, command: Command): History {
  const result = run(history, command);
  if (result.kind === 'refused') throw new Error(result.sentence);
  return result.history;
}

const withFuture = done(openHistory(project), copy);
const after = (history: History, shown: string): string => {
  const back = undo(history);
  return mapToShow(shown, history.past.at(-1), history.project, back.project);
};

describe('after a change is taken back', () => {
  it('shows the map on which it was, and stays where it is seen already', () => {
    const changed = done(withFuture, setNode({ ids: [copy.idOf('approve')], patch: { name: 'Consent' } }));
    expect(after(changed, 'map')).toBe(future);
    expect(after(changed, future)).toBe(future);
  });

  it('stays where the change is of no map', () => {
    expect(after(done(withFuture, addRole({ name: 'Tester' }, makeId)), 'map')).toBe('map');
  });

  it('shows a map that comes back', () => {
    const back = undo(withFuture);
    const again = redo(back);
    expect(mapToShow('map', back.future.at(-1), back.project, again.project)).toBe(future);
    expect(after(withFuture, 'map')).toBe('map');
  });
});
