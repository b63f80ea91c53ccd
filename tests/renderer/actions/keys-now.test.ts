import { describe, expect, it } from 'vitest';
import { holderOf, keysNow, takeKeys, withKeys } from '../../../renderer/actions/keys-now';

const duplicate = { id: 'edit.duplicate', keys: ['$mod+KeyD'] } as const;
const remove = { id: 'edit.delete', keys: ['Delete', 'Backspace'] } as const;
const step = { id: 'insert.step', keys: ['s'] } as const;
const copy = { id: 'edit.copy', keys: ['$mod+KeyC'] } as const;
const bare = { id: 'map.roles' } as const;
const all = [duplicate, remove, step, copy, bare];

describe('the shortcuts that hold', () => {
  it('are those delivered until the user says otherwise', () => {
    expect(keysNow(duplicate, { keys: {}, letters: true })).toEqual(['$mod+KeyD']);
    expect(keysNow(duplicate, { keys: { 'edit.duplicate': ['F9'] }, letters: true })).toEqual(['F9']);
    expect(keysNow(duplicate, { keys: { 'edit.duplicate': [] }, letters: true })).toEqual([]);
    expect(keysNow(bare, { keys: { 'map.roles': ['F9'] }, letters: true })).toEqual(['F9']);
  });

  it('lose single characters where these are off', () => {
    expect(keysNow(step, { keys: {}, letters: false })).toEqual([]);
    expect(keysNow(remove, { keys: {}, letters: false })).toEqual(['Delete', 'Backspace']);
  });

  it('stay as they are for the clipboard', () => {
    expect(keysNow(copy, { keys: { 'edit.copy': ['F9'] }, letters: true })).toEqual(['$mod+KeyC']);
  });
});

describe('taking keys from another command', () => {
  it('knows who has them, also after a change', () => {
    expect(holderOf(all, { id: 'map.roles', keys: 'Control+d' }, {})?.id).toBe('edit.duplicate');
    expect(
      holderOf(all, { id: 'map.roles', keys: '$mod+KeyD' }, { 'edit.duplicate': ['F9'] }),
    ).toBeUndefined();
    expect(holderOf(all, { id: 'edit.duplicate', keys: '$mod+KeyD' }, {})).toBeUndefined();
  });

  it('leaves the other its other keys', () => {
    expect(takeKeys({}, all, { action: bare, keys: ['Backspace'] })).toEqual({
      'edit.delete': ['Delete'],
      'map.roles': ['Backspace'],
    });
  });

  it('forgets what is as delivered again', () => {
    const own = takeKeys({}, all, { action: bare, keys: ['$mod+KeyD'] });
    expect(own).toEqual({ 'edit.duplicate': [], 'map.roles': ['$mod+KeyD'] });
    const back = takeKeys(own, all, { action: duplicate, keys: ['$mod+KeyD'] });
    expect(back).toEqual({});
    expect(withKeys({ 'insert.step': ['F9'] }, step, ['KeyS'])).toEqual({});
  });
});
