import { endOfString } from './lenient-scalar';

/** The texts that a file holds one behind the other, and how many conflicts of a merge were settled in them. */
export interface Parts {
  readonly parts: readonly string[];
  readonly conflicts: number;
}

/** Of each conflict that a merge left behind the first version. */
function firstVersions(text: string): { readonly text: string; readonly conflicts: number } {
  if (!/^<{7}( |$)/m.test(text)) return { text, conflicts: 0 };
  let conflicts = 0;
  let isIn: 'both' | 'first' | 'other' = 'both';
  const lines = text.split('\n').filter((line) => {
    if (/^<{7}( |\r?$)/.test(line)) {
      conflicts += 1;
      isIn = 'first';
      return false;
    }
    if (isIn !== 'both' && (/^\|{7}( |\r?$)/.test(line) || /^={7}\r?$/.test(line))) {
      isIn = 'other';
      return false;
    }
    if (isIn !== 'both' && /^>{7}( |\r?$)/.test(line)) {
      isIn = 'both';
      return false;
    }
    return isIn !== 'other';
  });
  return { text: lines.join('\n'), conflicts };
}

/** The most documents that are looked for in one file; what follows belongs to the last. */
const mostParts = 8;

/** Where the object that begins the text ends, or -1: by its line in our own layout, else by its brackets. */
function endOfFirst(text: string): number {
  const line = /^\}[ \t\r]*(?:\n|$)/m.exec(text);
  if (line !== null) return line.index + 1;
  if (text.includes('\n  "')) return -1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = endOfString(text, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
      if (depth < 0) return -1;
    }
  }
  return -1;
}

/** How many characters at the front of a text are space or NUL. */
function spaceIn(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

const isBlank = (text: string): boolean => spaceIn(text) === text.length;

/** The parts of a text that may each be a document; a text with one document is one part, as it is. */
export function partsOf(source: string): Parts {
  const { text, conflicts } = firstVersions(source);
  const parts: string[] = [];
  let rest = text;
  while (parts.length < mostParts - 1) {
    const end = endOfFirst(rest);
    if (end < 0) break;
    if (isBlank(rest.slice(end))) {
      rest = rest.length - end > 2 ? `${rest.slice(0, end)}\n` : rest;
      break;
    }
    parts.push(`${rest.slice(0, end)}\n`);
    rest = rest.slice(end + spaceIn(rest.slice(end)));
  }
  return { parts: [...parts, rest], conflicts };
}
