import { describe, expect, it } from 'vitest';
import {
  fitOf,
  isKeptForMoving,
  isSingleCharacter,
  keysOfStroke,
  sameKeys,
  type Stroke,
} from '../../../renderer/actions/keymap';

type Held = 'ctrl' | 'shift' | 'alt' | 'meta';

/** What a keyboard sends: what the key writes, where it lies, what is held down. */
function stroke(key: string, code: string, ...held: Held[]): Stroke {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
    metaKey: held.includes('meta'),
  };
}

const fits = (keys: string, pressed: Stroke): boolean => fitOf(keys, pressed) > 0;

describe('shortcuts on an English keyboard', () => {
  it('need their letter and exactly their modifiers', () => {
    expect(fits('$mod+KeyZ', stroke('z', 'KeyZ', 'ctrl'))).toBe(true);
    expect(fits('$mod+KeyZ', stroke('Z', 'KeyZ', 'ctrl', 'shift'))).toBe(false);
    expect(fits('$mod+Shift+KeyZ', stroke('Z', 'KeyZ', 'ctrl', 'shift'))).toBe(true);
    expect(fits('$mod+KeyZ', stroke('z', 'KeyZ'))).toBe(false);
    expect(fits('s', stroke('s', 'KeyS'))).toBe(true);
    expect(fits('s', stroke('S', 'KeyS', 'shift'))).toBe(false);
  });

  it('know names of keys, signs, and plus with and without Shift', () => {
    expect(fits('Shift+F8', stroke('F8', 'F8', 'shift'))).toBe(true);
    expect(fits('Alt+ArrowRight', stroke('ArrowRight', 'ArrowRight', 'alt'))).toBe(true);
    expect(fits('Shift+?', stroke('?', 'Slash', 'shift'))).toBe(true);
    expect(fits('$mod+Equal', stroke('=', 'Equal', 'ctrl'))).toBe(true);
    expect(fits('$mod+Equal', stroke('+', 'Equal', 'ctrl', 'shift'))).toBe(true);
    expect(fits('$mod+Equal', stroke('+', 'NumpadAdd', 'ctrl'))).toBe(true);
    expect(fits('$mod+Enter', stroke('Enter', 'NumpadEnter', 'ctrl'))).toBe(true);
  });
});

describe('shortcuts on a German keyboard, where Z and Y are exchanged and signs lie elsewhere', () => {
  it('go by the letter that is written', () => {
    expect(fits('$mod+KeyZ', stroke('z', 'KeyY', 'ctrl'))).toBe(true);
    expect(fits('$mod+KeyY', stroke('z', 'KeyY', 'ctrl'))).toBe(false);
    expect(fits('$mod+KeyY', stroke('y', 'KeyZ', 'ctrl'))).toBe(true);
  });

  it('take plus and question mark where they are', () => {
    expect(fitOf('$mod+Equal', stroke('+', 'BracketRight', 'ctrl'))).toBeGreaterThan(
      fitOf('$mod+BracketRight', stroke('+', 'BracketRight', 'ctrl')),
    );
    expect(fits('$mod+Minus', stroke('-', 'Slash', 'ctrl'))).toBe(true);
    expect(fits('Shift+?', stroke('?', 'Minus', 'shift'))).toBe(true);
  });

  it('never act on AltGr, which writes signs', () => {
    const at: Stroke = { ...stroke('@', 'KeyQ'), getModifierState: (name) => name === 'AltGraph' };
    expect(fits('q', at)).toBe(false);
    const euro: Stroke = { ...stroke('€', 'KeyE', 'ctrl', 'alt'), getModifierState: () => true };
    expect(fits('$mod+Alt+KeyE', euro)).toBe(false);
  });
});

describe('shortcuts on a French keyboard, where digits need Shift and A and Q are exchanged', () => {
  it('take digits by their place', () => {
    expect(fits('1', stroke('&', 'Digit1'))).toBe(true);
    expect(fits('Shift+Digit1', stroke('1', 'Digit1', 'shift'))).toBe(true);
    expect(fits('1', stroke('1', 'Digit1', 'shift'))).toBe(false);
    expect(fits('$mod+Digit3', stroke('"', 'Digit3', 'ctrl'))).toBe(true);
    expect(fits('1', stroke('1', 'Numpad1'))).toBe(true);
  });

  it('take letters by what is written', () => {
    expect(fits('q', stroke('q', 'KeyA'))).toBe(true);
    expect(fits('$mod+KeyA', stroke('a', 'KeyQ', 'ctrl'))).toBe(true);
    expect(fits('$mod+KeyA', stroke('q', 'KeyA', 'ctrl'))).toBe(false);
  });

  it('prefer the digit where its key also writes a sign that another shortcut names', () => {
    const six = stroke('-', 'Digit6', 'ctrl');
    expect(fitOf('$mod+Digit6', six)).toBeGreaterThan(fitOf('$mod+Minus', six));
  });
});

describe('shortcuts on keyboards that write no Latin letters', () => {
  it('go by the place of the letter', () => {
    expect(fits('$mod+KeyD', stroke('в', 'KeyD', 'ctrl'))).toBe(true);
    expect(fits('Alt+KeyS', stroke('ß', 'KeyS', 'alt'))).toBe(true);
  });
});

describe('a shortcut that a user records', () => {
  it('is written so that it fits the same press again, whatever the keyboard', () => {
    const presses = [
      stroke('z', 'KeyY', 'ctrl'),
      stroke('&', 'Digit1'),
      stroke('?', 'Minus', 'shift'),
      stroke('F4', 'F4', 'shift'),
      stroke('+', 'BracketRight', 'ctrl', 'alt'),
      stroke('в', 'KeyD', 'ctrl'),
      stroke('ArrowUp', 'ArrowUp', 'ctrl', 'alt'),
      stroke('g', 'KeyG'),
    ];
    for (const press of presses) {
      const keys = keysOfStroke(press, false);
      expect(keys, press.key).not.toBeNull();
      expect(fits(keys ?? '', press), `${press.key} as ${String(keys)}`).toBe(true);
    }
    expect(keysOfStroke(stroke('z', 'KeyY', 'ctrl'), false)).toBe('$mod+KeyZ');
    expect(keysOfStroke(stroke('k', 'KeyK', 'meta'), true)).toBe('$mod+KeyK');
  });

  it('is nothing while only modifiers are down', () => {
    expect(keysOfStroke(stroke('Control', 'ControlLeft', 'ctrl'), false)).toBeNull();
    expect(keysOfStroke(stroke('Dead', 'Backquote'), false)).toBeNull();
  });

  it('leaves alone what moving about and the clipboard need', () => {
    for (const keys of ['Tab', 'Shift+Tab', 'Enter', 'ArrowUp', 'Shift+ArrowUp', 'Escape', '$mod+KeyC'])
      expect(isKeptForMoving(keys), keys).toBe(true);
    for (const keys of ['$mod+Enter', '$mod+Alt+ArrowUp', 'g', 'F9', 'Delete'])
      expect(isKeptForMoving(keys), keys).toBe(false);
  });
});

describe('comparing shortcuts', () => {
  it('sees the same press however it is written', () => {
    expect(sameKeys('s', 'KeyS')).toBe(true);
    expect(sameKeys('Shift+?', '?')).toBe(true);
    expect(sameKeys('Shift+Alt+KeyD', 'Alt+Shift+d')).toBe(true);
    expect(sameKeys('$mod+KeyD', 'KeyD')).toBe(false);
  });

  it('tells single characters, which can be switched off', () => {
    for (const keys of ['s', '1', 'Shift+?', 'Shift+Digit1', 'Slash'])
      expect(isSingleCharacter(keys), keys).toBe(true);
    for (const keys of ['$mod+KeyS', 'Alt+KeyS', 'F2', 'Tab', 'Delete', 'Escape'])
      expect(isSingleCharacter(keys), keys).toBe(false);
  });
});
