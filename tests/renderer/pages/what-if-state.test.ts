import { beforeEach, describe, expect, it } from 'vitest';
import {
  endMoving,
  hideInput,
  stepTrial,
  trialMoment,
  tryChange,
  useWhatIf,
} from '../../../renderer/pages/what-if/what-if-state';

const wait = (value: number) => ({ about: 'route', field: 'wait', value }) as const;
const values = (): unknown[] =>
  Object.values(useWhatIf.getState().trials['map']?.changes ?? {}).map(({ value }) => value);

describe('what is tried with the sliders', () => {
  beforeEach(() => {
    endMoving();
    useWhatIf.setState({ trials: {}, past: {}, future: {} });
  });

  it('is taken back gesture by gesture, and done again', () => {
    for (const value of [50, 40, 30]) tryChange('map', 'route:wait', wait(value));
    endMoving();
    tryChange('map', 'route:wait', wait(10));
    expect(values()).toEqual([10]);
    stepTrial('map', 'back');
    expect(values()).toEqual([30]);
    stepTrial('map', 'back');
    expect(values()).toEqual([]);
    expect(trialMoment('map', 'back')).toBeNull();
    stepTrial('map', 'again');
    expect(values()).toEqual([30]);
    expect(trialMoment('map', 'again')).not.toBeNull();
  });

  it('forgets what was taken back once something else is tried', () => {
    tryChange('map', 'route:wait', wait(30));
    stepTrial('map', 'back');
    tryChange('map', 'route:wait', wait(20));
    expect(trialMoment('map', 'again')).toBeNull();
  });

  it('comes back with its slider when that was removed', () => {
    tryChange('map', 'route:wait', wait(30));
    hideInput('map', ['route:wait'], 'route:wait');
    expect(values()).toEqual([]);
    stepTrial('map', 'back');
    expect(values()).toEqual([30]);
  });

  it('of one map has nothing to do with another', () => {
    tryChange('map', 'route:wait', wait(30));
    expect(trialMoment('other', 'back')).toBeNull();
  });
});
