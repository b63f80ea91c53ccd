import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isTrialNext, undoActions } from '../../../renderer/actions/undo-actions';
import { endMoving, tryChange, useWhatIf } from '../../../renderer/pages/what-if/what-if-state';
import { dispatch, useApp } from '../../../renderer/store';
import { addScenario } from '../../../shared/commands/scenarios';
import { openHistory } from '../../../shared/commands/history';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

// The actions are read without a window: nothing here goes to the main process.
vi.hoisted(() => Object.assign(globalThis, { window: { streamwright: {} } }));

const [undo, redo] = undoActions.map(({ run }) => run);
const makeId = countIds();

function move(value: number): void {
  tryChange('map', 'a:wait', { about: 'a', field: 'wait', value });
  endMoving();
}

function keep(name: string): void {
  dispatch(addScenario({ map: 'map', name, changes: {} }, makeId));
}

/** What is on the slider, and the scenarios that are kept. */
function now(): readonly [number | undefined, readonly string[]] {
  const { trials } = useWhatIf.getState();
  const kept = Object.values(useApp.getState().history.project.scenarios).map(({ name }) => name);
  return [trials['map']?.changes['a:wait']?.value, kept];
}

describe('undo on the page What-if', () => {
  beforeEach(() => {
    const { project } = buildMap((m) => {
      m.step('a', { wait: 10 });
    });
    useWhatIf.setState({ trials: {}, past: {}, future: {} });
    useApp.setState({ history: openHistory(project), mapId: 'map', page: 'what-if' });
  });

  it('takes sliders and the document back in the order in which they were changed, and does them again', () => {
    move(5);
    keep('first');
    move(7);
    undo?.();
    expect(now()).toEqual([5, ['first']]);
    undo?.();
    expect(now()).toEqual([5, []]);
    undo?.();
    expect(now()).toEqual([undefined, []]);
    redo?.();
    expect(now()).toEqual([5, []]);
    redo?.();
    expect(now()).toEqual([5, ['first']]);
    redo?.();
    expect(now()).toEqual([7, ['first']]);
    undo?.();
    expect(now()).toEqual([5, ['first']]);
  });

  it('leaves the sliders alone on every other page', () => {
    keep('first');
    move(5);
    useApp.setState({ page: 'map' });
    expect(isTrialNext('back')).toBe(false);
    undo?.();
    expect(now()).toEqual([5, []]);
  });
});
