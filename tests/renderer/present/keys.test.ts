import { describe, expect, it } from 'vitest';
import { presentKey } from '../../../renderer/present/keys';

const key = (name: string, more: Partial<Parameters<typeof presentKey>[0]> = {}, typed = ''): string => {
  const plain = { key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const wanted = presentKey({ ...plain, ...more }, typed);
  return wanted === null ? 'nothing' : wanted.kind;
};

describe('a key while one presents', () => {
  it('goes on with arrows, Space, Enter and the keys of a remote', () => {
    for (const name of ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'])
      expect(key(name), name).toBe('next');
    for (const name of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'])
      expect(key(name), name).toBe('previous');
    expect(key(' ', { shiftKey: true })).toBe('previous');
    expect([key('Home'), key('End'), key('Escape')]).toEqual(['first', 'last', 'leave']);
  });

  it('covers the screen as remotes and slide programs do, whatever the case', () => {
    expect([key('b'), key('B', { shiftKey: true }), key('.')]).toEqual(['black', 'black', 'black']);
    expect([key('w'), key(','), key('g'), key('L')]).toEqual(['white', 'white', 'grid', 'laser']);
  });

  it('takes a number, and jumps there with Enter', () => {
    expect(key('7')).toBe('digit');
    expect(key('Enter', {}, '7')).toBe('jump');
  });

  it('leaves alone what belongs to the system', () => {
    expect(key('w', { ctrlKey: true })).toBe('nothing');
    expect(key('ArrowLeft', { altKey: true })).toBe('nothing');
    expect(key('q', { metaKey: true })).toBe('nothing');
    expect([key('F5'), key('Tab'), key('x'), key('toString')]).toEqual([
      'nothing',
      'nothing',
      'nothing',
      'nothing',
    ]);
  });
});
