import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { decodeAnyway } from './decode-anyway';
import { readLine } from './lenient-lines';

/** How much work the search may be, in bytes that are hashed; some tenths of a second. */
const mostWork = 32 * 1024 * 1024;

/** Reading a byte of a line takes about as long as hashing so many. */
const readingCosts = 8;

/** What is left of the work that the search may be. */
interface Budget {
  left: number;
}

const lineEnd = 0x0a;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where each line begins and ends in bytes, its line end among it. */
function linesOf(bytes: Uint8Array): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== lineEnd && at < bytes.length - 1) continue;
    ranges.push({ from, to: at + 1 });
    from = at + 1;
  }
  return ranges;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at]);

/** True where each line of a range is one that we write. */
function isReadable(bytes: Uint8Array): boolean {
  const { text, unreadable } = decodeAnyway(bytes);
  return (
    unreadable === 0 && text.split('\n').every((line) => !['gap', 'damaged'].includes(readLine(line).kind))
  );
}

interface Bit {
  readonly range: Range;
  readonly at: number;
  readonly bit: number;
}

/** The bits of the ranges: first those that make a line readable when they are turned over, then the others. */
function* candidates(body: Uint8Array, ranges: readonly Range[], budget: Budget): Generator<Bit> {
  const others: Bit[] = [];
  for (const range of ranges) {
    const lines = body.slice(range.from, range.to);
    for (let at = range.from; at < range.to; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        budget.left -= lines.length * readingCosts;
        if (budget.left < 0) return;
        const place = at - range.from;
        lines[place] = (lines[place] ?? 0) ^ (1 << bit);
        const isReading = isReadable(lines);
        lines[place] = (lines[place] ?? 0) ^ (1 << bit);
        if (isReading) yield { range, at, bit };
        else others.push({ range, at, bit });
      }
  }
  yield* others;
}

/** Turns one bit after the other over, until the bytes have the wanted hash. */
function turnOneBit(body: Uint8Array, wanted: Uint8Array, ranges: readonly Range[]): boolean {
  const starts = new Map(
    ranges.map((range) => [range, sha256.create().update(body.subarray(0, range.from))]),
  );
  const budget = { left: mostWork };
  for (const { range, at, bit } of candidates(body, ranges, budget)) {
    budget.left -= body.length - range.from;
    if (budget.left < 0) return false;
    const byte = body[at] ?? 0;
    body[at] = byte ^ (1 << bit);
    const hash = starts.get(range)?.clone().update(body.subarray(range.from)).digest();
    if (hash !== undefined && isSame(hash, wanted)) return true;
    body[at] = byte;
  }
  return false;
}

/**
 * A canonical text in which one bit was turned over, put right; null where that is not what happened. The checksum in
 * it proves the answer: no other text has it. `lines` are the numbers of those that look damaged, from 0.
 */
export function mendOneBit(damaged: Uint8Array, lines: readonly number[]): string | null {
  const source = decodeAnyway(damaged).text.split('\n');
  const own = source.findIndex((line) => /^ {2}"sha256": "[0-9a-f]{64}",?$/.test(line));
  const digest = /[0-9a-f]{64}/.exec(source[own] ?? '')?.[0];
  const all = linesOf(damaged);
  const checksum = all[own];
  if (digest === undefined || checksum === undefined) return null;
  const body = concatBytes(damaged.subarray(0, checksum.from), damaged.subarray(checksum.to));
  const removed = checksum.to - checksum.from;
  const ranges = lines.flatMap((line) => {
    const range = all[line];
    if (range === undefined || line === own) return [];
    const shift = line > own ? removed : 0;
    // With the line end in front of it, which may be the damaged one.
    return { from: Math.max(0, range.from - shift - 1), to: range.to - shift };
  });
  if (!turnOneBit(body, hexToBytes(digest), ranges)) return null;
  const end = checksum.from;
  return decodeAnyway(
    concatBytes(body.subarray(0, end), damaged.subarray(checksum.from, checksum.to), body.subarray(end)),
  ).text;
}
