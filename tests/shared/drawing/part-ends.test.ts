import { describe, expect, it } from 'vitest';
import { endsOfPart } from '../../../shared/drawing/part-ends';
import { graphOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';

/** start → log → sort → mend → close → end, and log → ask → mend; sort also goes back to log. */
const { project } = buildMap((m) => {
  m.start();
  m.step('log', { name: 'Log' });
  m.step('sort', { name: 'Sort' });
  m.step('ask', { name: 'Ask' });
  m.step('mend', { name: 'Mend' });
  m.step('close', { name: 'Close' });
  m.end();
  m.path('start', 'log', 'sort', 'mend', 'close', 'end');
  m.path('log', 'ask', 'mend');
  m.flow('sort', 'log', { kind: 'rework' });
});
const graph = graphOf(project, 'map');
const ends = (side: 'entry' | 'exit', ...members: string[]): string[] =>
  graph ? endsOfPart(graph, new Set(members), side) : [];

describe('where a flow meets a folded group', () => {
  it('is the step by which work enters, and the one by which it leaves', () => {
    expect(ends('entry', 'mend', 'close')).toEqual(['mend']);
    expect(ends('exit', 'mend', 'close')).toEqual(['close']);
  });

  it('is each of several entries or exits', () => {
    expect(ends('entry', 'sort', 'ask')).toEqual(['sort', 'ask']);
    expect(ends('exit', 'log', 'sort')).toEqual(['log', 'sort']);
  });

  it('leaves flows that go back aside', () => {
    expect(ends('entry', 'log')).toEqual(['log']);
    expect(ends('entry', 'log', 'ask')).toEqual(['log']);
  });

  it('is where the group itself begins or ends while nothing leads to it', () => {
    const { project: loose } = buildMap((m) => {
      m.step('a', { name: 'A' });
      m.step('b', { name: 'B' });
      m.path('a', 'b');
    });
    const alone = graphOf(loose, 'map');
    const both = new Set(['a', 'b']);
    expect(alone && endsOfPart(alone, both, 'entry')).toEqual(['a']);
    expect(alone && endsOfPart(alone, both, 'exit')).toEqual(['b']);
  });
});
