import { describe, expect, it } from 'vitest';
import { addStakeholders } from '../../../shared/commands/stakeholders';
import { charterProgress, charterQuestions, consumersToAdd } from '../../../shared/model/charter';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

describe('the questions of a charter', () => {
  it('are all open on a new stream', () => {
    const { project } = buildMap((m) => m.start());
    expect(charterProgress(project, 'stream').said).toEqual([]);
    expect(charterProgress(project, 'stream').open).toEqual(charterQuestions);
    expect(charterProgress(project, 'toString').open).toEqual(charterQuestions);
  });

  it('are answered one by one; blanks answer nothing, a zero does', () => {
    const { project } = buildMap((m) =>
      m.stream({
        purpose: 'Work again',
        scenario: ' ',
        demandPerMonth: 0,
        serviceActions: 'Repair',
        triggerKind: 'demand',
      }),
    );
    expect(charterProgress(project, 'stream').said).toEqual([
      'purpose',
      'triggerKind',
      'offering',
      'demandPerMonth',
    ]);
    expect(charterProgress(project, 'stream').open[0]).toBe('scenario');
  });

  it('count stakeholders of this stream only', () => {
    const { project } = buildMap((m) => m.start());
    project.stakeholders.other = { name: 'Board', order: 1, stream: 'elsewhere' };
    expect(charterProgress(project, 'stream').said).toEqual([]);
    project.stakeholders.own = { name: 'Board', order: 2, stream: 'stream' };
    expect(charterProgress(project, 'stream').said).toEqual(['stakeholders']);
  });
});

describe('the consumers that the charter names', () => {
  it('become stakeholders in one press, each name once', () => {
    const { project } = buildMap((m) =>
      m.stream({ user: ' Ward nurse ', customer: 'Head of nursing', sponsor: 'head of nursing' }),
    );
    const people = consumersToAdd(project, 'stream');
    expect(people.map(({ name, kind }) => [kind, name])).toEqual([
      ['user', 'Ward nurse'],
      ['customer', 'Head of nursing'],
    ]);
    const after = doUndoRedo(project, addStakeholders(people, countedIds()));
    expect(Object.values(after.stakeholders).map(({ name }) => name)).toEqual([
      'Ward nurse',
      'Head of nursing',
    ]);
    expect(consumersToAdd(after, 'stream')).toEqual([]);
  });
});
