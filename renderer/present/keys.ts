type Named = 'next' | 'previous' | 'first' | 'last' | 'grid' | 'laser' | 'black' | 'white' | 'leave';

/** What a key means while one presents. */
export type PresentKey =
  | { readonly kind: Named }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'jump' };

const named: ReadonlyMap<string, Named> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  ['n', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['Backspace', 'previous'],
  ['p', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['g', 'grid'],
  ['l', 'laser'],
  ['b', 'black'],
  ['.', 'black'],
  ['w', 'white'],
  [',', 'white'],
  ['Escape', 'leave'],
]);

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key means: arrows and those of a remote, Space, numbers with Enter, and letters; null where it means nothing.
 * `typed` is the number that was typed so far.
 */
export function presentKey(event: Pressed, typed: string): PresentKey | null {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
  if (key === 'Enter') return typed === '' ? { kind: 'next' } : { kind: 'jump' };
  if (key === ' ') return { kind: event.shiftKey ? 'previous' : 'next' };
  const kind = named.get(key.length === 1 ? key.toLowerCase() : key);
  return kind === undefined ? null : { kind };
}
