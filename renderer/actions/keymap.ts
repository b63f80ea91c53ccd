import { parseKeybinding } from 'tinykeys';

/** One press of a key as a keyboard event tells it. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly getModifierState?: (name: string) => boolean;
}

/** Signs by the place of their key on an English keyboard. */
const signs: Readonly<Record<string, string>> = {
  Equal: '=+',
  Minus: '-−',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
};
const placeOfSign = new Map(
  Object.entries(signs).flatMap(([place, chars]) => [...chars].map((char) => [char, place] as const)),
);

interface Press {
  readonly mods: ReadonlySet<string>;
  /** `KeyA`, `Digit1`, a place of a sign, a sign such as `?`, or a name such as `F2`. */
  readonly key: string;
}

/** Letters, digits and known signs by the names of their places, other keys as they are. */
function plainKey(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return placeOfSign.get(key) ?? key;
}

const isSign = (key: string): boolean => key.length === 1;

const known = new Map<string, Press>();

function pressOf(keys: string): Press {
  let press = known.get(keys);
  if (!press) {
    const [[mods, written] = [[], '']] = parseKeybinding(keys);
    const key = plainKey(String(written));
    // A sign such as ? is the same sign whether the keyboard has it with Shift or without.
    press = { mods: new Set(isSign(key) ? mods.filter((mod) => mod !== 'Shift') : mods), key };
    known.set(keys, press);
  }
  return press;
}

/** How well the key alone fits: 3 by the place of a digit, 2 by what it writes or is called, 1 by the place of a letter or sign, 0 not at all. */
function keyFit(key: string, stroke: Stroke): number {
  const typed = stroke.key;
  if (key.startsWith('Key') && key.length === 4) {
    // Keyboards of other scripts and with Option write no Latin letter: there the place counts.
    if (/^[a-z]$/i.test(typed)) return typed.toUpperCase() === key.slice(3) ? 2 : 0;
    return stroke.code === key ? 1 : 0;
  }
  if (key.startsWith('Digit')) {
    if (stroke.code === key) return 3;
    return typed === key.slice(5) && !stroke.code.startsWith('Digit') ? 2 : 0;
  }
  const chars = signs[key];
  if (chars !== undefined)
    return typed.length === 1 && chars.includes(typed) ? 2 : stroke.code === key ? 1 : 0;
  return typed.toLowerCase() === key.toLowerCase() || stroke.code === key ? 2 : 0;
}

/** How well a press of a key fits a shortcut, 0 where it does not. Letters go by what the keyboard writes, digits by their place, so that every layout has them. */
export function fitOf(keys: string, stroke: Stroke): number {
  // AltGr writes signs: it is never part of a shortcut.
  if (stroke.getModifierState?.('AltGraph') === true) return 0;
  const { mods, key } = pressOf(keys);
  const isSame =
    mods.has('Control') === stroke.ctrlKey &&
    mods.has('Meta') === stroke.metaKey &&
    mods.has('Alt') === stroke.altKey;
  if (!isSame) return 0;
  if (!isSign(key) && mods.has('Shift') !== stroke.shiftKey) {
    const isPlus = key === 'Equal' && stroke.shiftKey && stroke.key === '+';
    if (!isPlus) return 0;
  }
  return keyFit(key, stroke);
}

/** True where two shortcuts are the same press of a key, however they are written. */
export function sameKeys(a: string, b: string): boolean {
  const [one, other] = [pressOf(a), pressOf(b)];
  return (
    one.key === other.key &&
    one.mods.size === other.mods.size &&
    [...one.mods].every((mod) => other.mods.has(mod))
  );
}

/** True for a shortcut that is one written character: WCAG 2.1.4 wants a way to switch these off. */
export function isSingleCharacter(keys: string): boolean {
  const { mods, key } = pressOf(keys);
  if (mods.has('Control') || mods.has('Meta') || mods.has('Alt')) return false;
  return isSign(key) || /^(?:Key[A-Z]|Digit\d)$/.test(key) || signs[key] !== undefined;
}

const modifierKeys = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** The pressed keys as a shortcut is written, or null while only modifiers are down. */
export function keysOfStroke(stroke: Stroke, isMac: boolean): string | null {
  const { key, code } = stroke;
  if (modifierKeys.has(key)) return null;
  const isPlain = !stroke.ctrlKey && !stroke.metaKey && !stroke.altKey;
  const isSignAlone = key.length === 1 && isPlain && !/^[\p{L}\d\s]$/u.test(key) && !placeOfSign.has(key);
  let name = key;
  if (/^Digit\d$/.test(code) && !isSignAlone) name = code;
  else if (key === ' ') name = 'Space';
  else if (/^[a-z\d]$/i.test(key) || placeOfSign.has(key)) name = plainKey(key);
  else if (key.length === 1 && !isSignAlone) name = code === '' ? key : code;
  const mods = [
    (isMac ? stroke.metaKey : stroke.ctrlKey) && '$mod',
    (isMac ? stroke.ctrlKey : stroke.metaKey) && (isMac ? 'Control' : 'Meta'),
    stroke.altKey && 'Alt',
    stroke.shiftKey && !isSignAlone && 'Shift',
  ];
  return [...mods.filter((mod) => mod !== false), name].join('+');
}

/** True for keys that moving about, fields and the clipboard need as they are. */
export function isKeptForMoving(keys: string): boolean {
  const { mods, key } = pressOf(keys);
  const isBare = !mods.has('Control') && !mods.has('Meta');
  if (['Tab', 'Escape'].includes(key)) return true;
  if (['Enter', 'Space', 'Backspace'].includes(key) || key.startsWith('Arrow'))
    return isBare && !mods.has('Alt');
  return ['$mod+KeyC', '$mod+KeyX', '$mod+KeyV'].some((each) => sameKeys(each, keys));
}
