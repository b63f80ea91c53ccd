import { endOfString, scalarOf } from './lenient-scalar';
import { type Branch, type Leaf, type LenientRead, setField } from './lenient-types';

const deepest = 40;
const isSpace = (code: number): boolean => code <= 0x20 || code === 0xfeff;

/** A reader over one text: each step moves forward, so that the work is bounded by the length of the text. */
class Tokens {
  at = 0;
  /** How many objects and lists are open. */
  depth = 0;
  isCut = false;
  readonly damaged: string[][] = [];
  constructor(readonly text: string) {}

  peek(): string {
    while (this.at < this.text.length && isSpace(this.text.charCodeAt(this.at))) this.at += 1;
    return this.text[this.at] ?? '';
  }

  /** A string; where it breaks off, the rest of the line is skipped. */
  string(): string | undefined {
    const end = endOfString(this.text, this.at);
    if (end < 0) {
      const line = this.text.indexOf('\n', this.at + 1);
      this.at = line < 0 ? this.text.length : line;
      return undefined;
    }
    const value = scalarOf(this.text.slice(this.at, end));
    this.at = end;
    return typeof value === 'string' ? value : undefined;
  }

  /** A number or a word, up to the next character that ends one. */
  word(): Leaf | undefined {
    const start = this.at;
    while (this.at < this.text.length && !/[\s,:{}[\]"]/.test(this.text[this.at] ?? '')) this.at += 1;
    if (this.at === start) this.at += 1;
    // A number at the very end may have lost its last digits.
    return this.at === this.text.length ? undefined : scalarOf(this.text.slice(start, this.at));
  }

  /** Leaves out a part that is nested too deeply. */
  skip(): void {
    let depth = 0;
    while (this.at < this.text.length) {
      const next = this.text[this.at];
      if (next === '"') {
        this.string();
        continue;
      }
      this.at += 1;
      if (next === '{' || next === '[') depth += 1;
      else if (next === '}' || next === ']') depth -= 1;
      if (depth <= 0) return;
    }
  }
}

function readValue(tokens: Tokens, way: readonly string[]): Leaf | undefined {
  const next = tokens.peek();
  if (next === '"') return tokens.string();
  if (next !== '{' && next !== '[') return tokens.word();
  if (tokens.depth >= deepest) {
    tokens.skip();
    return undefined;
  }
  tokens.depth += 1;
  const value = next === '{' ? readObject(tokens, way) : readList(tokens, way);
  tokens.depth -= 1;
  return value;
}

function readList(tokens: Tokens, way: readonly string[]): Leaf[] {
  tokens.at += 1;
  const list: Leaf[] = [];
  for (;;) {
    const next = tokens.peek();
    if (next === ']') {
      tokens.at += 1;
      return list;
    }
    if (next === '' || next === '}') {
      tokens.damaged.push([...way]);
      return list;
    }
    if (next === ',') {
      tokens.at += 1;
      continue;
    }
    const value = readValue(tokens, way);
    if (value === undefined) tokens.damaged.push([...way]);
    else list.push(value);
  }
}

function readField(tokens: Tokens, way: readonly string[], into: Branch): void {
  const key = tokens.string();
  if (key === undefined || tokens.peek() !== ':') {
    tokens.damaged.push([...way]);
    return;
  }
  tokens.at += 1;
  const after = tokens.peek();
  const isMissing = after === ',' || after === '}' || after === '';
  const value = isMissing ? undefined : readValue(tokens, [...way, key]);
  if (value === undefined || !setField(into, key, value)) tokens.damaged.push([...way, key]);
}

function readObject(tokens: Tokens, way: readonly string[]): Branch {
  tokens.at += 1;
  const branch: Branch = {};
  for (;;) {
    const next = tokens.peek();
    if (next === '}') {
      tokens.at += 1;
      return branch;
    }
    if (next === '"') readField(tokens, way, branch);
    else if (next === ',') tokens.at += 1;
    else {
      tokens.damaged.push([...way]);
      if (next === '') {
        tokens.isCut = true;
        return branch;
      }
      tokens.at += 1;
    }
  }
}

/** Reads a text that is nearly JSON in any layout; what is not understood is left out and its place noted. */
export function readTokens(text: string): LenientRead {
  const tokens = new Tokens(text);
  const start = text.indexOf('{');
  if (start < 0) return { document: {}, damaged: [[]], lines: [], isCut: true };
  tokens.at = start;
  const document = readObject(tokens, []);
  return { document, damaged: tokens.damaged, lines: [], isCut: tokens.isCut };
}
