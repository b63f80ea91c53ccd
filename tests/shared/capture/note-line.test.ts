import { describe, expect, it } from 'vitest';
import { readNoteLine } from '../../../shared/capture/note-line';

const known = {
  groups: [
    { id: 'g1', name: 'Waste' },
    { id: 'g2', name: 'Waste of time' },
  ],
  steps: [
    { id: 's1', name: 'Approve' },
    { id: 's2', name: 'Approve escalation' },
    { id: 's3', name: 'Triage & prioritise' },
    { id: 's4', name: 'Close' },
    { id: 's5', name: 'Close call' },
  ],
};
const read = (line: string): ReturnType<typeof readNoteLine> => readNoteLine(line, known);
const plain = { group: null, step: null, by: null, noStep: null };

describe('a line that was called out', () => {
  it('is the words alone', () => {
    expect(read('  We type it  twice ')).toEqual({ ...plain, text: 'We type it twice' });
  });

  it('names its group first: one that is there by its whole name, in quotes, or one new word', () => {
    expect(read('#waste of time all day')).toMatchObject({ group: 'Waste of time', text: 'all day' });
    expect(read('#waste too many mails')).toMatchObject({ group: 'Waste', text: 'too many mails' });
    expect(read('#wasteful habit')).toMatchObject({ group: 'wasteful', text: 'habit' });
    expect(read('#"Good things" we help')).toMatchObject({ group: 'Good things', text: 'we help' });
    expect(read('rule #1 is broken')).toMatchObject({ group: null, text: 'rule #1 is broken' });
    expect(read('# nothing')).toMatchObject({ group: null, text: '# nothing' });
  });

  it('finds a step by its longest name, or by a word that only one has', () => {
    expect(read('too slow @approve escalation today')).toMatchObject({ step: 's2', text: 'too slow today' });
    expect(read('@Approve needs two people')).toMatchObject({ step: 's1', text: 'needs two people' });
    expect(read('no rules @prio')).toMatchObject({ step: 's3', text: 'no rules' });
  });

  it('leaves in the words what it does not understand', () => {
    expect(read('mail ada@close.example')).toMatchObject({ step: null, text: 'mail ada@close.example' });
    expect(read('meet @nobody')).toMatchObject({ step: null, text: 'meet @nobody' });
    expect(read('late @clo')).toMatchObject({ step: null, text: 'late @clo' });
  });

  it('says what was named as a step where none is called so', () => {
    expect(read('waits over night @nothing like that')).toMatchObject({
      text: 'waits over night @nothing like that',
      step: null,
      noStep: 'nothing like that',
    });
    expect(read('@triage waits').noStep).toBeNull();
  });

  it('hears who said it after two dashes', () => {
    expect(read('#waste typed twice @triage -- Ada')).toEqual({
      group: 'Waste',
      step: 's3',
      noStep: null,
      by: 'Ada',
      text: 'typed twice',
    });
    expect(read('follow-up is missing')).toMatchObject({ by: null, text: 'follow-up is missing' });
  });
});
