import { endOfString, scalarOf } from './lenient-scalar';
import { type Branch, type Leaf, type LenientRead, lostKeyMark, setField } from './lenient-types';

/** One line of a canonical text. `depth` is how many levels it is in: 1 for the tables, 2 for their records. */
type Line =
  | {
      readonly kind: 'heading';
      readonly depth: number;
      readonly key: string | null;
      readonly isList: boolean;
    }
  | { readonly kind: 'entry'; readonly depth: number; readonly key: string | null; readonly value: Leaf }
  | { readonly kind: 'end'; readonly depth: number }
  /** Not readable, but certainly one entry of this depth. */
  | { readonly kind: 'damaged'; readonly depth: number; readonly key: string | null }
  /** Not readable, and whatever stood there is not known. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'blank' };

function valueLine(body: string, depth: number, key: string | null): Line | null {
  if (body === '{' || body === '[') return { kind: 'heading', depth, key, isList: body === '[' };
  const source = body.endsWith(',') ? body.slice(0, -1) : body;
  const value = source === source.trim() ? scalarOf(source) : undefined;
  return value === undefined ? null : { kind: 'entry', depth, key, value };
}

function keyAt(body: string): { readonly key: string; readonly rest: string } | null {
  const end = body.startsWith('"') ? endOfString(body, 0) : -1;
  if (end < 0 || !body.startsWith(': ', end)) return null;
  const key = scalarOf(body.slice(0, end));
  return typeof key === 'string' ? { key, rest: body.slice(end + 2) } : null;
}

/** Reads one line. Two levels of indentation are two spaces each; what fits no line that we write is `damaged` or a `gap`. */
export function readLine(source: string): Line {
  const line = source.endsWith('\r') ? source.slice(0, -1) : source;
  if (line.trim() === '') return line.includes(lostKeyMark) ? { kind: 'gap' } : { kind: 'blank' };
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  const depth = indent / 2;
  const body = line.slice(indent);
  if (Number.isInteger(depth)) {
    if (/^[}\]],?$/.test(body)) return { kind: 'end', depth };
    const keyed = keyAt(body);
    const read = keyed === null ? valueLine(body, depth, null) : valueLine(keyed.rest, depth, keyed.key);
    if (read !== null) return read;
    // Two lines in one, or a line that begins anywhere else, may have hidden the end of a record.
    const isOneLine = /^["}\]{[\d-]/.test(body) && !/ {2}["}\]]/.test(body) && !body.includes(lostKeyMark);
    if (isOneLine) return { kind: 'damaged', depth, key: keyed?.key ?? null };
  }
  return { kind: 'gap' };
}

/** A level that is open: what it holds, its key, and whether something was lost in it since its last sound line. */
interface Level {
  readonly holds: Branch | Leaf[];
  readonly key: string;
  last: string;
  isDoubtful: boolean;
}

/** Puts the lines of a text where they belong, one after the other. */
class LineReader {
  readonly #document: Branch = {};
  readonly #damaged: string[][] = [];
  readonly #lines: number[] = [];
  #lost = 0;
  #isWhole = false;
  /** The entries of depth d + 1 go to level d. */
  #levels: Level[] = [{ holds: this.#document, key: '', last: '', isDoubtful: false }];

  take(line: Line, at: number): void {
    if (line.kind === 'blank') return;
    const isOuter = line.kind !== 'gap' && line.depth === 0;
    if (isOuter && line.kind === 'end') this.#isWhole = true;
    if (isOuter && (line.kind === 'end' || line.kind === 'heading')) return;
    if (line.kind === 'gap' || isOuter) {
      this.#note(this.#levels.length, null, at);
      this.#levels = this.#levels.slice(0, 1);
    } else if (line.kind === 'end') this.#levels = this.#levels.slice(0, line.depth);
    else if (line.kind === 'damaged') {
      this.#levels = this.#levels.slice(0, line.depth);
      this.#note(Math.min(line.depth, this.#levels.length), line.key, at);
      for (const level of this.#levels.slice(1)) level.isDoubtful = true;
    } else {
      this.#reach(line.depth, line.key);
      if (line.kind === 'entry') this.#put(line.key, line.value);
      else this.#open(line.key ?? '', line.isList);
    }
  }

  result(): LenientRead {
    if (!this.#isWhole) this.#damaged.push(this.#wayTo(this.#levels.length));
    return { document: this.#document, damaged: this.#damaged, lines: this.#lines, isCut: !this.#isWhole };
  }

  #wayTo(depth: number): string[] {
    return this.#levels.slice(1, depth).map(({ key }) => key);
  }

  #note(depth: number, key: string | null, at: number): void {
    this.#damaged.push([...this.#wayTo(depth), ...(key === null ? [] : [key])]);
    this.#lines.push(at);
  }

  #put(key: string | null, value: Leaf): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    if (Array.isArray(level.holds)) level.holds.push(value);
    else if (key === null || !setField(level.holds, key, value))
      this.#damaged.push(this.#wayTo(this.#levels.length));
    level.last = key ?? level.last;
    level.isDoubtful = false;
  }

  #open(key: string, isList: boolean): void {
    const holds: Branch | Leaf[] = isList ? [] : {};
    this.#put(key, holds);
    this.#levels.push({ holds, key, last: '', isDoubtful: false });
  }

  /** Opens parts without a key where the headings above an entry were lost. */
  #reach(depth: number, key: string | null): void {
    this.#levels = this.#levels.slice(0, depth);
    const level = this.#levels[depth - 1];
    // Keys are sorted: one that is not, behind a lost line, belongs to a part whose heading was lost.
    if (level?.isDoubtful === true && key !== null && key <= level.last && depth > 1)
      this.#levels = this.#levels.slice(0, depth - 1);
    while (this.#levels.length < depth) this.#open(`${lostKeyMark}${String((this.#lost += 1))}`, false);
  }
}

/** The deepest entry that is followed; deeper ones are lost. */
const deepest = 40;

/** Reads a canonical text of which lines are damaged or missing: what indentation and order of the keys leave no doubt about is kept in its place, other parts under a key of their own. */
export function readLines(text: string): LenientRead {
  const reader = new LineReader();
  const sources = text.split('\n');
  sources.forEach((source, at) => {
    const line = readLine(source);
    const isTooDeep = 'depth' in line && line.depth > deepest;
    // A last line without its end may have lost a part of its number.
    const isTorn = at === sources.length - 1 && line.kind === 'entry';
    reader.take(isTooDeep || isTorn ? { kind: 'gap' } : line, at);
  });
  return reader.result();
}

/** True where most of a text looks as we write it: one entry a line, two spaces a level. */
export function isInLines(text: string): boolean {
  const sample = text.slice(0, 1_000_000).split('\n');
  const sound = sample.filter((line) => !['gap', 'damaged'].includes(readLine(line).kind)).length;
  return sample.length > 5 && sound * 2 > sample.length;
}
